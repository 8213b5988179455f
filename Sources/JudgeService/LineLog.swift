import Foundation
import JudgeCore
import Logging
import Reporting

/// Writes each log message as one line to standard error: as text for people, or as JSON for collectors.
package struct LineLog: LogHandler {
    package var logLevel: Logger.Level
    package var metadata: Logger.Metadata = [:]
    private let format: ServeConfiguration.LogFormat
    private let write: @Sendable (String) -> Void

    package init(
        level: Logger.Level, format: ServeConfiguration.LogFormat,
        write: @escaping @Sendable (String) -> Void = { StandardStream.error($0) }
    ) {
        logLevel = level
        self.format = format
        self.write = write
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
        let time = Date().formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
        switch format {
        case .text:
            let fields = all.map { " \($0.key)=\(Self.word("\($0.value)"))" }.joined()
            write("\(time) \(event.level.rawValue) \("\(event.message)".escapingControls)\(fields)\n")
        case .json:
            var object: [String: String] = [:]
            for (key, value) in all { object[key] = "\(value)" }
            object["time"] = time
            object["level"] = event.level.rawValue
            object["message"] = "\(event.message)"
            guard let line = try? JSONText.line(object) else { return }
            write(line + "\n")
        }
    }

    /// A value without spaces as it is, another one in quotes; on one line in any case.
    private static func word(_ value: String) -> String {
        let text = value.escapingControls.replacing("\n", with: "\\n")
        let isPlain = !text.isEmpty && !text.contains { $0 == " " || $0 == "\"" || $0 == "=" }
        return isPlain ? text : "\"\(text.replacing("\"", with: "\\\""))\""
    }
}
