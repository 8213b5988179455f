import JudgeCore
import Testing

@testable import Webhooks

struct WordingTests {
    private func text(_ news: News) -> String { ChatMessage(news).text(.plain()) }

    @Test func `a graded submission is told with all that counts`() {
        var submission = Wording.usual.submission
        submission.time?.variables.removeLast(6)
        #expect(
            text(.graded(submission)) == """
                Ada on k-means clustering: complexity exceeded
                3 of 10 cases passed in 1.2 s.

                Worst group: secret/edge: 1 of 8 passed, wrong answer
                inertia ratio: 1.5000 at worst, in secret/edge
                Time in n: grows like n^2, exponent 2.00: over the bound n log n
                Time in k0: grows like k, exponent 1.02: within the bound
                Space in n*k: grows like n, exponent 1.02: inconclusive
                File: kmeans.swift
                Attempt: 2

                Why: time grows too fast
                First failure: secret/edge/one-cluster, wrong answer: the third value differs
                Hint: think of duplicates
                Time: it grows like n^2 in n
                Space: too noisy

                Open the submission: https://judge.example/submissions/7f3a
                """)
    }

    @Test func `what was solved is told with warmth`() {
        #expect(
            text(Wording.usual.news[1]).hasPrefix(
                """
                Ada solved k-means clustering
                Well done! 10 of 10 cases passed in 1.2 s.
                """))
    }

    @Test func `what has no words gets some`() {
        var submission = Wording.empty.submission
        submission.author = nil
        submission.total = 0
        #expect(
            text(.graded(submission)).hasPrefix("Somebody on kmeans: complexity exceeded\nNo case was run (1.2 s).\n"))
        submission.author = " "
        submission.challenge = ""
        #expect(ChatMessage(.solved(submission)).title == "Somebody solved a challenge")
    }

    @Test func `a class between two is told as such`() {
        var submission = Wording.usual.submission
        submission.time?.variables[0].grows = "between n and n log n"
        submission.time?.variables[0].exponent = nil
        let fact = ChatMessage(.graded(submission)).facts.first { $0.label == "Time in n" }
        #expect(fact?.text == "grows between n and n log n: over the bound n log n")
    }

    @Test func `a reason is given once`() {
        var submission = Wording.usual.submission
        submission.message = submission.time?.message
        #expect(ChatMessage(.graded(submission)).paragraphs.map(\.label) == ["Why", "First failure", "Hint", "Space"])
        submission.message = submission.failure?.message
        #expect(ChatMessage(.graded(submission)).paragraphs.map(\.label) == ["First failure", "Hint", "Time", "Space"])
    }

    @Test func `the other news are short`() {
        let news = Wording.usual.news
        #expect(
            text(news[2]).hasPrefix("New challenge: k-means clustering\nIt is open for submissions.\n\nTopics: clust"))
        #expect(text(news[3]) == "Test of the webhook team\nIt works.")
        #expect(
            text(news[4])
                == "The webhook team was switched off\nNothing more is sent to it until it is switched on again.\n\n"
                + "Reason: it answered 500 ten times")
        #expect(
            text(news[5]).hasPrefix(
                """
                Digest: 41 submissions by 1 person
                1 accepted, 1 first solution.

                Time: 2026-03-01T08:00:00Z to 2026-03-01T09:00:00Z
                New challenges: k-means clustering

                • Ada: k-means clustering, accepted (first solution)
                • Ada: k-means clustering, complexity exceeded
                """))
        #expect(text(news[5]).hasSuffix("\n… and 11 more"))
    }

    @Test func `each verdict has its tone`() {
        let tones = Verdict.allCases.map { verdict in
            var submission = Wording.usual.submission
            submission.verdict = verdict
            return ChatMessage(.graded(submission)).tone
        }
        #expect(tones == [.good] + Array(repeating: .bad, count: 7) + [.warning])
    }

    @Test func `JSON holds the news as they are`() throws {
        for wording in Wording.allCases {
            for news in wording.news {
                let text = String(decoding: try request(.json, news).body, as: UTF8.self)
                #expect(
                    text
                        == #"{"data":\#(news.json),"timestamp":"2026-03-01T08:15:02Z","type":"\#(news.kind.rawValue)"}"#
                )
            }
        }
    }
}
