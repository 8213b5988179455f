import JudgeCore
import Testing

@Suite("The life of a submission")
struct SubmissionStateTests {
    typealias Event = SubmissionState.Event

    /// The state after `events`, each of which must be possible.
    private func after(_ events: [Event]) throws -> SubmissionState {
        var state = SubmissionState()
        for event in events { try apply(event, to: &state) }
        return state
    }

    private func apply(_ event: Event, to state: inout SubmissionState) throws {
        let applied = state.apply(event)
        try #require(applied, "\(event) is not possible after \(state.phase)")
    }

    @Test("goes from queued to graded through every stage")
    func wholeLife() throws {
        #expect(try after([]).phase == .queued)
        #expect(try after([.start]).phase == .compiling)
        #expect(try after([.start, .compiled]).phase == .running)
        #expect(try after([.start, .compiled, .measure]).phase == .measuring)
        let graded = try after([.start, .compiled, .measure, .grade(.accepted)])
        #expect(graded.phase == .graded && graded.verdict == .accepted && graded.isTerminal)
    }

    @Test(
        "has a verdict as soon as a stage fails",
        arguments: [
            ([Event.start], Verdict.compileError), ([.start, .compiled], .wrongAnswer),
            ([.start, .compiled, .measure], .complexityExceeded),
        ])
    func earlyVerdict(events: [Event], verdict: Verdict) throws {
        #expect(try after(events + [.grade(verdict)]).verdict == verdict)
    }

    @Test("never leaves a terminal state")
    func terminal() throws {
        let failed = try after([.fail("no compiler")])
        #expect(failed.verdict == .judgeError && failed.reason == "no compiler")
        for end in [failed, try after([.start, .grade(.compileError)])] {
            for event in [Event.start, .compiled, .measure, .grade(.accepted), .requeue, .fail("again")] {
                var state = end
                let applied = state.apply(event)
                #expect(!applied && state == end)
            }
        }
    }

    @Test("waits again when its grader is gone, from every stage of grading")
    func requeue() throws {
        for events in [[Event.start], [.start, .compiled], [.start, .compiled, .measure]] {
            #expect(try after(events + [.requeue]) == SubmissionState())
        }
    }

    @Test("cannot be graded before it is taken up", arguments: [Event.grade(.accepted), .compiled, .measure, .requeue])
    func order(event: Event) {
        var state = SubmissionState()
        let applied = state.apply(event)
        #expect(!applied && state == SubmissionState())
    }
}
