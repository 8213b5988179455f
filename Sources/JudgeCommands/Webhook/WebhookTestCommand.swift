import ArgumentParser
import Foundation
import JudgeCore
import JudgeService
import Storage
import Transfer
import Webhooks

struct WebhookTestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Sends a webhook a message now, and says what its receiver answers.")

    @Argument(help: "The webhook's name.")
    var name: String

    @Flag(help: "Print the request in place of sending it.")
    var dryRun = false

    @OptionGroup var daemon: DaemonOptions

    func run() async throws {
        let configuration = try daemon.configuration()
        let store = try daemon.store()
        defer { try? store.close() }
        let webhook = try await store.webhook(name)
        let body = try webhook.target().signed(
            .test, data: News.test(TestNews(webhook: webhook.name)).json,
            id: "msg_test_\(UUID().uuidString.lowercased())",
            at: Timestamp.now.iso8601, secrets: webhook.keys)
        if dryRun { return print(Self.text(of: body)) }
        let transfers = Transfers()
        defer { transfers.close() }
        let courier = Courier(
            settings: configuration.webhooks.courier(version: JudgeCommand.version), transfers: transfers)
        let receipt = try await courier.send(body)
        guard receipt.isDelivered else {
            throw JudgeError(
                .unavailable, "not-delivered",
                "the message to \(webhook.name) did not arrive: \(receipt.error ?? "there is no answer")")
        }
        print("\(webhook.name) answered with status \(receipt.status ?? 0) after \(receipt.milliseconds) ms")
    }

    /// The request as it would go out, head and body.
    private static func text(of body: WebhookBody) -> String {
        let head = ["\(body.method) \(body.url)"] + body.headers.map { "\($0.name): \($0.value)" }
        return head.joined(separator: "\n") + "\n\n" + String(untrusted: body.body, limit: 1 << 20)
    }
}
