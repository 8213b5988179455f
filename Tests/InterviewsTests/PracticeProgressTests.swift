import JudgeCore
import Registry
import Storage
import Support
import Testing

@testable import Interviews

/// What is made of somebody's results.
@Suite struct PracticeProgressTests {
    private static let entries = (try? Registry(root: Checkout.challenges).list()) ?? []
    private static let day: Int64 = 86_400_000
    /// Noon of a day in 2026.
    private static let noon = Timestamp(milliseconds: 20_600 * day + day / 2)

    private static func result(
        _ number: Int64, _ challenge: String, _ verdict: Verdict, daysAgo: Int64 = 0, work: Double? = nil,
        space: Double? = nil
    ) -> SubmissionResult {
        SubmissionResult(
            number: number, challenge: challenge,
            submittedAt: Timestamp(milliseconds: noon.milliseconds - daysAgo * day), verdict: verdict, work: work,
            space: space)
    }

    private func progress(_ results: [SubmissionResult]) -> PracticeProgress {
        PracticeProgress(results, entries: Self.entries, now: Self.noon)
    }

    @Test func `the least of work and memory is kept, and the best is the one of least work`() throws {
        let progress = progress([
            Self.result(1, "knn", .wrongAnswer, daysAgo: 3),
            Self.result(2, "knn", .accepted, daysAgo: 2, work: 5, space: 1),
            Self.result(3, "knn", .accepted, daysAgo: 1, work: 4, space: 3), Self.result(4, "knn", .accepted, work: 6),
            Self.result(5, "kmeans", .accepted), Self.result(6, "kmeans", .accepted),
            Self.result(7, "pca", .runTimeError),
        ])
        let knn = try #require(progress.challenges.first { $0.id == "knn" })
        #expect(knn.tries == 4 && knn.leastWork == 4 && knn.leastSpace == 1 && knn.best == 3)
        #expect(knn.solvedAt?.milliseconds == Self.noon.milliseconds - 2 * Self.day)
        // Where nothing was measured, the newest.
        #expect(progress.challenges.first { $0.id == "kmeans" }?.best == 6)
        let pca = try #require(progress.challenges.first { $0.id == "pca" })
        #expect(pca.solvedAt == nil && pca.best == nil && progress.solved == 2)
    }

    @Test(
        arguments: [
            ([], 0, 0), ([0], 1, 1), ([1], 1, 1), ([2], 0, 1), ([0, 0, 1, 2], 3, 3), ([0, 2, 3, 4], 1, 3),
            ([5, 4, 3], 0, 3),
        ] as [([Int64], Int, Int)])
    func `a streak is days in a row, and ends when a whole day was left out`(days: [Int64], current: Int, longest: Int)
    {
        let results = days.sorted(by: >).enumerated().map { index, days in
            Self.result(Int64(index), "knn", .wrongAnswer, daysAgo: days)
        }
        let streak = progress(results).streak
        #expect(streak.current == current && streak.longest == longest)
    }

    @Test func `topics say where it is weak, and what is next says why`() throws {
        let progress = progress([
            Self.result(1, "knn", .accepted), Self.result(2, "rocauc", .wrongAnswer),
            Self.result(3, "kmeans", .wrongAnswer),
            Self.result(4, "kmeans", .wrongAnswer), Self.result(5, "kmeans", .accepted),
        ])
        func topic(_ topic: InterviewNotes.Topic) -> PracticeProgress.Topic? {
            progress.topics.first { $0.topic == topic }
        }
        #expect(topic(.classification)?.isWeak == false && topic(.classification)?.solved == 1)
        #expect(topic(.metrics)?.isWeak == true && topic(.metrics)?.tried == 1)
        // Solved, but at the third try.
        #expect(topic(.clustering)?.isWeak == true && topic(.clustering)?.solved == 1)
        #expect(topic(.text)?.isWeak == false)
        #expect(progress.next.first?.id == "rocauc" && progress.next.first?.why == "begun, and not solved yet")
        #expect(progress.next.count == 5 && Set(progress.next.map(\.id)).count == 5)
        let known = Set(progress.challenges.map(\.id)).subtracting(["rocauc"])
        #expect(progress.next.allSatisfy { !known.contains($0.id) })
        #expect(progress.next.contains { $0.why.contains("metrics, which is not firm yet") })
        #expect(
            Self.entries.filter { $0.form == .quiz }.allSatisfy { quiz in !progress.next.contains { $0.id == quiz.slug }
            })
    }

    @Test func `whoever has solved everything has nothing left to do`() {
        let all = Self.entries.enumerated().map { Self.result(Int64($0.offset), $0.element.slug, .accepted) }
        #expect(progress(all).next.isEmpty && progress(all).topics.allSatisfy { $0.solved == $0.challenges })
        #expect(!progress([]).next.isEmpty)
    }
}
