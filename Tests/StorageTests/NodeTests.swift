import JudgeCore
import Support
import Testing

@testable import Storage

/// The processes that grade, and how the work stands.
@Suite struct NodeTests {
    private func node(_ name: String, counting: String = "a", sandbox: String = "full") -> Node {
        Node(
            name: name, version: "1", toolchain: "swift 6.3.1, x86_64", counting: counting, sandbox: sandbox, cores: 8,
            workers: 7)
    }

    @Test(arguments: EngineKind.allCases) func `a node is known while it is heard of, with what it holds`(
        _ kind: EngineKind
    ) async throws {
        try await withStore(kind) { store in
            let (first, agreed) = try await store.beat(node("one:1"), now: noon)
            #expect(first.startedAt == noon && first.obstacle(agreed) == nil)
            _ = try await store.beat(node("one:11"), now: noon)
            try await store.enqueue("s", by: "ann")
            _ = try await store.claim(1, worker: "one:1/2", lease: .seconds(30), now: noon)
            let (again, _) = try await store.beat(node("one:1"), now: noon + .seconds(5))
            #expect(again.startedAt == noon && again.seenAt == noon + .seconds(5) && again.held == 1)
            #expect(try await store.nodes().map(\.held) == [1, 0], "one:11 is another node than one:1")
            try await store.leave("one:11")
            #expect(try await store.nodes().map(\.name) == ["one:1"])
            _ = try await store.beat(node("two:1"), now: noon + .seconds(86_410))
            #expect(try await store.nodes().map(\.name) == ["two:1"], "who is silent for a day is forgotten")
        }
    }

    @Test(arguments: EngineKind.allCases) func `a node that drains takes nothing up, and may be called back`(
        _ kind: EngineKind
    ) async throws {
        try await withStore(kind) { store in
            _ = try await store.beat(node("one:1"), now: noon)
            try await store.drain("one:1", true)
            let (drained, agreed) = try await store.beat(node("one:1"), now: noon)
            #expect(drained.obstacle(agreed) == .draining)
            try await store.drain("one:1", false)
            let (back, _) = try await store.beat(node("one:1"), now: noon)
            #expect(back.obstacle(agreed) == nil)
            let error = try await #require(throws: JudgeError.self) { try await store.drain("nobody", true) }
            #expect(error.code == "unknown-node" && error.exitCode == 64)
        }
    }

    @Test(arguments: EngineKind.allCases) func `those grade that count as the first one did, until it is gone`(
        _ kind: EngineKind
    ) async throws {
        try await withStore(kind) { store in
            _ = try await store.beat(node("old:1"), now: noon)
            func obstacle(_ node: Node, after seconds: Int) async throws -> Node.Obstacle? {
                let (own, agreed) = try await store.beat(node, now: noon + .seconds(seconds))
                return own.obstacle(agreed)
            }
            let new = node("new:1", counting: "b")
            #expect(try await obstacle(new, after: 59) == .otherToolchain)
            #expect(try await obstacle(new, after: 60) == .otherToolchain)
            #expect(try await obstacle(new, after: 61) == nil, "the old one is gone by now")
            #expect(try await obstacle(node("old:1"), after: 62) == .otherToolchain)
            try await store.adopt("old:1")
            #expect(try await obstacle(node("old:1"), after: 63) == nil)
            #expect(try await obstacle(new, after: 63) == .otherToolchain)
            try await store.drain("old:1", true)
            #expect(try await obstacle(new, after: 64) == nil, "who drains grades no more")
            let weak = node("weak:1", counting: "b", sandbox: "restricted")
            #expect(try await obstacle(weak, after: 65) == .weakerSandbox)
            try await store.adopt("weak:1")
            #expect(try await obstacle(weak, after: 66) == nil)
            #expect(try await obstacle(new, after: 66) == nil, "stronger walls will do as well")
        }
    }

    @Test(arguments: EngineKind.allCases) func `a node whose tables a newer judge has changed takes nothing up`(
        _ kind: EngineKind
    ) async throws {
        try await withStore(kind) { store in
            let steps = kind == .sqlite ? "grdb_migrations" : "judge_steps"
            try await store.writing { try $0.execute(sql: "INSERT INTO \(steps) VALUES ('99 something later')") }
            let (own, agreed) = try await store.beat(node("one:1"), now: noon)
            #expect(own.obstacle(agreed) == .superseded)
        }
    }

