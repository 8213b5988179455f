import JudgeCore
import Testing

@testable import Registry

@Suite struct TimeLimitTests {
    @Test(
        arguments: [
            ([0.2], [], 1.0, 1.0), ([0.5], [], 1, 1), ([0.51], [], 1, 2), ([0.1, 2.4, 0.3], [], 1, 5),
            ([0.0], [], 1, 1),
            ([0.15], [], 0.1, 0.3), ([0.31], [], 0.25, 0.75), ([0.5], [1.5], 1, 1), ([1], [10, 3], 1, 2),
        ] as [([Double], [Double], Double, Double)])
    func theSmallestMultipleThatFitsIsTheLimit(
        lower: [Double], upper: [Double], resolution: Double, expected: Double
    ) throws {
        #expect(try TimeLimit.infer(lower: lower, upper: upper, resolution: resolution) == expected)
    }

    @Test func theMultipliersAreThoseOfThePackage() throws {
        let multipliers = TimeMultipliers(acToTimeLimit: 5, timeLimitToTLE: 1)
        #expect(try TimeLimit.infer(lower: [0.5], upper: [3], multipliers: multipliers) == 3)
        #expect(throws: JudgeError.self) {
            try TimeLimit.infer(lower: [0.5], upper: [2.9], multipliers: multipliers)
        }
    }

    @Test func aSlowSubmissionMustBeSlowEnough() {
        #expect(throws: JudgeError.self) { try TimeLimit.infer(lower: [0.5], upper: [1.49]) }
    }

    @Test func withoutALowerBoundThereIsNoLimit() {
        do throws(JudgeError) {
            _ = try TimeLimit.infer(lower: [], upper: [5])
            Issue.record("there is no bound from below")
        } catch {
            #expect(error.code == "no-time-limit")
            #expect(
                error.message
                    == "no submission bounds the time limit from below; add an accepted one, or set limits.time_limit")
        }
    }

    @Test func aGivenLimitIsCheckedAgainstTheSameBounds() {
        #expect(TimeLimit.complaint(about: 1, lower: [0.5], upper: [1.5]) == nil)
        #expect(
            TimeLimit.complaint(about: 1, lower: [0.6], upper: []) == """
                a submission that must be in time takes 0.6 s, and 2.0 times that is more than the time limit of 1.0 s
                """)
        #expect(
            TimeLimit.complaint(about: 1, lower: [0.1], upper: [1.25]) == """
                a submission that must be too slow takes 1.25 s, less than 1.5 times the time limit of 1.0 s
                """)
    }

    @Test(arguments: [(1.0, 1.0, true), (0.3, 0.1, true), (2.5, 0.5, true), (1.5, 1.0, false), (0.05, 0.1, false)])
    func multiplesAreToldDespiteRounding(limit: Double, resolution: Double, expected: Bool) {
        #expect(TimeLimit.isMultiple(limit, of: resolution) == expected)
    }
}
