import Testing

@testable import JudgeService

/// What a host bears, with a clock that the test turns.
@Suite struct HostGatesTests {
    private let start = ContinuousClock.now

    @Test func `five failures in a row shut a host, and one try opens it or shuts it for longer`() {
        let gates = HostGates(pause: .seconds(10))
        func wait(_ seconds: Double, _ host: String = "a") -> Duration? {
            gates.wait(for: host, interval: .zero, now: start + .seconds(seconds))
        }
        func fail(_ seconds: Double) { gates.note("a", isWell: false, now: start + .seconds(seconds)) }
        for _ in 0..<4 { fail(0) }
        #expect(wait(0) == nil)
        fail(0)
        #expect(wait(1) == .seconds(9) && wait(1, "b") == nil, "another host is open")
        #expect(wait(10) == nil && wait(10) != nil, "one is let through, and no second beside it")
        fail(10)
        #expect(wait(11) == .seconds(19), "twice as long")
        #expect(wait(30) == nil)
        gates.note("a", isWell: true, now: start + .seconds(30))
        #expect(wait(30) == nil && wait(30) == nil)
        for _ in 0..<4 { fail(31) }
        #expect(wait(31) == nil, "the count began anew")
    }

    @Test func `a host that stays away is asked every ten minutes at last`() {
        let gates = HostGates(pause: .seconds(10))
        for _ in 0..<40 { gates.note("a", isWell: false, now: start) }
        #expect(gates.wait(for: "a", interval: .zero, now: start) == .seconds(600))
    }

    @Test func `messages keep their distance, and a host that asks to be left alone is`() {
        let gates = HostGates(pause: .seconds(10))
        let second = Duration.seconds(1)
        #expect(gates.wait(for: "a", interval: second, now: start) == nil)
        #expect(gates.wait(for: "a", interval: second, now: start + .milliseconds(300)) == .milliseconds(700))
        #expect(gates.wait(for: "a", interval: second, now: start + second) == nil)
        gates.note("a", isWell: true, asked: .seconds(60), now: start + second)
        #expect(gates.wait(for: "a", interval: second, now: start + .seconds(60)) == second)
        #expect(gates.wait(for: "a", interval: second, now: start + .seconds(61)) == nil)
    }
}
