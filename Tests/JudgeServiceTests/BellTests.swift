import Testing

@testable import JudgeService

@Suite(.timeLimit(.minutes(1))) struct BellTests {
    @Test func `it calls one of those who wait, the first one first, and keeps a call that nobody waited for`() async {
        let bell = Bell()
        bell.ring()
        bell.ring()
        #expect(await bell.call(), "two calls that nobody heard are one")
        await withTaskGroup(of: Int.self) { group in
            for index in 0..<3 {
                group.addTask {
                    try? await Task.sleep(for: .milliseconds(100 * index))
                    return await bell.call() ? index : -1
                }
            }
            try? await Task.sleep(for: .milliseconds(500))
            for index in 0..<3 {
                bell.ring()
                #expect(await group.next() == index)
            }
        }
    }

    @Test func `who is cancelled waits no longer, and takes no call from others`() async {
        let bell = Bell()
        let impatient = Task { await bell.call() }
        try? await Task.sleep(for: .milliseconds(50))
        impatient.cancel()
        #expect(await !impatient.value)
        bell.ring()
        #expect(await bell.call())
        let late = Task { await bell.call() }
        late.cancel()
        #expect(await !late.value)
    }

    @Test func `a bell that was stopped lets everybody go`() async {
        let bell = Bell()
        let waiting = Task { await bell.call() }
        try? await Task.sleep(for: .milliseconds(50))
        bell.stop()
        #expect(await !waiting.value)
        bell.ring()
        #expect(await !bell.call())
    }
}
