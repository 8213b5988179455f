import ArgumentParser
import JudgeCore
import Storage

struct WebhookRemoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Removes a webhook, its log, and what it was still to be told.")

    @Argument(help: "The webhook's name.")
    var name: String

    @OptionGroup var daemon: DaemonOptions

    func run() async throws {
        let store = try daemon.store()
        defer { try? store.close() }
        try await store.removeWebhook(name)
    }
}
