import Foundation
import JudgeCore
import Logging
import ServiceLifecycle
import Storage
import Support
import Synchronization
import Testing

@testable import JudgeService

/// The workers, with real storage and a grader that does as the test says.
@Suite(.timeLimit(.minutes(1))) struct GradingPoolTests {
    /// A pool at work on a fresh database while `body` runs.
    private func withPool(
        workers: Int = 1, lease: Duration = .seconds(30), grace: Duration = .seconds(5),
        mayClaim: @escaping @Sendable () -> Bool = { true },
        grade: @escaping GradingPool.Grade,
        body: @escaping @Sendable (Store, ProgressBoard, ServiceGroup, Bell) async throws -> Void
    ) async throws {
        try await withFolder { folder in
            let store = try Store(path: "\(folder)/judge.sqlite")
            let board = ProgressBoard()
            let bell = Bell()
            let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            let pool = GradingPool(
                configuration: GradingPool.Configuration(workers: workers, lease: lease, grace: grace), store: store,
                board: board, metrics: .daemon(), bell: bell, logger: logger, mayClaim: mayClaim, grade: grade)
            let services = ServiceGroup(configuration: ServiceGroupConfiguration(services: [pool], logger: logger))
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await services.run() }
                group.addTask {
                    try await body(store, board, services, bell)
                    await services.triggerGracefulShutdown()
                }
                try await group.waitForAll()
            }
            try store.close()
        }
    }

    @Test func `a node that drains finishes what it grades, and takes up nothing new until it is called back`()
        async throws
    {
        let node = Node(
            name: NodeHeart.name, version: "1", toolchain: "swift", counting: "c", sandbox: "full", cores: 1, workers: 1
        )
        let heart = Mutex<NodeHeart?>(nil)
        let (begun, begin) = AsyncStream<Void>.makeStream()
        let (released, release) = AsyncStream<Void>.makeStream()
        try await withPool(mayClaim: { heart.withLock { $0?.mayGrade ?? false } }) { submission, _ in
            begin.yield()
            if submission.id == "first" { for await _ in released { break } }
            return made(.accepted, of: submission)
        } body: { store, _, _, bell in
            let own = NodeHeart(
                node: node, store: store, queue: bell, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
            await own.beat()
            heart.withLock { $0 = own }
            try await send("first", to: store, bell)
            for await _ in begun { break }
            try await send("second", to: store, bell)
            try await store.drain(node.name, true)
            await own.beat()
            release.yield()
            #expect(try await ended("first", in: store).verdict == .accepted)
            // The pool looks into the queue each second, and rings the bell.
            try await Task.sleep(for: .milliseconds(1200))
            #expect(try await store.load() == (1, 0))
            try await store.drain(node.name, false)
            await own.beat()
            #expect(try await ended("second", in: store).verdict == .accepted)
        }
    }

    /// Counted, not timed: all of them asking each second would be at least three hundred times.
    @Test
    func `of many workers with nothing to do one looks into the queue, and all of them grade when there is enough`()
        async throws
    {
        let looks = Mutex(0)
        let (begun, begin) = AsyncStream<Void>.makeStream()
        let (released, release) = AsyncStream<Void>.makeStream()
        try await withPool(
            workers: 100,
            mayClaim: {
                looks.withLock { $0 += 1 }; return true
            }
        ) { submission, _ in
            begin.yield()
            for await _ in released { break }
            return made(.accepted, of: submission)
        } body: { store, _, _, bell in
            try await Task.sleep(for: .seconds(3))
            #expect(looks.withLock { $0 } < 100)
            for index in 0..<8 { try await send("s\(index)", to: store, Bell()) }
            let before = looks.withLock { $0 }
            bell.ring()
            var count = 0
            for await _ in begun {
                count += 1
                if count == 8 { break }
            }
            #expect(try await store.load() == (0, 8))
            #expect(looks.withLock { $0 } - before < 8, "they are taken up together")
            release.finish()
            for index in 0..<8 { #expect(try await ended("s\(index)", in: store).verdict == .accepted) }
        }
    }

    private func send(_ id: String, to store: Store, _ bell: Bell) async throws {
        let user = try await store.putUser("ann", role: .member)
        let submission = Submission(
            id: id, challenge: "kmeans", file: "kmeans.swift", source: [65], sha256: id, author: nil, submittedAt: "")
        _ = try await store.enqueue(submission, user: user, limits: QueueLimits())
        bell.ring()
    }

    private func ended(_ id: String, in store: Store) async throws -> SubmissionState {
        for _ in 0..<1000 {
            if let state = try await store.submission(id)?.state, state.isTerminal { return state }
            try await Task.sleep(for: .milliseconds(10))
        }
        return try #require(try await store.submission(id)?.state)
    }

    @Test func `what is sent is graded, and its stages are kept`() async throws {
        try await withPool { submission, progress in
            for step: GradingProgress in [
                .preparing("validator"), .compiling, .running(index: 1, total: 2, name: "a"),
                .running(index: 2, total: 2, name: "b"), .measuring(index: 1, total: 9, variable: "n"),
            ] {
                progress(step)
                try await Task.sleep(for: .milliseconds(20))
            }
            return made(.accepted, of: submission)
        } body: { store, _, _, bell in
            try await send("a", to: store, bell)
            #expect(try await ended("a", in: store).verdict == .accepted)
            let record = try #require(try await store.submission("a"))
            let phases = try await store.events(of: record.number).map(\.phase)
            #expect(phases == [.queued, .compiling, .running, .measuring, .graded])
            let json = try #require(try await store.report(of: record.number))
            #expect(json.contains("\"schema\""))
        }
    }

    @Test func `a judge that fails three times ends the submission as judge-error, with the reason`() async throws {
        let tries = Mutex(0)
        try await withPool { _, _ in
            tries.withLock { $0 += 1 }
            throw JudgeError(.unavailable, "disk-full", "the disk is full")
        } body: { store, _, _, bell in
            try await send("a", to: store, bell)
            let state = try await ended("a", in: store)
            #expect(state.phase == .failed && state.verdict == .judgeError)
            #expect(state.reason?.contains("the disk is full") == true)
        }
        #expect(tries.withLock { $0 } == 3)
    }

    @Test func `what runs when the daemon is asked to stop finishes within the grace`() async throws {
        let store = Mutex<SubmissionState?>(nil)
        try await withPool(grace: .seconds(20)) { submission, progress in
            progress(.compiling)
            try await Task.sleep(for: .milliseconds(400))
            return made(.accepted, of: submission)
        } body: { open, board, services, bell in
            try await send("a", to: open, bell)
            try await send("b", to: open, bell)
            while board.latest("a") == nil { try await Task.sleep(for: .milliseconds(5)) }
            await services.triggerGracefulShutdown()
            let state = try await ended("a", in: open)
            store.withLock { $0 = state }
            try await Task.sleep(for: .milliseconds(100))
            #expect(try await open.submission("b")?.state.phase == .queued, "nothing new is taken up")
        }
        #expect(store.withLock { $0?.verdict } == .accepted)
    }

    @Test func `what does not finish within the grace goes back to the queue and costs no try`() async throws {
        try await withFolder { folder in
            let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            let store = try Store(path: "\(folder)/judge.sqlite")
            let board = ProgressBoard()
            let bell = Bell()
            let pool = GradingPool(
                configuration: GradingPool.Configuration(workers: 1, grace: .milliseconds(100)), store: store,
                board: board, metrics: .daemon(), bell: bell, logger: logger
            ) { submission, progress in
                progress(.compiling)
                try await Task.sleep(for: .seconds(60))
                return made(.accepted, of: submission)
            }
            let services = ServiceGroup(configuration: ServiceGroupConfiguration(services: [pool], logger: logger))
            async let running: Void = services.run()
            try await send("a", to: store, bell)
            while board.latest("a") == nil { try await Task.sleep(for: .milliseconds(5)) }
            await services.triggerGracefulShutdown()
            try await running
            let record = try #require(try await store.submission("a"))
            #expect(record.state.phase == .queued)
            #expect(try await store.load() == (1, 0))
            let next = try #require(try await store.claim(1, worker: "next", lease: .seconds(9)).first)
            #expect(next.attempt == 2)
            try store.close()
        }
    }

    @Test func `a worker whose lease was taken away stops, and what it made is dropped`() async throws {
        let cancelled = Mutex(false)
        try await withPool(lease: .milliseconds(200)) { submission, progress in
            progress(.compiling)
            if submission.sha256 == "a" {
                do { try await Task.sleep(for: .seconds(30)) } catch { cancelled.withLock { $0 = true } }
            }
            return made(.wrongAnswer, of: submission)
        } body: { store, board, _, bell in
            try await send("a", to: store, bell)
            while board.latest("a") == nil { try await Task.sleep(for: .milliseconds(5)) }
            // Another node has taken over: its attempt is the newer one.
            _ = try await store.reclaimAll(now: .now + .seconds(-10))
            let claim = try #require(try await store.claim(1, worker: "other", lease: .seconds(60)).first)
            for _ in 0..<500 where !cancelled.withLock({ $0 }) { try await Task.sleep(for: .milliseconds(10)) }
            let report = made(.accepted, of: claim.submission)
            #expect(try await store.finish(claim, GradedReport(report, json: "{}")))
            #expect(try await store.submission("a")?.state.verdict == .accepted)
        }
        #expect(cancelled.withLock { $0 })
    }

    @Test func `as many are graded at once as there are workers`() async throws {
        let running = Mutex((now: 0, most: 0))
        try await withPool(workers: 3) { submission, _ in
            running.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
            // The first ones wait for the others; and a little longer, for one too many to show itself.
            for _ in 0..<500 where running.withLock({ $0.most < 3 }) { try await Task.sleep(for: .milliseconds(10)) }
            try await Task.sleep(for: .milliseconds(150))
            running.withLock { $0.now -= 1 }
            return made(.accepted, of: submission)
        } body: { store, _, _, bell in
            for index in 0..<7 { try await send("s\(index)", to: store, bell) }
            for index in 0..<7 { #expect(try await ended("s\(index)", in: store).verdict == .accepted) }
        }
        #expect(running.withLock { $0.most } == 3)
    }
}

/// A report with this verdict.
func made(_ verdict: Verdict, of submission: Submission) -> Report {
    Report(
        submission: SubmissionSummary(submission), verdict: verdict, compile: CompileReport(), groups: [],
        sandbox: SandboxReport(level: .full, walls: []), toolchain: "swift", judge: "1", seed: "s", seconds: 1)
}