    @Test(arguments: EngineKind.allCases)
    func `hosts are compared with the first one, or with the one that was adopted`(
        _ kind: EngineKind
    ) async throws {
        try await withStore(kind) { store in
            var (first, second) = (node("one:1"), node("two:1"))
            (first.calibration, second.calibration) = (0.5, 0.75)
            _ = try await store.beat(first, now: noon)
            let (own, agreed) = try await store.beat(second, now: noon)
            #expect(own.pace(agreed) == 1.5)
            first.calibration = 1
            let (slower, same) = try await store.beat(first, now: noon)
            #expect(slower.pace(same) == 2, "it has got slower, and limits go by what it was")
            try await store.adopt("two:1")
            #expect(own.pace(try await store.agreement()) == 1)
            let (unknown, _) = try await store.beat(node("three:1"), now: noon)
            #expect(unknown.pace(agreed) == nil)
        }
    }

    /// The verdict of one host alone.
    private func asks(_ store: Store, _ host: String, _ verdict: Verdict, at now: Timestamp = noon) async throws -> Bool
    {
        let claim = try #require(try await store.claim(1, worker: "\(host):1/1", lease: .seconds(30), now: now).first)
        let asks = try await store.asksAnother(claim, verdict, now: now)
        if !asks { #expect(try await store.finish(claim, report(verdict, of: claim.submission), now: now)) }
        return asks
    }

    @Test(arguments: EngineKind.allCases)
    func `a verdict near the time limit counts when two hosts agree, or three have graded it, or there is no other`(
        _ kind: EngineKind
    ) async throws {
        try await withStore(kind) { store in
            _ = try await store.beat(node("one:1"), now: noon)
            _ = try await store.beat(node("one:2"), now: noon)
            try await store.enqueue("alone", by: "ann")
            #expect(try await !asks(store, "one", .accepted), "one:2 is on the same host")
            _ = try await store.beat(node("two:1"), now: noon)
            try await store.enqueue("agreed", by: "ann")
            #expect(try await asks(store, "one", .timeLimitExceeded))
            #expect(try await store.submission("agreed")?.state == SubmissionState())
            #expect(
                try await store.claim(1, worker: "one:2/1", lease: .seconds(30), now: noon).first == nil,
                "it has spoken")
            #expect(try await !asks(store, "two", .timeLimitExceeded))
            #expect(try await store.submission("agreed")?.state.verdict == .timeLimitExceeded)
            try await store.enqueue("disputed", by: "ann")
            #expect(try await asks(store, "two", .accepted))
            #expect(try await !asks(store, "one", .timeLimitExceeded), "there is no third host")
            _ = try await store.beat(node("three:1"), now: noon)
            try await store.enqueue("third", by: "ann")
            #expect(try await asks(store, "one", .accepted))
            #expect(try await asks(store, "two", .timeLimitExceeded))
            #expect(try await !asks(store, "three", .accepted))
            #expect(try await store.submission("third")?.state.verdict == .accepted)
            #expect(try await store.submission("third")?.attempt == 3)
            // The other hosts are gone before they have graded it.
            try await store.enqueue("left", by: "ann")
            #expect(try await asks(store, "one", .accepted))
            #expect(
                try await store.claim(1, worker: "one:1/1", lease: .seconds(1), now: noon + .seconds(59)).first == nil)
            #expect(try await !asks(store, "one", .accepted, at: noon + .seconds(60)))
            let details = try await store.events(of: #require(try await store.submission("left")).number).map(\.detail)
            #expect(details.contains("near the time limit: accepted on one"))
        }
    }

    @Test(arguments: EngineKind.allCases) func `the state of the work: what waits, for how long, and what came out`(
        _ kind: EngineKind
    ) async throws {
        try await withStore(kind) { store in
            #expect(try await store.workState(hours: 3, now: noon).oldest == nil)
            for index in 0..<4 { try await store.enqueue("s\(index)", by: "ann", at: noon + .seconds(index)) }
            for (verdict, hour) in [(Verdict.accepted, 0), (.accepted, 0), (.wrongAnswer, 2)] {
                let time = noon + .seconds(3600 * hour + 10)
                let claim = try #require(try await store.next(at: time))
                #expect(try await store.finish(claim, report(verdict, of: claim.submission), now: time))
            }
            let state = try await store.workState(hours: 3, now: noon + .seconds(7300))
            #expect(state.waiting == 1 && state.underWay == 0 && state.oldest == .seconds(7297))
            #expect(state.hours.map(\.start) == [noon, noon + .seconds(7200)])
            #expect(state.hours.map(\.verdicts) == [["accepted": 2], ["wrong-answer": 1]])
            let last = try await store.workState(hours: 1, now: noon + .seconds(7300))
            #expect(last.hours.map(\.verdicts) == [["wrong-answer": 1]])
        }
    }
}
