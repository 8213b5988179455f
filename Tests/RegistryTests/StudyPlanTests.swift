import JudgeCore
import Support
import Testing

@testable import Registry

/// `judge-ci.yaml`, read and checked, and what it makes of deadlines.
@Suite struct StudyPlanTests {
    private static let whole = """
        layout: ["solutions/{user}/{challenge}.swift", "extra/week-*/{challenge}.swift"]
        groups:
          monday: [ada, grace]
          thursday: [alan]
        assignments:
          - name: week 1
            challenges: [kmeans, knn]
            groups: [monday]
            due: 2026-12-01T18:00:00Z
            late: {percent_per_day: 10, until: 2026-12-04}
          - {name: more, challenges: [pca], required: false}
        attempts: 5

        """

    private func plan(_ text: String) async throws -> StudyPlan {
        try await withFolder { folder in
            try write(text, to: "\(folder)/judge-ci.yaml")
            return try StudyPlan(path: "\(folder)/judge-ci.yaml")
        }
    }

    @Test func `a whole plan is read`() async throws {
        let plan = try await plan(Self.whole)
        #expect(
            plan.layouts.map(\.pattern) == ["solutions/{user}/{challenge}.swift", "extra/week-*/{challenge}.swift"])
        #expect(plan.groups.map(\.name) == ["monday", "thursday"] && plan.groups[0].members == ["ada", "grace"])
        #expect(plan.attempts == 5)
        #expect(plan.assignment(of: "knn", for: "ada")?.name == "week 1")
        #expect(plan.assignment(of: "knn", for: "alan") == nil && !plan.isRequired("knn", of: "alan"))
        #expect(plan.assignment(of: "pca", for: "alan")?.name == "more" && !plan.isRequired("pca", of: "alan"))
        #expect(plan.isRequired("knn", of: "grace"))
        #expect(StudyPlan().isRequired("knn", of: nil))
    }

    @Test func `each day that has begun after the deadline costs, and then nothing counts`() async throws {
        let week = try #require(try await plan(Self.whole).assignments.first)
        let due = try #require(week.due)
        #expect(due == 1_796_148_000)
        #expect(week.share(at: due) == 1 && week.daysLate(at: due) == 0)
        #expect(week.share(at: due + 1) == 0.9 && week.daysLate(at: due + 1) == 1)
        #expect(week.share(at: due + 86_400) == 0.9 && week.share(at: due + 86_401) == 0.8)
        // A day alone lasts until it ends.
        #expect(week.late?.until == 1_796_428_799)
        #expect(week.share(at: 1_796_428_799) > 0 && week.share(at: 1_796_428_800) == 0)
    }

    @Test(arguments: [
        ("attempts: 5", "attempts: 0", "judge-ci.yaml:12:11: attempts: must be an integer of at least 1"),
        ("attempts: 5", "atempts: 5", "did you mean 'attempts'?"),
        ("groups: [monday]", "groups: [mondy]", "there is no group 'mondy'; did you mean 'monday'?"),
        ("due: 2026-12-01T18:00:00Z", "due: tomorrow", "'tomorrow' is no time such as 2026-01-31"),
        ("    due: 2026-12-01T18:00:00Z\n", "", "there is no 'due' to be late for"),
        ("until: 2026-12-04", "until: 2026-11-30", "lies before 'due'"),
        ("percent_per_day: 10", "percent_per_day: 110", "must be a number of at least 0 and at most 100"),
        ("name: more, ", "", "assignments[1].name: is missing"),
        ("name: more", "name: week 1", "'week 1' is the name of two"),
        ("solutions/{user}/", "/solutions/{user}/", "must be a path below the repository's folder"),
        ("{user}/{challenge}.swift", "{user}/x.swift", "must hold {challenge} once"),
        ("{user}/{challenge}.swift", "{user}/{challenge}.py", "must end in .swift"),
        ("{user}/{challenge}.swift", "{user}/{user}/{challenge}.swift", "must hold {user} once, or not at all"),
        ("{user}/{challenge}.swift", "{user}-{challenge}.swift", "one of {user}, {challenge} and * in each part"),
    ]) func `each mistake is answered by its place`(old: String, new: String, message: String) async throws {
        #expect(Self.whole.contains(old))
        let error = await #expect(throws: JudgeError.self) { try await plan(Self.whole.replacing(old, with: new)) }
        #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
    }

    @Test func `a layout tells who and what by the names of folders and files`() throws {
        let layout = try SubmissionLayout("work/*/u-{user}/{challenge}.judge.swift")
        let (user, challenge) = try #require(layout.match("work/2026/u-ada/knn.judge.swift"))
        #expect(user == "ada" && challenge == "knn" && layout.namesUsers)
        for other in [
            "work/2026/ada/knn.judge.swift", "work/2026/u-ada/knn.swift", "work/u-ada/knn.judge.swift",
            "work/2026/u-/knn.judge.swift", "work/2026/u-ada/.judge.swift", "work/2026/u-ada/x/knn.judge.swift",
        ] {
            #expect(layout.match(other) == nil, "\(other)")
        }
        #expect(layout.allows("anything", at: 1) && !layout.allows("play", at: 0) && !layout.allows("x", at: 4))
        #expect(try !SubmissionLayout("{challenge}.swift").namesUsers)
    }
}
