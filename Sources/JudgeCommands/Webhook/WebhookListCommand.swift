import ArgumentParser
import Foundation
import JudgeCore
import JudgeService
import Reporting
import Storage
import Webhooks

struct WebhookListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists the webhooks, without what is secret in their addresses.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var daemon: DaemonOptions

    func run() async throws {
        let store = try daemon.store()
        defer { try? store.close() }
        let webhooks = try await store.webhooks()
        if options.format == .json { return try options.write(JSONText.encode(webhooks.map { WebhookView($0) })) }
        guard !webhooks.isEmpty else {
            return try options.write("Nothing yet: `judge webhook add NAME URL` adds one.\n")
        }
        var table = Table([
            .init("NAME", style: .bold), .init("FORMAT"), .init("TOLD", shrinks: true), .init("STATE"),
            .init("ADDRESS", shrinks: true),
        ])
        for webhook in webhooks {
            let view = WebhookView(webhook)
            table.add([view.name, view.format, view.told, view.state, view.url])
        }
        try options.write(table.text(style: options.style))
    }
}
