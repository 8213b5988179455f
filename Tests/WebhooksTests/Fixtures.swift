import JudgeCore
import Testing

@testable import Webhooks

/// What people may call things.
enum Wording: String, CaseIterable, CustomTestStringConvertible {
    case usual, hostile, list, huge, empty, scripts, clusters, cluster

    var testDescription: String { rawValue }

    /// A text as long as it is wanted, or as long as it is.
    func text(_ usual: String) -> String {
        switch self {
        case .usual: usual
        case .hostile: Self.hostileText
        case .list: "1. - # > + \(usual)"
        case .huge: String(repeating: "&<>*_`\"\\@|", count: 400)
        case .empty: ""
        case .scripts: "Ада 算法 مرحبا שלום ❤️ e\u{301} \(usual)"
        case .clusters: String(repeating: "ж\u{301}\u{323}🇩🇪\u{1100}\u{1161}\u{11A8}", count: 700)
        // To Unicode, any number of leading consonants is one character.
        case .cluster: String(repeating: "\u{1100}", count: 4000)
        }
    }

    static let hostileText =
        "<!channel> <@U123> @here @everyone @all *b* _i_ ~s~ `c` ||d|| [e](https://evil.example) "
        + "<https://evil.example|f> <users/all> <b>g</b> &lt;i> # {{DATE(2020-01-01T00:00:00Z)}} \\*\"'"

    /// The news of each kind in this wording.
    var news: [News] {
        let submission = self.submission
        var first = submission
        (first.verdict, first.failure, first.time, first.space, first.passed) = (
            .accepted, nil, nil, nil, submission.total
        )
        let challenge = ChallengeNews(
            challenge: "kmeans", challengeName: text("k-means clustering"),
            topics: (0..<12).map { _ in text("clustering") }, url: "https://judge.example/challenges/kmeans")
        var many = (0..<40).map { number in
            var news = submission
            news.id = "s\(number)"
            return News.graded(news)
        }
        many += [.solved(first), .published(challenge)]
        return [
            .graded(submission), .solved(first), .published(challenge),
            // These two keep their texts as long as they are.
            .test(
                TestNews(webhook: text("team").cut(to: 4000, .bytes), message: text("It works.").cut(to: 4000, .bytes))),
            .disabled(
                DisabledNews(webhook: text("team").cut(to: 4000, .bytes), reason: text("it answered 500 ten times"))),
            .digest(DigestNews(of: many, from: "2026-03-01T08:00:00Z", to: "2026-03-01T09:00:00Z")),
        ]
    }

    var submission: SubmissionNews {
        func variable(_ name: String, _ estimate: String, _ verdict: GrowthVerdict) -> VariableGrowth {
            VariableGrowth(
                name: name, estimate: estimate, exponent: verdict == .over ? 2.004 : 1.02, interval: [0.98, 1.05],
                verdict: verdict, family: text("duplicates"),
                points: (1...12).map { GrowthPoint(x: 1 << $0, value: 3 << $0, bound: Double(1 << $0)) })
        }
        let summary = Submission(
            id: "7f3a", challenge: "kmeans", file: text("kmeans.swift"), source: [], sha256: "", author: text("Ada"),
            submittedAt: "2026-03-01T08:15:00Z")
        let failed = CaseReport(
            name: text("one-cluster"), verdict: .wrongAnswer, metrics: [text("inertia ratio"): 1.5],
            message: text("the third value differs"), hint: text("think of duplicates"))
        let passed = CaseReport(name: "iris", verdict: .accepted, metrics: [text("inertia ratio"): 1.0004])
        let report = Report(
            submission: SubmissionSummary(summary), verdict: .complexityExceeded, message: text("time grows too fast"),
            compile: CompileReport(),
            groups: [
                GroupReport(name: "sample", total: 2, cases: [passed, passed]),
                GroupReport(name: "secret/\(text("edge"))", total: 8, cases: [passed, failed]),
            ],
            complexity: ComplexityReport(
                time: ResourceGrowth(
                    bound: text("n log n"),
                    variables: [variable(text("n"), "n^2", .over)]
                        + (0..<8).map { variable("\(text("k"))\($0)", text("k"), .within) },
                    message: text("it grows like n^2 in n")),
                space: ResourceGrowth(
                    bound: "n", variables: [variable("n*k", "n", .inconclusive)], message: text("too noisy"))),
            sandbox: SandboxReport(level: .full, walls: []), toolchain: "swift 6.3.1", judge: "1", seed: "s",
            seconds: 1.234)
        return SubmissionNews(
            report, challengeName: text("k-means clustering"), attempt: 2, publicURL: "https://judge.example")
    }
}

/// An address of each format, and its secret.
let addresses: [WebhookFormat: String] = [
    .json: "https://example.com/hook", .slack: "slack://T1/B2/c3", .discord: "discord://1234/tok-en",
    .teams: "https://acme.webhook.office.com/webhookb2/a@b/IncomingWebhook/c/d",
    .mattermost: "mmosts://chat.example/tok",
    .googlechat: "gchat://space/key/token", .telegram: "tgram://123:ABC/-100:7", .ntfy: "ntfys://ntfy.example/judge",
    .matrix: "matrixs://tok@matrix.example/!room:matrix.example",
]

/// What a receiver gets.
func request(_ format: WebhookFormat, _ news: News, id: String = "msg_1") throws -> WebhookBody {
    try WebhookTarget(try #require(addresses[format])).request(for: news, id: id, timestamp: "2026-03-01T08:15:02Z")
}
