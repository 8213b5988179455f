import Foundation
import Support
import Testing

/// Applied challenges: predictions earn points between a guess and a tuned reference.
@Suite("Applied challenges", .serialized)
struct AppliedTests {
    private static let slug = "spamdetection"

    private struct Scored: Decodable {
        struct Score: Decodable { let points: Double, maximum: Double?, to_pass: Double? }
        struct Group: Decodable { let name: String, score: Score? }
        let verdict: String, message: String?, score: Score?, groups: [Group]
    }

    private func submit(_ path: String) async throws -> (finished: Finished, report: Scored) {
        let finished = try await judge(
            [
                "submit", Checkout.challenge("\(Self.slug)/submissions/\(path)"), "--challenge", Self.slug, "--format",
                "json",
            ])
        return (finished, try JSONDecoder().decode(Scored.self, from: Data(finished.output.utf8)))
    }

    @Test("a good model passes, a weak one earns less than is asked for, and a guess earns nothing")
    func points() async throws {
        let tuned = try await submit("accepted/tuned.swift")
        #expect(tuned.finished.status == 0 && tuned.report.verdict == "accepted")
        let best = try #require(tuned.report.score)
        #expect(best.points > 85 && best.maximum == 100 && best.to_pass == 70)
        let parts = tuned.report.groups.compactMap(\.score?.points).reduce(0, +)
        #expect(abs(parts - best.points) < 1e-9)

        let weak = try await submit("partially_accepted/simple_reference.swift")
        let some = try #require(weak.report.score?.points)
        #expect(weak.finished.status == 1 && weak.report.verdict == "wrong-answer" && (40..<70).contains(some))
        #expect(weak.report.message?.hasSuffix("70 are asked for") == true)

        let guess = try await submit("wrong_answer/same_score.swift")
        #expect(guess.finished.status == 1 && guess.report.score?.points == 0)
    }

    @Test("the report shows the points, of each group as well")
    func words() async throws {
        let shown = try await judge(
            ["submit", Checkout.challenge("\(Self.slug)/submissions/accepted/tuned.swift"), "--challenge", Self.slug])
        #expect(
            shown.output.contains("score") && shown.output.contains(" of 100") && shown.output.contains("70 to pass"))
        #expect(shown.output.contains(" points"), "\(shown.output)")
    }
}
