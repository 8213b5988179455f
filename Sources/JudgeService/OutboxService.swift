import Foundation
import JudgeCore
import Logging
import ServiceLifecycle
import Storage
import Webhooks

/// Sends what the outbox holds to the receivers of webhooks.
///
/// Each webhook has a lane of its own, so that one whose receiver hangs slows no other. What is on its way is known in memory
/// alone: after a crash it is still due, and goes out again under the same identifier. One process with
/// the same database sends: a daemon has the database for itself.
package struct OutboxService: Service {
    /// How it sends.
    package struct Configuration: Sendable {
        /// When what failed is tried again.
        package var retries: RetrySchedule
        /// How many messages one receiver is sent at once; chats get one after the other, in order.
        package var concurrency: Int
        /// Messages a second to one host that is no chat; 0: as many as it takes.
        package var rate: Int
        /// How long messages on their way may take after a request to stop; what is cut off then goes out again later.
        package var grace: Duration

        package init(
            retries: RetrySchedule = .standard, concurrency: Int = 8, rate: Int = 0, grace: Duration = .seconds(5)
        ) {
            self.retries = retries
            self.concurrency = concurrency
            self.rate = rate
            self.grace = grace
        }
    }

    private enum Event: Sendable {
        /// There may be something due.
        case look
        /// What was fetched for a webhook.
        case fetched(Webhook.ID, [Delivery])
        /// A message is through, and what came of it is to be noted.
        case sent(Webhook.ID)
        /// That was noted, or is not known.
        case done(Webhook.ID, Delivery.ID)
        /// A webhook was switched off.
        case ended(Webhook.ID)
        /// Nothing new goes out from now on.
        case stop
        /// What is on its way has had its time.
        case cutOff
    }

    private let configuration: Configuration
    private let store: Store
    private let sender: DeliverySender
    private let bell: Bell
    private let metrics: Metrics
    private let logger: Logger
    private let results = ResultLog()

    /// - Parameter bell: rings when something was written into the outbox.
    package init(
        configuration: Configuration, store: Store, courier: Courier, bell: Bell, metrics: Metrics, logger: Logger
    ) {
        self.configuration = configuration
        self.store = store
        self.bell = bell
        self.metrics = metrics
        self.logger = logger
        sender = DeliverySender(configuration: configuration, courier: courier)
    }

    /// Sends until the daemon is asked to stop.
    package func run() async throws {
        let (events, event) = AsyncStream<Event>.makeStream()
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                await results.run { batch in for ended in try await note(batch) { event.yield(.ended(ended)) } }
            }
            group.addTask {
                for await _ in bell.calls() { event.yield(.look) }
            }
            group.addTask {
                // For what becomes due, and for what other processes write.
                while !Task.isShuttingDownGracefully, !Task.isCancelled {
                    event.yield(.look)
                    try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .milliseconds(500)) }
                }
                event.yield(.stop)
                try? await Task.sleep(for: configuration.grace)
                event.yield(.cutOff)
            }
            await send(events, event)
            results.finish()
            group.cancelAll()
        }
    }

    /// Hands messages out as lanes have room, until it is to stop.
    private func send(_ events: AsyncStream<Event>, _ event: AsyncStream<Event>.Continuation) async {
        await withDiscardingTaskGroup { group in
            var lanes: [Webhook.ID: OutboxLane] = [:]
            var isStopping = false
            for await next in events {
                switch next {
                case .look: if !isStopping { await look(&lanes) }
                case .fetched(let webhook, let deliveries): lanes[webhook]?.take(deliveries)
                case .sent(let webhook): lanes[webhook]?.sending -= 1
                case .done(let webhook, let delivery): lanes[webhook]?.settle(delivery)
                case .ended(let webhook): lanes[webhook]?.end()
                case .stop: isStopping = true
                case .cutOff: group.cancelAll()
                }
                if isStopping {
                    if lanes.values.allSatisfy(\.onTheirWay.isEmpty) { break }
                    continue
                }
                for id in Array(lanes.keys) {
                    while let delivery = lanes[id]?.next(sender) {
                        group.addTask { [lane = lanes[id]!] in
                            await deliver(delivery, of: lane) { event.yield(.sent(id)) }
                            event.yield(.done(id, delivery.id))
                        }
                    }
                    if let limit = lanes[id]?.fetch() {
                        group.addTask { event.yield(.fetched(id, await fetch(id, limit))) }
                    }
                    if lanes[id]!.isIdle { lanes[id] = nil }
                }
            }
            group.cancelAll()
        }
    }

    /// Finds out which webhooks have something due, and makes digests whose time has come.
    private func look(_ lanes: inout [Webhook.ID: OutboxLane]) async {
        do {
            for webhook in try await store.webhooksWithDigestDue() {
                try await store.gather(for: webhook) { announcements, from, to in
                    let news = announcements.compactMap { try? News($0.kind, json: $0.data) }
                    return News.digest(DigestNews(of: news, from: from.iso8601, to: to.iso8601)).json
                }
            }
            for webhook in try await store.webhooksWithDeliveriesDue() {
                lanes[webhook.id, default: OutboxLane(webhook, sender)].update(webhook, sender)
            }
        } catch {
            logger.error("the outbox cannot be looked at", metadata: ["error": "\(error)"])
        }
    }

    private func fetch(_ webhook: Webhook.ID, _ limit: Int) async -> [Delivery] {
        do {
            return try await store.due(webhook, limit: limit)
        } catch {
            logger.error("the outbox cannot be read", metadata: ["error": "\(error)"])
            return []
        }
    }

    /// Sends one message, says so, and notes what came of it.
    private func deliver(_ delivery: Delivery, of lane: OutboxLane, whenSent: () -> Void) async {
        let result = try? await sender.send(delivery, of: lane)
        if !lane.isOrdered { whenSent() }
        defer { if lane.isOrdered { whenSent() } }
        // Cut off: it is still due, and goes out again when the daemon does.
        guard let result else { return }
        let outcome =
            switch result.outcome {
            case .delivered: "delivered"
            case .retry: "failed"
            case .dead, .gone: "dead"
            }
        metrics.count("judge_deliveries_total", ["outcome": outcome])
        metrics.observe("judge_delivery_seconds", seconds: Double(result.milliseconds) / 1000)
        if let error = result.error {
            var metadata: Logger.Metadata = [
                "webhook": "\(lane.webhook.name)", "message": "\(delivery.announcement.id)", "error": "\(error)",
                "attempt": "\(delivery.attempts + 1)", "then": "\(outcome == "dead" ? "given up" : "tried again")",
            ]
            if let submission = delivery.subject { metadata["submission"] = "\(submission)" }
            logger.warning("a webhook's message did not arrive", metadata: metadata)
        }
        await results.note(result)
    }

    /// - Returns: the webhooks that were switched off over it.
    private func note(_ results: [DeliveryResult]) async throws -> [Webhook.ID] {
        do {
            let ended = try await store.note(results) { name, reason in
                News.disabled(DisabledNews(webhook: name, reason: reason)).json
            }
            for (webhook, reason) in ended {
                logger.error(
                    "a webhook was switched off", metadata: ["webhook": "\(webhook.name)", "reason": "\(reason)"])
            }
            return ended.map(\.webhook.id)
        } catch {
            logger.error("the outbox cannot be written", metadata: ["error": "\(error)"])
            throw error
        }
    }
}
