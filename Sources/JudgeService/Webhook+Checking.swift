import JudgeCore
import Registry
import Storage
import Webhooks

extension Webhook.Filter {
    /// Events that a webhook can ask for.
    package static let knownEvents = NewsKind.allCases.filter { ![.test, .digest].contains($0) }.map(\.rawValue)

    /// Finds words that no filter knows.
    ///
    /// - Throws: `JudgeError` `bad-filter`.
    package func check() throws {
        try Self.check(events, among: Self.knownEvents, "an event")
        try Self.check(verdicts, among: Verdict.allCases.map(\.rawValue), "a verdict")
    }

    private static func check(_ words: [String]?, among known: [String], _ what: String) throws {
        for word in words ?? [] where !known.contains(word) {
            let near = Spelling.nearest(to: word, among: known).map { "; did you mean '\($0)'?" } ?? ""
            throw JudgeError(
                .usage, "bad-filter",
                "'\(word.escapingControls)' is not \(what)\(near.isEmpty ? ": " + known.joined(separator: ", ") : near)"
            )
        }
    }
}

extension Webhook {
    /// Where it is, and how its receiver reads.
    package func target() throws -> WebhookTarget {
        try WebhookTarget(url, format: format.flatMap(WebhookFormat.init))
    }

    /// What its messages are signed with.
    package var keys: [WebhookSecret] { secrets.map { WebhookSecret(bytes: $0) } }
}

extension WebhookTarget {
    /// The target that `text` names, where messages may go to it. A name that stands for nothing yet may come to.
    ///
    /// - Throws: `JudgeError` that says what is wrong with it.
    package static func checked(_ text: String, format: WebhookFormat?, allowed: AllowedHosts) async throws
        -> WebhookTarget
    {
        let target = try WebhookTarget(text, format: format)
        let url = try WebhookURL(target.url)
        if let addresses = try? await Resolver().addresses(of: url.host) {
            try allowed.check(url, addresses: addresses)
        }
        return target
    }
}
