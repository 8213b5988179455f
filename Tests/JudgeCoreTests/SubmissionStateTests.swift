import JudgeCore
import Testing

@Suite("The life of a submission")
struct SubmissionStateTests {
    @Test("goes from queued to graded through every stage")
    func wholeLife() {
        var state = SubmissionState()
        #expect(state.apply(.start) && state.phase == .compiling)
        #expect(state.apply(.compiled) && state.phase == .running)
        #expect(state.apply(.measure) && state.phase == .measuring)
        #expect(state.apply(.grade(.accepted)) && state.phase == .graded)
        #expect(state.verdict == .accepted)
        #expect(state.isTerminal)
    }

    @Test("has a verdict as soon as a stage fails", arguments: [
        ([SubmissionState.Event.start], Verdict.compileError),
        ([.start, .compiled], .wrongAnswer),
        ([.start, .compiled, .measure], .complexityExceeded),
    ])
    func earlyVerdict(events: [SubmissionState.Event], verdict: Verdict) {
        var state = SubmissionState()
        for event in events { #expect(state.apply(event)) }
        #expect(state.apply(.grade(verdict)))
        #expect(state.verdict == verdict)
    }

    @Test("never leaves a terminal state")
    func terminal() {
        var state = SubmissionState()
        #expect(state.apply(.fail("no compiler")))
        #expect(state.verdict == .judgeError && state.reason == "no compiler")
        let before = state
        for event in [SubmissionState.Event.start, .compiled, .measure, .grade(.accepted), .requeue, .fail("again")] {
            #expect(!state.apply(event))
            #expect(state == before)
        }
    }

    @Test("waits again when its grader is gone, from every stage of grading")
    func requeue() {
        for events in [[SubmissionState.Event.start], [.start, .compiled], [.start, .compiled, .measure]] {
            var state = SubmissionState()
            for event in events { state.apply(event) }
            #expect(state.apply(.requeue))
            #expect(state == SubmissionState())
        }
    }

    @Test("cannot be graded before it is taken up")
    func order() {
        var state = SubmissionState()
        #expect(!state.apply(.grade(.accepted)))
        #expect(!state.apply(.compiled))
        #expect(!state.apply(.requeue))
        #expect(state == SubmissionState())
    }
}
