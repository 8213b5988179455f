import ArgumentParser
import Foundation
import JudgeCore
import Storage

struct WebhookReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "Has messages sent again that were given up, under the same identifiers.",
        discussion: "The daemon sends them. Numbers are those of `judge webhook deliveries`.")

    @Argument(help: "The webhook's name.")
    var name: String

    @Option(help: ArgumentHelp("Only this one, or this range: 12, 12-40.", valueName: "range"))
    var deliveries: DeliveryRange?

    @Flag(help: "Also those that arrived.")
    var all = false

    @OptionGroup var daemon: DaemonOptions

    func validate() throws {
        guard !all || deliveries != nil else { throw ValidationError("--all takes --deliveries: say which") }
    }

    func run() async throws {
        let store = try daemon.store()
        defer { try? store.close() }
        let webhook = try await store.webhook(name)
        if let reason = webhook.disabledReason {
            throw JudgeError(
                .usage, "webhook-disabled",
                "\(webhook.name) is switched off (\(reason)); `judge webhook add` with its name and address switches it on"
            )
        }
        let count = try await store.replay(deliveries?.range ?? 1...Int64.max, of: webhook.id, all: all)
        print("\(count) to be sent again")
    }
}
