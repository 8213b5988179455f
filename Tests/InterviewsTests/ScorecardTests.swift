import Complexity
import JudgeCore
import Registry
import Storage
import Support
import Testing

@testable import Interviews

/// Predictions against measurements, and what a scorecard says.
@Suite struct ScorecardTests {
    private static let settings = GrowthSettings(
        time: try! Bound("n * k", variables: ["n", "k"]), space: try! Bound("n", variables: ["n", "k"]),
        variables: [.init(name: "n", at: 100, ladder: 64, rungs: 5), .init(name: "k", at: 8, ladder: 4, rungs: 5)],
        families: ["random"])

    /// Growth with these exponents in n and in k.
    private func growth(_ exponents: (Double, Double)) -> ResourceGrowth {
        ResourceGrowth(
            bound: "n * k",
            variables: [("n", exponents.0, 64), ("k", exponents.1, 4)].map { name, exponent, first in
                VariableGrowth(
                    name: name, estimate: "\(name)^\(exponent)", exponent: exponent, interval: [exponent, exponent],
                    verdict: .within, family: "random",
                    points: (0..<5).map { GrowthPoint(x: first << $0, value: 1 << $0, bound: 1) })
            })
    }

    @Test(arguments: [
        ("n * k", [true, true]), ("n", [true, false]), ("n^2", [false, false]), ("n * log(n) * k", [true, true]),
        ("k * n + n", [true, true]), ("n * sqrt(k)", [true, false]), ("1", [false, false]),
    ]) func `a prediction agrees along each variable in which it rises as was measured`(text: String, agrees: [Bool]) {
        let report = ComplexityReport(time: growth((1, 1)), space: growth((1, 0)))
        let fits = Prediction(time: text, space: "").fits(report, Self.settings)
        #expect(fits.map(\.variable) == ["n", "k"] && fits.map(\.agrees) == agrees, "\(fits)")
    }

    @Test func `what is no bound is refused with its place, and nothing is no prediction`() throws {
        #expect(try Prediction.bound("  ", Self.settings) == nil)
        for text in ["n *", "m", "n^", "f(n)", "-n"] {
            let error = #expect(throws: JudgeError.self) { try Prediction.bound(text, Self.settings) }
            #expect(error?.code == "bad-prediction" && error?.message.hasPrefix("column ") == true)
        }
        let report = ComplexityReport(time: growth((1, 1)), space: growth((1, 0)))
        #expect(Prediction(time: "", space: "").fits(report, Self.settings).isEmpty)
    }

    @Test func `a scorecard counts what was sent while the interview lasted, and says what to practise`() async throws {
        try await withFolder { folder in
            let store = try Store(path: "\(folder)/judge.sqlite")
            defer { try? store.close() }
            let start = Timestamp(milliseconds: 1_767_268_800_000)
            let interview = InterviewRecord(
                id: "i", userID: nil, minutes: 45, tasks: ["kmeans", "knn"], startedAt: start)
            try await store.begin(interview)
            #expect(try await store.predict(time: "n", space: "", of: "kmeans", in: "i"))
            #expect(try await !store.predict(time: "n^2", space: "", of: "kmeans", in: "i"), "the first word counts")
            func send(_ slug: String, _ verdict: Verdict, minute: Int) async throws {
                let submission = Submission(
                    id: "\(slug)-\(minute)", challenge: slug, file: "\(slug).swift", source: [], sha256: "",
                    author: nil,
                    submittedAt: "")
                let report = Report(
                    submission: SubmissionSummary(submission), verdict: verdict, compile: CompileReport(), groups: [],
                    sandbox: SandboxReport(level: .full, walls: []), toolchain: "", judge: "", seed: "", seconds: 1)
                try await store.record(
                    submission, graded: GradedReport(report, json: "{}"), now: start + .seconds(minute * 60))
            }
            try await send("kmeans", .accepted, minute: -5)
            try await send("kmeans", .wrongAnswer, minute: 10)
            try await send("kmeans", .accepted, minute: 20)
            try await send("knn", .complexityExceeded, minute: 40)
            try await send("knn", .accepted, minute: 50)
            let registry = Registry(root: Checkout.challenges)
            let kept = try #require(try await store.interview("i"))
            let card = try await Scorecard.of(kept, store: store, registry: registry, now: start + .seconds(7200))
            #expect(card.usedMinutes == 45 && card.solved == 1)
            #expect(
                card.tasks.map(\.tries) == [2, 1] && card.tasks.map(\.verdict) == [.accepted, .complexityExceeded])
            #expect(card.tasks[0].solvedAfterMinutes == 20 && card.tasks[1].solvedAfterMinutes == nil)
            #expect(card.tasks[0].prediction == Prediction(time: "n", space: ""))
            let text = card.markdown(try registry.list())
            #expect(text.contains("1 of 2 solved in 45.0 of 45 minutes"))
            #expect(text.contains("| kmeans | ") && text.contains("| 20.0 min | 2 | accepted |"))
            #expect(text.contains("Finish `knn`: it is right, but grows too fast; more about it: "), "\(text)")
            // Ended early, it counts what came before.
            try await store.endInterview("i", now: start + .seconds(15 * 60))
            try await store.endInterview("i", now: start + .seconds(30 * 60))
            let ended = try #require(try await store.interview("i"))
            let early = try await Scorecard.of(ended, store: store, registry: registry, now: start + .seconds(7200))
            #expect(early.usedMinutes == 15 && early.solved == 0)
        }
    }
}
