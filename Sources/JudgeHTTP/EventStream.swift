import Foundation
import HTTPTypes
import Hummingbird
import JudgeCore
import NIOCore
import Storage

/// What happens to one submission, as server-sent events.
///
/// Events of type `phase` are kept and numbered: a client that was cut off says the last number it saw and gets the rest.
/// Events of type `progress` tell what is being done right now, and bear no number. The stream ends with the submission.
struct EventStream: Sendable {
    let server: JudgeServer
    let record: SubmissionRecord
    let after: Int64

    func response() -> Response {
        Response(
            status: .ok,
            headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
            body: ResponseBody { writer in
                // Something must come at once, so that a client knows the stream stands.
                try await writer.write(ByteBuffer(string: "retry: 2000\n\n"))
                var last = after
                var quiet = 0
                try await server.follow(record.id, upTo: nil) { progress in
                    let events = try await server.store.events(of: record.number, after: last)
                    var text = events.map(Self.text).joined()
                    last = events.last?.id ?? last
                    if let progress { text += Self.text(progress) }
                    // A comment now and then keeps proxies from taking the silence for the end.
                    quiet = text.isEmpty ? quiet + 1 : 0
                    if quiet == 7 {
                        text = ": still here\n\n"
                        quiet = 0
                    }
                    if !text.isEmpty { try await writer.write(ByteBuffer(string: text)) }
                    return try await !(server.store.submission(record.id)?.state.isTerminal ?? true)
                }
                try await writer.finish(nil)
            })
    }

    private static func text(_ event: SubmissionEvent) -> String {
        struct Phase: Encodable {
            let phase: String
            let attempt: Int
            let at: String
            let detail: String?
        }
        let phase = Phase(
            phase: event.phase.rawValue, attempt: event.attempt, at: event.at.iso8601, detail: event.detail)
        return "id: \(event.id)\nevent: phase\ndata: \(json(phase))\n\n"
    }

    private static func text(_ progress: GradingProgress) -> String {
        "event: progress\ndata: \(json(SubmissionView.Progress(progress)))\n\n"
    }

    private static func json(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
