import JudgeCore
import Support
import Testing

@testable import Storage

/// The queue: in which order, whose, how often.
@Suite struct QueueTests {
    @Test(arguments: EngineKind.allCases) func `what is queued is claimed once, with its source, and then graded`(
        _ kind: EngineKind
    ) async throws {
        try await withStore(kind) { store in
            let record = try #require(try await store.enqueue("a", by: "ann"))
            #expect(record.state.phase == .queued)
            let claim = try #require(try await store.next())
            #expect(claim.submission.id == "a")
            #expect(claim.submission.source == Array("// a\n".utf8))
            #expect(claim.submission.author == "ann")
            #expect(try await store.next() == nil)
            #expect(try await store.advance(claim, .compiled))
            #expect(try await store.advance(claim, .measure))
            #expect(try await !store.advance(claim, .compiled), "measuring comes after running")
            #expect(try await store.finish(claim, report(.accepted, of: claim.submission)))
            let graded = try #require(try await store.submission("a"))
            #expect(graded.state == SubmissionState(phase: .graded, verdict: .accepted, reason: nil))
            #expect(try await store.report(of: graded.number) == "{\"verdict\": \"accepted\"}")
            let phases = try await store.events(of: graded.number).map(\.phase)
            #expect(phases == [.queued, .compiling, .running, .measuring, .graded])
            #expect(try await store.load() == (0, 0))
        }
    }

