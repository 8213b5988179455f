import Foundation
import JudgeCore

/// One server-sent event.
struct ServerEvent: Sendable {
    var id: String?
    var type = "message"
    var data = ""

    /// Takes a stream apart as it comes, as the HTML standard says.
    struct Reader {
        private var line: [UInt8] = []
        private var event = ServerEvent()

        init() {}

        mutating func read(_ bytes: [UInt8]) -> [ServerEvent] {
            var events: [ServerEvent] = []
            for byte in bytes {
                guard byte == UInt8(ascii: "\n") else {
                    // No line of a judge is longer; what is may be cut.
                    if byte != UInt8(ascii: "\r"), line.count < 64 << 10 { line.append(byte) }
                    continue
                }
                if line.isEmpty {
                    if !event.data.isEmpty { events.append(event) }
                    event = ServerEvent()
                } else {
                    take(String(decoding: line, as: UTF8.self))
                }
                line = []
            }
            return events
        }

        private mutating func take(_ line: String) {
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { return }
            let value = parts[1].hasPrefix(" ") ? String(parts[1].dropFirst()) : String(parts[1])
            switch parts[0] {
            case "id": event.id = value
            case "event": event.type = value
            case "data": event.data += event.data.isEmpty ? value : "\n\(value)"
            default: return
            }
        }
    }

    /// What a grader is doing, where this is what the event tells.
    var progress: GradingProgress? {
        struct Progress: Decodable {
            let stage: String
            let index: Int?
            let total: Int?
            let name: String?
        }
        guard type == "progress", let told = try? JSONDecoder().decode(Progress.self, from: Data(data.utf8)) else {
            return nil
        }
        let name = (told.name ?? "").escapingControls
        switch told.stage {
        case "preparing": return .preparing(name)
        case "compiling": return .compiling
        case "running": return .running(index: told.index ?? 0, total: told.total ?? 0, name: name)
        case "measuring": return .measuring(index: told.index ?? 0, total: told.total ?? 0, variable: name)
        case "graded": return Verdict(rawValue: name).map { .graded($0) }
        default: return nil
        }
    }
}
