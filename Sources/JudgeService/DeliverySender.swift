import Foundation
import JudgeCore
import Storage
import Webhooks

/// Sends one message of the outbox to its receiver, and says what is to become of it.
struct DeliverySender: Sendable {
    private let configuration: OutboxService.Configuration
    private let courier: Courier
    private let gates: HostGates

    init(configuration: OutboxService.Configuration, courier: Courier) {
        self.configuration = configuration
        self.courier = courier
        gates = HostGates(pause: min(.seconds(10), (configuration.retries.delays.first ?? .seconds(5)) * 2))
    }

    /// How many messages go to a receiver at once.
    func concurrency(_ target: Result<WebhookTarget, any Error>) -> Int {
        guard case .success(let target) = target, target.format == .json else { return 1 }
        return configuration.concurrency
    }

    /// A line to a receiver, where its address needs no looking up.
    func line(to url: WebhookURL, _ target: Result<WebhookTarget, any Error>) -> CourierLine? {
        guard case .success(let target) = target, target.format == .json else { return nil }
        return courier.line(to: url, width: configuration.concurrency)
    }

    /// Whether the host of a receiver takes a message now.
    func mayGo(_ route: OutboxRoute) -> Bool {
        guard case .success(let target) = route.target, let host = route.host else { return true }
        let own = configuration.rate > 0 ? Duration.seconds(1) / configuration.rate : .zero
        return gates.wait(for: host, interval: target.format.interval ?? own) == nil
    }

    /// A message as it goes out now.
    ///
    /// - Throws: where it cannot be written.
    func body(of delivery: Delivery, _ route: OutboxRoute) throws -> WebhookBody {
        let announcement = delivery.announcement
        return try route.target.get().signed(
            announcement.kind, data: announcement.data, id: announcement.id, at: announcement.at.iso8601,
            secrets: route.keys)
    }

    /// Sends a message.
    ///
    /// - Returns: what came of it; `nil` where it was cut off.
    func send(_ body: WebhookBody) async -> Courier.Receipt? { try? await courier.send(body) }

    /// What is to become of a message that cannot be written.
    func failure(_ delivery: Delivery, _ error: any Error) -> DeliveryResult {
        DeliveryResult(
            delivery: delivery.id, webhook: delivery.webhook, outcome: .dead,
            error: "the message cannot be written: \(error)", milliseconds: 0)
    }

    /// What is to become of a message, and of its host, after it was sent.
    func result(_ delivery: Delivery, _ receipt: Courier.Receipt, _ route: OutboxRoute) -> DeliveryResult {
        let asked = [429, 503].contains(receipt.status) ? receipt.retryAfter : nil
        if let host = route.host {
            gates.note(host, isWell: receipt.status.map { $0 < 500 } ?? false, asked: asked)
            // What waits on the line would go out all the same, and use up tries.
            if !receipt.isDelivered, !gates.isOpen(host) { route.line?.drop() }
        }
        return DeliveryResult(
            delivery: delivery.id, webhook: delivery.webhook, outcome: outcome(delivery, receipt, route, asked),
            status: receipt.status, error: receipt.error, milliseconds: receipt.milliseconds)
    }

    private func outcome(
        _ delivery: Delivery, _ receipt: Courier.Receipt, _ route: OutboxRoute, _ asked: Duration?
    ) -> DeliveryResult.Outcome {
        if receipt.isDelivered { return .delivered }
        // 410 says it in so many words; chats say 404 of a webhook that somebody deleted.
        let format = try? route.target.get().format
        if receipt.status == 410 || receipt.status == 404 && format != .json {
            return .gone("the receiver says that it is gone (status \(receipt.status ?? 0))")
        }
        let delay = configuration.retries.delay(
            afterAttempt: delivery.attempts + 1, asked: asked, jitter: Double.random(in: 0...1))
        return delay.map { .retry($0) } ?? .dead
    }
}

extension WebhookFormat {
    /// The least time between two messages, where the service says so; a little more than it asks for.
    fileprivate var interval: Duration? {
        switch self {
        case .json: nil
        // Slack and Google Chat: one a second; Telegram: one a second to the same chat.
        case .slack, .googlechat, .telegram, .ntfy: .milliseconds(1100)
        // Discord: five in two seconds. Teams: four a second, Mattermost and Matrix as their administrators say.
        case .discord, .teams, .mattermost, .matrix: .milliseconds(500)
        }
    }
}
