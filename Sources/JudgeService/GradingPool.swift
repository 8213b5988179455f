import Foundation
import Grading
import JudgeCore
import Logging
import Registry
import Reporting
import ServiceLifecycle
import Storage
import Synchronization

/// The workers of one daemon: they take submissions up, grade them and keep the reports.
///
/// While it runs a submission is held by a lease. A worker that is killed leaves its lease to run out; one that is asked to
/// stop finishes within a grace, or gives its submission back.
package struct GradingPool: Service {
    /// How the pool works.
    package struct Configuration: Sendable {
        /// How many submissions are graded at once.
        package var workers: Int
        /// How long a submission is held without a sign of life.
        package var lease: Duration
        /// How long running work may go on after the daemon was asked to stop.
        package var grace: Duration

        package init(workers: Int = 1, lease: Duration = .seconds(30), grace: Duration = .seconds(30)) {
            self.workers = workers
            self.lease = lease
            self.grace = grace
        }
    }

    /// Grades one submission, telling its progress.
    package typealias Grade =
        @Sendable (Submission, @escaping @Sendable (GradingProgress) -> Void) async throws -> Report

    let configuration: Configuration
    let store: Store
    let board: ProgressBoard
    let metrics: Metrics
    let logger: Logger
    let grade: Grade
    /// What webhooks are told of a report, as JSON.
    let news: (@Sendable (Report, Claim) -> String)?
    /// Rings when there is news.
    let outbox: Bell
    /// Looks at the queue when there may be something in it.
    let bell: Bell
    /// Returns when grading may begin.
    let ready: @Sendable () async -> Void
    /// Whether anything may be taken up.
    let mayClaim: @Sendable () -> Bool

    package init(
        configuration: Configuration, store: Store, board: ProgressBoard, metrics: Metrics, bell: Bell, logger: Logger,
        ready: @escaping @Sendable () async -> Void = {}, mayClaim: @escaping @Sendable () -> Bool = { true },
        outbox: Bell = Bell(),
        news: (@Sendable (Report, Claim) -> String)? = nil, grade: @escaping Grade
    ) {
        self.configuration = configuration
        self.store = store
        self.board = board
        self.metrics = metrics
        self.bell = bell
        self.logger = logger
        self.ready = ready
        self.mayClaim = mayClaim
        self.grade = grade
        self.news = news
        self.outbox = outbox
    }

    /// Grades until the daemon is asked to stop.
    package func run() async throws {
        await ready()
        let takings = Atomic<Int>(0)
        let dispatcher = Dispatcher(bell: bell) { most in
            let number = takings.add(1, ordering: .relaxed).newValue
            return await take(most, as: "\(NodeHeart.name)/\(number)")
        }
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<configuration.workers { group.addTask { await work(dispatcher) } }
            group.addTask { await dispatcher.run() }
            group.addTask { await watch() }
            group.addTask {
                try? await gracefulShutdown()
                bell.stop()
            }
        }
    }

    /// Takes back what lost workers hold, and looks into the queue where nobody rang: another process may have added to it.
    private func watch() async {
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            do {
                // Our own are alive as long as we are, whatever the host's clock does.
                for record in try await store.reclaim(besides: NodeHeart.name) {
                    metrics.count("judge_lost_leases_total")
                    logger.warning("the worker of a submission was lost", metadata: ["submission": "\(record.id)"])
                    board.changed(record.id)
                }
            } catch {
                logger.error("the queue cannot be looked at", metadata: ["error": "\(error)"])
            }
            bell.ring()
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(1)) }
        }
    }

    /// What is next, unless the daemon is to stop.
    private func take(_ most: Int, as worker: String) async -> [Claim] {
        guard !Task.isShuttingDownGracefully, !Task.isCancelled else { return [] }
        guard mayClaim() else { return [] }
        return await tryDatabase { try await store.claim(most, worker: worker, lease: configuration.lease) } ?? []
    }

    /// Grades one submission after the other. What came of one goes to the disk while the next is graded.
    private func work(_ dispatcher: Dispatcher) async {
        let (claims, hand) = AsyncStream<Claim>.makeStream()
        dispatcher.ask(hand)
        await withTaskGroup(of: Void.self) { settling in
            for await claim in claims {
                let attempt = await attempt(claim)
                await settling.next()
                // Before the report is written, whose way to the disk what is next would have to wait for.
                dispatcher.ask(hand)
                settling.addTask { await keep(claim, attempt) }
            }
        }
    }

    /// Writes down what came of an attempt, again and again while the database cannot be used and the lease may still hold.
    private func keep(_ claim: Claim, _ attempt: Attempt) async {
        let end = ContinuousClock.now + configuration.lease
        while await tryDatabase({ try await settle(claim, attempt) }) == nil, .now < end {
            guard (try? await Task.sleep(for: .seconds(1))) != nil else { return }
        }
    }

    private func tryDatabase<Value>(_ body: () async throws -> Value) async -> Value? {
        do { return try await body() } catch {
            logger.error("a worker cannot use the database", metadata: ["error": "\(error)"])
            return nil
        }
    }
}
