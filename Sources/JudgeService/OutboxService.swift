import Foundation
import JudgeCore
import Logging
import ServiceLifecycle
import Storage
import Webhooks

/// Sends what the outbox holds to the receivers of webhooks.
///
/// Each webhook has a lane of its own, so that one whose receiver hangs slows no other. What is on its way is known in memory
/// alone: after a crash it is still due, and goes out again under the same identifier. Of all processes with the same database
/// one sends: a daemon has a file for itself, and those with a server choose.
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
        /// A message is through; `nil`: it was cut off.
        case sent(Delivery, Courier.Receipt?)
        /// These are noted; and these webhooks were switched off over it.
        case noted([DeliveryResult], ended: [Webhook.ID])
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
    private let mailbox = Mailbox<Event>()
    private let leads: @Sendable () -> Bool

    /// - Parameters:
    ///   - bell: rings when something was written into the outbox.
    ///   - leads: whether it is this process that sends.
    package init(
        configuration: Configuration, store: Store, courier: Courier, bell: Bell, metrics: Metrics, logger: Logger,
        leads: @escaping @Sendable () -> Bool = { true }
    ) {
        self.leads = leads
        self.configuration = configuration
        self.store = store
        self.bell = bell
        self.metrics = metrics
        self.logger = logger
        sender = DeliverySender(configuration: configuration, courier: courier)
    }

    /// Sends until the daemon is asked to stop.
    package func run() async throws {
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                while await bell.call() {
                    mailbox.post(.look)
                    // Calls are many where submissions are, and one look answers them all.
                    try? await Task.sleep(for: .milliseconds(50))
                }
            }
            group.addTask {
                // For what becomes due, and for what other processes write.
                while !Task.isShuttingDownGracefully, !Task.isCancelled {
                    mailbox.post(.look)
                    try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .milliseconds(500)) }
                }
                mailbox.post(.stop)
                try? await Task.sleep(for: configuration.grace)
                mailbox.post(.cutOff)
            }
            await send()
            group.cancelAll()
        }
    }

    /// What is going on.
    private struct State {
        var lanes: [Webhook.ID: OutboxLane] = [:]
        /// What came of messages and is to be noted, all at once, when what was noted before is in the database.
        var results: [DeliveryResult] = []
        var isNoting = false
        var isStopping = false
        var isCutOff = false

        var isDone: Bool {
            isStopping && results.isEmpty && !isNoting && (isCutOff || lanes.values.allSatisfy(\.onTheirWay.isEmpty))
        }
    }

    /// Hands messages out as lanes have room, and notes what comes of them, until it is to stop.
    private func send() async {
        await withDiscardingTaskGroup { group in
            var state = State()
            for await _ in mailbox.calls {
                var looks = false
                let events = mailbox.take()
                for event in events {
                    if case .look = event { looks = true } else { take(event, &state) }
                }
                let sends = leads()
                if looks, sends, !state.isStopping { await look(&state.lanes) }
                // What was fetched is for whoever sends now.
                if !sends { for id in Array(state.lanes.keys) { state.lanes[id]?.end() } }
                if sends, !state.isStopping {
                    for id in Array(state.lanes.keys) { hand(out: &state, id, &group) }
                }
                if !state.results.isEmpty, !state.isNoting {
                    let results = state.results
                    state.results = []
                    state.isNoting = true
                    group.addTask { mailbox.post(.noted(results, ended: await note(results))) }
                }
                if state.isDone { break }
                // Where much happens, a little later there will be more to do at once.
                if events.count > 8 { try? await Task.sleep(for: .milliseconds(2)) }
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
            let due = try await store.webhooksWithDeliveriesDue()
            for webhook in due { lanes[webhook.id, default: OutboxLane(webhook, sender)].update(webhook, sender) }
            // What is fetched is due; where nothing is, the webhook was removed or switched off in the meantime.
            let known = Set(due.map(\.id))
            for id in Array(lanes.keys) where !known.contains(id) { lanes[id]?.end() }
        } catch {
            logger.error("the outbox cannot be looked at", metadata: ["error": "\(error)"])
        }
    }

    private func fetch(_ webhook: Webhook.ID, _ limit: Int, after last: Delivery?) async -> [Delivery] {
        do {
            return try await store.due(webhook, after: last, limit: limit)
        } catch {
            logger.error("the outbox cannot be read", metadata: ["error": "\(error)"])
            return []
        }
    }

    /// Notes in memory what has happened.
    private func take(_ event: Event, _ state: inout State) {
        switch event {
        case .look: break
        case .fetched(let webhook, let deliveries): state.lanes[webhook]?.take(deliveries)
        case .sent(let delivery, let receipt):
            guard let route = state.lanes[delivery.webhook]?.route else { return }
            state.lanes[delivery.webhook]?.sent()
            if let receipt {
                add(sender.result(delivery, receipt, route), of: delivery, route, &state)
            } else {
                // It is still due, and goes out again when the daemon does.
                state.lanes[delivery.webhook]?.settle(delivery.id)
            }
        case .noted(let results, let ended):
            state.isNoting = false
            for result in results { state.lanes[result.webhook]?.settle(result.delivery) }
            for webhook in ended { state.lanes[webhook]?.end() }
        case .stop:
            state.isStopping = true
            for lane in state.lanes.values { lane.route.line?.drop() }
        case .cutOff: state.isCutOff = true
        }
    }

    /// Begins to send what a lane has room for, and fetches more.
    private func hand(out state: inout State, _ id: Webhook.ID, _ group: inout DiscardingTaskGroup) {
        guard let route = state.lanes[id]?.route else { return }
        while let delivery = state.lanes[id]?.next(sender) {
            do {
                let body = try sender.body(of: delivery, route)
                if let line = route.line {
                    line.send(body) { [mailbox] in mailbox.post(.sent(delivery, $0)) }
                } else {
                    group.addTask { mailbox.post(.sent(delivery, await sender.send(body))) }
                }
            } catch {
                state.lanes[id]?.sent()
                add(sender.failure(delivery, error), of: delivery, route, &state)
            }
        }
        if let (limit, last) = state.lanes[id]?.fetch() {
            group.addTask { mailbox.post(.fetched(id, await fetch(id, limit, after: last))) }
        }
        if state.lanes[id]?.isIdle == true { state.lanes[id] = nil }
    }

    /// Keeps what came of a message until it is noted, counts it, and says what did not arrive.
    private func add(_ result: DeliveryResult, of delivery: Delivery, _ route: OutboxRoute, _ state: inout State) {
        state.results.append(result)
        let outcome =
            switch result.outcome {
            case .delivered: "delivered"
            case .retry: "failed"
            case .dead, .gone: "dead"
            }
        metrics.count("judge_deliveries_total", ["outcome": outcome])
        metrics.observe("judge_delivery_seconds", seconds: Double(result.milliseconds) / 1000)
        guard let error = result.error else { return }
        var metadata: Logger.Metadata = [
            "webhook": "\(route.webhook.name)", "message": "\(delivery.announcement.id)", "error": "\(error)",
            "attempt": "\(delivery.attempts + 1)", "then": "\(outcome == "dead" ? "given up" : "tried again")",
        ]
        if let submission = delivery.subject { metadata["submission"] = "\(submission)" }
        logger.warning("a webhook's message did not arrive", metadata: metadata)
    }

    /// Notes in the database what came of messages; what cannot be written now is written a little later.
    ///
    /// - Returns: the webhooks that were switched off over it.
    private func note(_ results: [DeliveryResult]) async -> [Webhook.ID] {
        while true {
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
                guard (try? await Task.sleep(for: .seconds(1))) != nil else { return [] }
            }
        }
    }
}