    @Test(arguments: EngineKind.allCases) func `a flood of one user does not starve the others`(_ kind: EngineKind)
        async throws
    {
        try await withStore(kind) { store in
            for index in 0..<50 { try await store.enqueue("flood-\(index)", by: "ann") }
            for name in ["bob", "cid"] { for index in 0..<2 { try await store.enqueue("\(name)-\(index)", by: name) } }
            var order: [String] = []
            for _ in 0..<8 {
                let claim = try #require(try await store.next())
                order.append(claim.submission.id)
                #expect(try await store.finish(claim, report(.accepted, of: claim.submission)))
            }
            #expect(
                order == ["flood-0", "bob-0", "cid-0", "flood-1", "bob-1", "cid-1", "flood-2", "flood-3"])
        }
    }

    @Test(arguments: EngineKind.allCases) func `who has least under way comes first`(_ kind: EngineKind) async throws {
        try await withStore(kind) { store in
            for index in 0..<3 { try await store.enqueue("ann-\(index)", by: "ann") }
            let first = try await store.next()
            #expect(first?.submission.id == "ann-0")
            try await store.enqueue("bob-0", by: "bob")
            #expect(try await store.next()?.submission.id == "bob-0")
            #expect(try await store.next()?.submission.id == "ann-1")
        }
    }

    @Test(arguments: EngineKind.allCases)
    func `a lease that ran out gives the submission to the next worker, and the late one is refused`(_ kind: EngineKind)
        async throws
    {
        try await withStore(kind) { store in
            try await store.enqueue("a", by: "ann")
            let late = try #require(try await store.next())
            #expect(try await store.reclaim(now: noon + .seconds(29)).isEmpty)
            #expect(try await store.renew(late, lease: .seconds(30), now: noon + .seconds(20)))
            #expect(try await store.reclaim(now: noon + .seconds(40)).isEmpty)
            #expect(try await store.reclaim(now: noon + .seconds(50)).map(\.id) == ["a"])
            let second = try #require(try await store.next(at: noon + .seconds(60)))
            #expect(second.attempt == 2)
            #expect(try await !store.renew(late, lease: .seconds(30), now: noon + .seconds(61)))
            #expect(try await !store.advance(late, .compiled))
            #expect(try await !store.finish(late, report(.wrongAnswer, of: late.submission)))
            #expect(try await store.giveBack(late, .failed, reason: "late") == nil)
            #expect(try await store.finish(second, report(.accepted, of: second.submission)))
            #expect(try await store.submission("a")?.state.verdict == .accepted)
            #expect(try await !store.finish(second, report(.wrongAnswer, of: second.submission)), "one report, not two")
        }
    }

    @Test(arguments: EngineKind.allCases)
    func `a report that may not have been kept is brought again, and counts once`(_ kind: EngineKind) async throws {
        try await withStore(kind) { store in
            try await store.enqueue("a", by: "ann")
            let claim = try #require(try await store.next())
            let graded = report(.accepted, of: claim.submission)
            #expect(try await store.finish(claim, graded))
            #expect(try await store.finish(claim, graded), "its own report was kept")
            let record = try #require(try await store.submission("a"))
            #expect(try await store.events(of: record.number).filter { $0.phase == .graded }.count == 1)
            let other = Claim(
                submission: claim.submission, number: claim.number, queuedAt: claim.queuedAt, attempt: claim.attempt,
                worker: "another")
            #expect(try await !store.finish(other, graded), "somebody else's was kept")
        }
    }

    @Test(arguments: EngineKind.allCases)
    func `as many as are asked for are taken up at once, in their fair order`(_ kind: EngineKind) async throws {
        try await withStore(kind) { store in
            for index in 0..<4 { try await store.enqueue("ann-\(index)", by: "ann") }
            try await store.enqueue("bob-0", by: "bob")
            func take(_ most: Int, _ worker: String) async throws -> [Claim] {
                try await store.claim(most, worker: worker, lease: .seconds(30), now: noon)
            }
            let first = try await take(3, "w/1")
            #expect(Set(first.map(\.submission.id)) == ["ann-0", "bob-0", "ann-1"])
            #expect(first.allSatisfy { $0.submission.source == Array("// \($0.submission.id)\n".utf8) })
            let rest = try await take(Store.mostAtOnce, "w/2")
            #expect(Set(rest.map(\.submission.id)) == ["ann-2", "ann-3"], "fewer where no more wait")
            #expect(try await take(1, "w/3").isEmpty)
            for claim in first + rest {
                #expect(try await store.finish(claim, report(.accepted, of: claim.submission)))
            }
            #expect(try await store.load() == (0, 0))
        }
    }

    @Test(arguments: EngineKind.allCases)
    func `what another process holds is taken back however much its name is like one's own`(_ kind: EngineKind)
        async throws
    {
        try await withStore(kind) { store in
            for name in ["a", "b"] { try await store.enqueue(name, by: "ann") }
            for worker in ["a_b:1/1", "axb:1/1"] {
                _ = try await store.claim(1, worker: worker, lease: .seconds(30), now: noon)
            }
            #expect(try await store.reclaim(besides: "a_b:1", now: noon + .seconds(60)).map(\.id) == ["b"])
        }
    }

    @Test(arguments: EngineKind.allCases)
    func `after three failed tries it ends as judge-error with the reason, and rests in between`(_ kind: EngineKind)
        async throws
    {
        try await withStore(kind) { store in
            try await store.enqueue("a", by: "ann")
            var now = noon
            for attempt in 1...3 {
                let claim = try #require(try await store.next(at: now))
                let phase = try await store.giveBack(claim, .failed, reason: "disk full", now: now)
                #expect(phase == (attempt == 3 ? .failed : .queued))
                if attempt < 3 { #expect(try await store.next(at: now) == nil, "it rests") }
                now = now + .seconds(60)
            }
            let record = try #require(try await store.submission("a"))
            #expect(record.state == SubmissionState(phase: .failed, verdict: .judgeError, reason: "disk full"))
            #expect(try await store.next(at: now) == nil)
        }
    }

    @Test(arguments: EngineKind.allCases) func `a daemon that stops costs no try`(_ kind: EngineKind) async throws {
        try await withStore(kind) { store in
            try await store.enqueue("a", by: "ann")
            for _ in 0..<10 {
                let claim = try #require(try await store.next())
                #expect(try await store.giveBack(claim, .stopped, reason: "stops", now: noon) == .queued)
            }
            #expect(try await store.next()?.attempt == 11)
        }
    }

    @Test(arguments: EngineKind.allCases) func `a worker that is lost costs no try, but not for ever`(
        _ kind: EngineKind
    ) async throws {
        try await withStore(kind) { store in
            try await store.enqueue("a", by: "ann")
            var now = noon
            for loss in 1...10 {
                _ = try #require(try await store.next(at: now))
                now = now + .seconds(60)
                let records = try await store.reclaim(now: now)
                #expect(records.map(\.state.phase) == [loss == 10 ? .failed : .queued])
                now = now + .seconds(60)
            }
            #expect(try await store.submission("a")?.state.reason == "its worker was lost")
        }
    }

    @Test(arguments: EngineKind.allCases) func `a daemon that begins takes back what all workers held`(
        _ kind: EngineKind
    ) async throws {
        try await withStore(kind) { store in
            for name in ["a", "b"] { try await store.enqueue(name, by: name) }
            for _ in 0..<2 { _ = try await store.next() }
            #expect(try await Set(store.reclaimAll(now: noon).map(\.id)) == ["a", "b"])
            #expect(try await store.load() == (2, 0))
        }
    }

    @Test(arguments: EngineKind.allCases) func `the same request again is answered with what the first one made`(
        _ kind: EngineKind
    ) async throws {
        try await withStore(kind) { store in
            let user = try await store.putUser("ann", role: .member)
            let other = try await store.putUser("bob", role: .member)
            let limits = QueueLimits()
            func send(_ name: String, _ sha: String, by user: User) async throws -> Enqueued {
                let made = Submission(
                    id: name, challenge: "knn", file: "knn.swift", source: [65], sha256: sha, author: nil,
                    submittedAt: "")
                return try await store.enqueue(made, user: user, key: "key", limits: limits, now: noon)
            }
            guard case .accepted(let first) = try await send("a", "1", by: user) else { return #expect(Bool(false)) }
            #expect(try await send("b", "1", by: user) == .repeated(first))
            #expect(try await send("c", "2", by: user) == .conflicting)
            guard case .accepted = try await send("d", "1", by: other) else { return #expect(Bool(false)) }
        }
    }

    @Test(arguments: EngineKind.allCases)
    func `no user has more waiting or sends more than the limits say, and the queue is bounded`(_ kind: EngineKind)
        async throws
    {
        try await withStore(kind) { store in
            let limits = QueueLimits(waiting: 3, waitingOfUser: 2, rate: 100, rateWindow: .seconds(60))
            #expect(try await store.enqueue("a", by: "ann", limits: limits) != nil)
            #expect(try await store.enqueue("b", by: "ann", limits: limits) != nil)
            let ann = try await store.putUser("ann", role: .member)
            #expect(
                try await store.enqueue(submission("c"), user: ann, limits: limits, now: noon) == .userFull(.seconds(5))
            )
            #expect(try await store.enqueue("d", by: "bob", limits: limits) != nil)
            let bob = try await store.putUser("bob", role: .member)
            #expect(try await store.enqueue(submission("e"), user: bob, limits: limits, now: noon) == .queueFull)
        }
        try await withStore(kind) { store in
            let limits = QueueLimits(rate: 2, rateWindow: .seconds(60))
            let ann = try await store.putUser("ann", role: .member)
            _ = try await store.enqueue("a", by: "ann", at: noon, limits: limits)
            _ = try await store.enqueue("b", by: "ann", at: noon + .seconds(50), limits: limits)
            #expect(
                try await store.enqueue(submission("c"), user: ann, limits: limits, now: noon + .seconds(55))
                    == .userFull(.seconds(5)))
            #expect(try await store.enqueue("c", by: "ann", at: noon + .seconds(60), limits: limits) != nil)
        }
    }

    @Test(arguments: EngineKind.allCases)
    func `what ended can be judged again, and keeps its report until there is a new one`(_ kind: EngineKind)
        async throws
    {
        try await withStore(kind) { store in
            try await store.enqueue("a", by: "ann")
            #expect(try await store.rejudge("a") == nil, "it has not ended")
            let first = try #require(try await store.next())
            _ = try await store.finish(first, report(.wrongAnswer, of: first.submission))
            #expect(try await store.rejudge("a")?.state.phase == .queued)
            #expect(try await store.report(of: first.number) == "{\"verdict\": \"wrong-answer\"}")
            let second = try #require(try await store.next())
            #expect(second.attempt == 2)
            _ = try await store.finish(second, report(.accepted, of: second.submission))
            #expect(try await store.report(of: first.number) == "{\"verdict\": \"accepted\"}")
            #expect(try await store.rejudge("nobody") == nil)
        }
    }
}
