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

    /// Whether the host of a receiver takes a message now.
    func mayGo(_ lane: OutboxLane) -> Bool {
        guard case .success(let target) = lane.target, let host = lane.host else { return true }
        let own = configuration.rate > 0 ? Duration.seconds(1) / configuration.rate : .zero
        return gates.wait(for: host, interval: target.format.interval ?? own) == nil
    }

    /// Sends a message.
    ///
    /// - Throws: `CancellationError` where it was cut off.
    func send(_ delivery: Delivery, of lane: OutboxLane) async throws -> DeliveryResult {
        func result(_ outcome: DeliveryResult.Outcome, _ receipt: Courier.Receipt?, error: String? = nil)
            -> DeliveryResult
        {
            DeliveryResult(
                delivery: delivery.id, webhook: lane.webhook.id, outcome: outcome, status: receipt?.status,
                error: error ?? receipt?.error, milliseconds: receipt?.milliseconds ?? 0)
        }
        let body: WebhookBody
        let target: WebhookTarget
        do {
            target = try lane.target.get()
            let announcement = delivery.announcement
            body = try target.signed(
                announcement.kind, data: announcement.data, id: announcement.id, at: announcement.at.iso8601,
                secrets: lane.webhook.secrets.map { WebhookSecret(bytes: $0) })
        } catch {
            return result(.dead, nil, error: "the message cannot be written: \(error)")
        }
        let receipt = try await courier.send(body, to: lane.url)
        let asked = [429, 503].contains(receipt.status) ? receipt.retryAfter : nil
        if let host = lane.host {
            gates.note(host, isWell: receipt.status.map { $0 < 500 } ?? false, asked: asked)
        }
        if receipt.isDelivered { return result(.delivered, receipt) }
        // 410 says it in so many words; chats say 404 of a webhook that somebody deleted.
        if receipt.status == 410 || receipt.status == 404 && target.format != .json {
            return result(.gone("the receiver says that it is gone (status \(receipt.status ?? 0))"), receipt)
        }
        let delay = configuration.retries.delay(
            afterAttempt: delivery.attempts + 1, asked: asked, jitter: Double.random(in: 0...1))
        return result(delay.map { .retry(.now + $0) } ?? .dead, receipt)
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
