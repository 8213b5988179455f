import ArgumentParser
import Foundation
import JudgeCore
import Storage
import Webhooks

struct WebhookCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "webhook",
        abstract: "Says whom the daemon tells what happens: programs, by signed messages, and chats.",
        subcommands: [
            WebhookAddCommand.self, WebhookListCommand.self, WebhookTestCommand.self, WebhookDeliveriesCommand.self,
            WebhookReplayCommand.self, WebhookRotateCommand.self, WebhookRemoveCommand.self,
        ])
}

extension WebhookFormat: ExpressibleByArgument {}

/// A range of deliveries' numbers: `12`, `12-40`.
struct DeliveryRange: ExpressibleByArgument, Sendable {
    let range: ClosedRange<Delivery.ID>

    init?(argument: String) {
        let ends = argument.split(separator: "-", omittingEmptySubsequences: false).map { Int64($0) }
        guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1], 0 < first,
            first <= last
        else { return nil }
        range = first...last
    }
}
