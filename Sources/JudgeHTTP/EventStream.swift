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
    let user: User
    let after: Int64

    func response() -> Response {
        server.eventStream(for: user) { writer in
            var last = after
            var quiet = 0
            try await server.follow(record.id, upTo: nil) { progress in
                // First whether it has ended, then what happened: else the last event could be missed.
                let now = try await server.store.submission(record.id)
                let events = try await server.store.events(of: record.number, after: last)
                var text = events.map { Self.text($0, isAdmin: user.role == .admin) }.joined()
                last = events.last?.id ?? last
                if let progress { text += Self.text(progress) }
                // A comment now and then keeps proxies from taking the silence for the end.
                quiet = text.isEmpty ? quiet + 1 : 0
                if quiet == 7 {
                    text = ": still here\n\n"
                    quiet = 0
                }
                if !text.isEmpty { try await writer.write(ByteBuffer(string: text)) }
                return !(now?.state.isTerminal ?? true)
            }
        }
    }

    private static func text(_ event: SubmissionEvent, isAdmin: Bool) -> String {
        struct Phase: Encodable {
            let phase: String
            let attempt: Int
            let at: String
            let detail: String?
        }
        let phase = Phase(
            phase: event.phase.rawValue, attempt: event.attempt, at: event.at.iso8601,
            // Why the judge failed is for those who run it; verdicts are for all.
            detail: isAdmin || event.phase == .graded ? event.detail : nil)
        return "id: \(event.id)\nevent: phase\ndata: \(Response.jsonText(phase))\n\n"
    }

    private static func text(_ progress: GradingProgress) -> String {
        "event: progress\ndata: \(Response.jsonText(SubmissionView.Progress(progress)))\n\n"
    }
}
