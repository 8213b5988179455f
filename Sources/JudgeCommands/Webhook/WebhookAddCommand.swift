import ArgumentParser
import Foundation
import JudgeCore
import JudgeService
import Storage
import Webhooks

struct WebhookAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Adds a webhook, or changes the one of that name and switches it on again.",
        discussion: """
            The address of a chat's webhook is enough: the service is seen by it (Slack, Discord, Microsoft Teams, Google \
            Chat, Telegram, ntfy, Matrix), or by a scheme (slack://, discord://, msteams://, mmosts://, gchat://, tgram://, \
            ntfys://, matrixs://). Any other receiver gets JSON, signed as Standard Webhooks 1.0 has it: for these the \
            secret is printed, once, alone on standard output.
            """)

    @Argument(help: "What to call it: letters, digits, dots, hyphens and underscores.")
    var name: String

    @Argument(help: "Where it is.")
    var url: String

    @Option(
        help: ArgumentHelp(
            "What its receiver reads: \(WebhookFormat.allCases.map(\.rawValue).joined(separator: ", ")).",
            discussion: "Default: as the address says.", valueName: "format"))
    var service: WebhookFormat?

    @Option(
        help: ArgumentHelp(
            "Only these events, with commas between them: \(WebhookFilterOptions.events).",
            discussion: "Default: submission.graded,challenge.published.", valueName: "list"))
    var events: String?

    @Option(help: ArgumentHelp("Only of these challenges.", valueName: "list"))
    var challenges: String?

    @Option(help: ArgumentHelp("Only of these users.", valueName: "list"))
    var users: String?

    @Option(help: ArgumentHelp("Only with these verdicts.", valueName: "list"))
    var verdicts: String?

    @Option(
        help: ArgumentHelp(
            "Gather what happens, and tell it in one message: every so many minutes, or `day`.", valueName: "minutes"))
    var digest: String?

    @Option(help: ArgumentHelp("Sign with this secret, whsec_…; default: a new one.", valueName: "secret"))
    var secret: String?

    @OptionGroup var daemon: DaemonOptions

    func run() async throws {
        let configuration = try daemon.configuration()
        let target = try await WebhookTarget.checked(url, format: service, allowed: configuration.webhooks.allowedHosts)
        let filter = try WebhookFilterOptions.filter(
            events: events, challenges: challenges, users: users, verdicts: verdicts)
        let minutes = try WebhookFilterOptions.minutes(digest)
        let own = try secret.map { try WebhookSecret($0) } ?? WebhookSecret()
        let store = try daemon.store()
        defer { try? store.close() }
        let isNew = try await store.webhooks(named: name).isEmpty
        guard isNew || secret == nil else {
            throw JudgeError(
                .usage, "webhook-exists",
                "there is a webhook '\(name.escapingControls)' with a secret of its own; `judge webhook rotate` replaces it"
            )
        }
        let webhook = try await store.putWebhook(
            name, url: url, format: service?.rawValue, filter: filter, digestMinutes: minutes, secret: own.bytes)
        if target.format == .json, isNew { print(WebhookSecret(bytes: webhook.secrets[0]).text) }
    }
}

/// Reads the lists of `judge webhook add`.
enum WebhookFilterOptions {
    static let events = Webhook.Filter.knownEvents.joined(separator: ", ")

    static func filter(events: String?, challenges: String?, users: String?, verdicts: String?) throws -> Webhook.Filter
    {
        func list(_ text: String?) -> [String]? {
            text.map { $0.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty } }
        }
        let filter = Webhook.Filter(
            events: list(events), challenges: list(challenges), users: list(users), verdicts: list(verdicts))
        try filter.check()
        return filter
    }

    static func minutes(_ text: String?) throws -> Int {
        guard let text else { return 0 }
        if text == "day" { return 1440 }
        guard let minutes = Int(text), (1...10_080).contains(minutes) else {
            throw JudgeError(
                .usage, "bad-digest",
                "--digest is a number of minutes from 1 to 10080, or `day`, not '\(text.escapingControls)'")
        }
        return minutes
    }
}
