import JudgeCore
import Testing

@testable import Grading
@testable import Registry

/// How points add up, as the Problem Package Format 2025-09 has it.
@Suite struct ScoresTests {
    private typealias Case = Scores.Case

    private func settings(
        _ aggregation: GroupSettings.Aggregation?, _ maximum: GroupSettings.MaximumScore?
    ) -> GroupSettings {
        var settings = GroupSettings()
        settings.aggregation = aggregation
        settings.maximumScore = maximum
        return settings
    }

    private func group(
        _ aggregation: GroupSettings.Aggregation?, _ maximum: GroupSettings.MaximumScore?, isDeclared: Bool = true
    ) -> TestGroup {
        TestGroup(
            name: "secret/a", settings: settings(aggregation, maximum), isDeclared: isDeclared, cases: [],
            generated: [])
    }

    private func points(
        _ group: TestGroup, _ cases: [Case], total: Int? = nil, secret: GroupSettings = GroupSettings(),
        ungrouped: Int? = nil
    ) throws -> Double {
        let total = total ?? cases.count
        return try Scores(secret: secret, slug: "x", ungrouped: ungrouped ?? total).score(
            of: group, cases: cases, total: total
        ).points
    }

    @Test func `a sum shares the maximum out among the cases, and multipliers take their part of it`() throws {
        let sum = group(.sum, .points(30))
        #expect(try points(sum, [Case(isAccepted: true), Case(isAccepted: false), Case(isAccepted: true)]) == 20)
        #expect(
            try points(sum, [Case(isAccepted: true, given: .multiplier(0.5)), Case(isAccepted: true)], total: 3) == 15)
        #expect(try points(sum, [Case(isAccepted: true, given: .points(7))], total: 3) == 7)
    }

    @Test func `the least case decides where the aggregation is min, and one that did not run is worth nothing`() throws
    {
        let least = group(.min, .points(30))
        let cases = [Case(isAccepted: true, given: .multiplier(0.5)), Case(isAccepted: true)]
        #expect(try points(least, cases) == 15)
        #expect(try points(least, cases, total: 3) == 0)
        #expect(try points(least, cases + [Case(isAccepted: false)]) == 0)
    }

    @Test func `a group is all or nothing by default`() throws {
        let whole = group(nil, .points(30))
        #expect(try points(whole, [Case(isAccepted: true), Case(isAccepted: true)]) == 30)
        #expect(try points(whole, [Case(isAccepted: true), Case(isAccepted: false)]) == 0)
        #expect(try points(whole, [Case(isAccepted: true)], total: 2) == 0)
    }

    @Test func `a folder without settings is counted by the rules of all secret data, 100 points by default`() throws {
        let folder = group(nil, nil, isDeclared: false)
        let cases = [Case(isAccepted: true), Case(isAccepted: false)]
        #expect(try points(folder, cases) == 50)
        // Beside other such folders it has its cases' share of the 100 points.
        #expect(try points(folder, cases, ungrouped: 8) == 12.5)
    }

    @Test func `without a bound the validator's points count as they are`() throws {
        let secret = settings(nil, .unbounded)
        let unbounded = group(.sum, .unbounded)
        let cases = [Case(isAccepted: true, given: .points(1000)), Case(isAccepted: true, given: .points(0.5))]
        #expect(try points(unbounded, cases, secret: secret) == 1000.5)
        #expect(Scores(secret: secret, slug: "x", ungrouped: 0).maximum == nil)
    }

    @Test func `what a validator must not give ends the grading as the judge's failure`() {
        let sum = group(.sum, .points(30))
        for (group, item) in [
            (sum, Case(isAccepted: true, given: .multiplier(1.5))), (sum, Case(isAccepted: true, given: .points(31))),
            (sum, Case(isAccepted: false, given: .multiplier(0))), (sum, Case(isAccepted: true, given: .points(-1))),
            (group(.sum, .unbounded), Case(isAccepted: true)),
            (group(.sum, .unbounded), Case(isAccepted: true, given: .multiplier(1))),
            (group(nil, .points(30)), Case(isAccepted: true, given: .multiplier(1))),
        ] {
            let error = #expect(throws: JudgeError.self) { try points(group, [item]) }
            #expect(error?.code == "validator-failed")
        }
    }

    @Test func `the whole is the sum of its groups, or the least, or all of them`() {
        let parts = [ScoreReport(points: 30, maximum: 30), ScoreReport(points: 10, maximum: 70)]
        func total(_ aggregation: GroupSettings.Aggregation?) -> ScoreReport {
            Scores(secret: settings(aggregation, .points(100)), slug: "x", ungrouped: 0).total(parts)
        }
        #expect(total(nil) == ScoreReport(points: 40, maximum: 100))
        #expect(total(.min).points == 10)
        #expect(total(.passFail).points == 0)
    }
}
