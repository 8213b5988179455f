import JudgeCore
import Testing

@testable import JudgeService

/// Who watches a submission sees what is done for it, wherever that is.
@Suite(.timeLimit(.minutes(1))) struct ProgressBoardTests {
    @Test func `what others do is shown until they are through, and what is done here until it ends`() async throws {
        let board = ProgressBoard()
        let step = GradingProgress.running(index: 1, total: 3, name: "a")
        var changes = board.changes(of: "there").makeAsyncIterator()
        board.hear(step, of: "there")
        #expect(await changes.next() == step)
        #expect(board.latest("there") == step)
        board.hear("there")
        #expect(await changes.next() == .some(nil))
        #expect(board.latest("there") == nil)

        var here = board.changes(of: "here").makeAsyncIterator()
        board.post(step, of: "here")
        #expect(await here.next() == step)
        // The database tells also of what this process has done.
        board.hear("here")
        #expect(await here.next() == step)
        board.changed("here")
        #expect(await here.next() == .some(nil))
        #expect(board.latest("here") == nil)
    }

    @Test func `those whose end is never heard are forgotten some time`() {
        let board = ProgressBoard()
        for index in 0...10_000 { board.hear(.compiling, of: "\(index)") }
        #expect(board.latest("0") == nil && board.latest("10000") == .compiling)
    }
}
