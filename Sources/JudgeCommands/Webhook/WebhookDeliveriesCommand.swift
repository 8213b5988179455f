import ArgumentParser
import Foundation
import JudgeCore
import JudgeService
import Reporting
import Storage
import Webhooks

extension Delivery.State: ExpressibleByArgument {}

struct WebhookDeliveriesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deliveries", abstract: "Lists what was sent, what waits and what was given up, the newest first.")

    @Argument(help: "The webhook's name; default: all.")
    var name: String?

    @Option(help: ArgumentHelp("Only these: waiting, gathered, digested, delivered or dead.", valueName: "state"))
    var only: Delivery.State?

    @Option(help: ArgumentHelp("At most so many.", valueName: "number"))
    var limit = 20

    @Option(help: ArgumentHelp("Only those before this one.", valueName: "number"))
    var before: Int64?

    @OptionGroup var options: GlobalOptions
    @OptionGroup var daemon: DaemonOptions

    func validate() throws {
        guard (1...1000).contains(limit) else { throw ValidationError("--limit must be a number from 1 to 1000") }
    }

    func run() async throws {
        let store = try daemon.store()
        defer { try? store.close() }
        let webhook = try await name.asyncMap { try await store.webhook($0) }
        let deliveries = try await store.deliveries(of: webhook?.id, state: only, before: before, limit: limit)
        if options.format == .json { return try options.write(JSONText.encode(deliveries.map { DeliveryView($0) })) }
        guard !deliveries.isEmpty else { return try options.write("Nothing.\n") }
        var table = Table([
            .init("NO", alignment: .right, style: .bold), .init("WEBHOOK"), .init("EVENT"), .init("STATE"),
            .init("TRIES", alignment: .right),
            .init("LAST ANSWER", shrinks: true),
        ])
        for delivery in deliveries {
            let view = DeliveryView(delivery)
            table.add(["\(view.id)", view.webhook, view.event, view.state, "\(view.attempts)", view.answer])
        }
        try options.write(table.text(style: options.style))
    }
}
