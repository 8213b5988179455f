import Foundation
import JudgeCore
import Reporting
import Support

@testable import Pages

/// Pages with everything that can be on them, each text of which may be anything.
struct Samples {
    /// What stands wherever a page shows a text from outside; `nil` for what is usual there.
    var text: String?
    /// Who reads; `nil` for nobody.
    var user: String? = "Ada Lovelace"

    static let limits = Limits(cpuSeconds: 1, memoryBytes: 512 << 20, outputBytes: 8 << 20, codeBytes: 128 << 10)

    private func or(_ usual: String) -> String { text ?? usual }

    var context: PageContext {
        PageContext(userName: user.map(or), csrf: or("token-of-the-session"), version: or("0.1.0"))
    }

    /// Every kind of page, by name.
    var all: [(name: String, html: String)] {
        [
            ("challenges", challengeList.html()), ("challenge", challenge.html()), ("history", history.html()),
            ("leaderboard", leaderboard.html()), ("sign-in", signIn.html()), ("error", error.html()),
            ("webhooks", webhooks.html()), ("quiz", quiz.html()),
            ("interviews", interviews.html()), ("interview", interview(over: false).html()),
            ("interview, over", interview(over: true).html()),
            ("no interviews", InterviewsPage(context: context, topics: [], interviews: []).html()),
            (
                "quiz, new",
                QuizPage(
                    context: context, slug: "quiz", name: or("Basics"), level: nil, minutes: nil, total: 1,
                    statement: or("One question.")
                ).html()
            ),
            ("quiz, choice", quizAttempt(.choice).html()), ("quiz, several", quizAttempt(.select).html()),
            ("quiz, number", quizAttempt(.number).html()), ("quiz, explained", quizExplained(all: false).html()),
            ("quiz, all answers", quizExplained(all: true).html()),
            ("no webhooks", WebhooksPage(context: context, webhooks: [], deliveries: []).html()),
            ("nothing", HistoryPage(context: context, submissions: []).html()),
            ("nobody", LeaderboardPage(context: context, entries: []).html()),
            ("empty", ChallengeListPage(context: context, challenges: []).html()),
        ] + stages.map { ($0.name, submission($0.stage).html()) }
    }

    var challengeList: ChallengeListPage {
        let names = ["Decision tree", "k-means clustering", "k-Nearest Neighbours", "Linear regression"]
        let standings: [Standing] = [.tried, .solved, .untouched, .solved]
        return ChallengeListPage(
            context: context,
            challenges: zip(names, standings).map { name, standing in
                ChallengeListPage.Entry(
                    slug: "kmeans", name: or(name), level: or("medium"),
                    topics: [or("machine learning"), or("supervised"), or("clustering")], minutes: 25,
                    followUps: [or("And if they do not fit into memory?")], standing: standing)
            })
    }

    var challenge: ChallengePage {
        let folder = Checkout.challenge("kmeans")
        func file(_ path: String) -> String {
            (try? String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)) ?? ""
        }
        return ChallengePage(
            context: context, slug: "kmeans", name: or("k-means clustering"), level: or("easy"),
            topics: [or("clustering"), or("unsupervised"), or("lloyd")], minutes: 25,
            followUps: [
                .init(question: or("How would you choose k?"), answer: or("By the elbow, or the silhouette.")),
                .init(question: or("And on many machines?"), answer: nil),
            ], standing: .solved,
            statement: or(file("statement/problem.en.md")),
            samples: ["1-two-groups", "2-tie-and-empty"].map { name in
                MarkdownText.Sample(
                    name: or(name), input: or(file("data/sample/\(name).in")),
                    answer: or(file("data/sample/\(name).ans")), note: or("One round by *hand*: $k = 2$."))
            }, limits: Self.limits, timeBound: or("iterations * n * k * d"), spaceBound: or("n * d + k * d + n"),
            starter: or(file("attachments/templates/swift/kmeans.swift")),
            once: or("5f1c-once"), message: or("The source is longer than 128 KiB."),
            submissions: rows, editorial: or(file("solution/solution.en.md")))
    }

    var rows: [SubmissionRow] {
        let results: [(SubmissionState.Phase, Verdict?)] =
            [(.queued, nil), (.running, nil)] + Verdict.allCases.map { (.graded, $0) }
        return results.enumerated().map { index, result in
            SubmissionRow(
                id: "5f1c\(index)", challenge: "kmeans", challengeName: or("k-means clustering"),
                submittedAt: or("2026-01-0\(index % 9 + 1)T08:3\(index % 10):00Z"), phase: result.0, verdict: result.1)
        }
    }

    var history: HistoryPage {
        HistoryPage(context: context, submissions: rows, older: "/submissions?before=2026-01-01T08:30:00Z&limit=50")
    }

    var leaderboard: LeaderboardPage {
        LeaderboardPage(
            context: context,
            entries: [
                .init(place: 1, user: or("Ada Lovelace"), solved: 5, work: 1.02, memory: 1),
                .init(place: 2, user: or("Grace Hopper"), solved: 5, work: 1.4, memory: 12.5),
                .init(place: 3, user: or("Alan Turing"), solved: 2, work: nil, memory: nil),
            ],
            challenge: .init(value: or("kmeans"), name: or("k-means clustering")),
            group: .init(value: or("autumn"), name: or("autumn")),
            challenges: [
                .init(value: or("kmeans"), name: or("k-means clustering")), .init(value: "knn", name: or("kNN")),
            ], groups: [.init(value: or("autumn"), name: or("autumn"))])
    }

    var quiz: QuizPage {
        QuizPage(
            context: context, slug: "quiz", name: or("Basics"), level: or("easy"), minutes: 15, total: 10,
            statement: or("Ten questions on *bias* and $\\sigma^2$."), standing: (2, 7), open: "5f1c")
    }

    var interviews: InterviewsPage {
        InterviewsPage(
            context: context, topics: ["trees", "text"], message: or("No two tasks fit."),
            interviews: [
                .init(id: "5f1c", startedAt: or("2026-01-01T08:30:00Z"), minutes: 45, tasks: [or("kmeans"), or("knn")])
            ])
    }

    func interview(over: Bool) -> InterviewPage {
        InterviewPage(
            context: context, id: "5f1c", minutesLeft: over ? nil : 12,
            tasks: [
                .init(
                    slug: "kmeans", name: or("k-means"), minutes: 25, tries: 2, verdict: .accepted, isSolved: true,
                    variables: nil, predicted: (or("n * k"), or("n")),
                    followUps: [(or("And on many machines?"), or("Sums by part."))]),
                .init(
                    slug: "knn", name: or("Nearest neighbours"), minutes: nil, tries: 0, verdict: nil, isSolved: false,
                    variables: [or("n"), or("d")], predicted: nil, followUps: []),
            ], message: or("column 3: something is missing"),
            scorecard: over ? or("# Scorecard\n\n| task | tries |\n| --- | ---: |\n| kmeans | 2 |\n") : nil)
    }

    func quizAttempt(_ form: QuizAttemptPage.Question.Form) -> QuizAttemptPage {
        let options =
            form == .number ? [] : [("a", or("`k` is *large*")), ("b", or("two\n\nparagraphs")), ("c", or("$x$"))]
        return QuizAttemptPage(
            context: context, id: "5f1c", slug: "quiz", name: or("Basics"), total: 10, answered: 3, right: 2,
            question: .init(id: "which", number: 4, ask: or("Which one?\n\n- a\n- b"), form: form, options: options),
            message: or("The answer must be one letter."))
    }

    func quizExplained(all: Bool) -> QuizAttemptPage {
        let explained = (1...(all ? 3 : 1)).map { number in
            QuizAttemptPage.Explained(
                number: number, ask: or("Which one?"), isRight: number == 2,
                remarks: [
                    .init(text: or("`k`"), isRight: true, isChosen: number == 2, because: or("So it *is*.")),
                    .init(text: or("other"), isRight: false, isChosen: number != 2, because: or("For $x$ it is not.")),
                ])
        }
        return QuizAttemptPage(
            context: context, id: "5f1c", slug: "quiz", name: or("Basics"), total: 3, answered: all ? 3 : 1, right: 1,
            explained: explained)
    }

    var webhooks: WebhooksPage {
        WebhooksPage(
            context: PageContext(userName: user.map(or), isAdmin: true, csrf: context.csrf, version: context.version),
            webhooks: [
                .init(
                    name: or("group"), address: or("https://hooks.slack.com/…"), format: or("slack"),
                    told: or("all, each 10 min"), state: or("on"), isOn: true),
                .init(
                    name: or("ci"), address: or("https://example.org/…"), format: or("json"), told: or("all"),
                    state: or("off since 2026-01-01: it is gone"), isOn: false),
            ], only: or("group"),
            deliveries: [
                .init(
                    id: 7, webhook: or("group"), event: or("submission.graded"), submission: "5f1c",
                    at: or("2026-01-01T08:30:00Z"), state: or("dead"), attempts: 10, answer: or("no answer"),
                    isDead: true),
                .init(
                    id: 6, webhook: or("group"), event: or("webhook.test"), submission: nil,
                    at: or("2026-01-01T08:29:00Z"), state: or("delivered"), attempts: 1, answer: or("204 after 7 ms"),
                    isDead: false),
            ], older: "/webhooks?before=6")
    }

    var signIn: SignInPage { SignInPage(context: context, message: or("This token is not known."), help: or("Ask.")) }
    var error: ErrorPage {
        ErrorPage(context: context, status: 404, title: or("No such page"), message: or("There is nothing here."))
    }

    /// Every stage in which a submission can be.
    var stages: [(name: String, stage: SubmissionPage.Stage)] {
        [
            ("waiting", .waiting(ahead: 3)), ("compiling", .grading(.compiling, .compiling)),
            ("running", .grading(.running, .running(index: 3, total: 14, name: or("blobs")))),
            ("measuring", .grading(.measuring, .measuring(index: 3, total: 40, variable: or("n")))),
            ("accepted", .graded(report(.accepted, complexity: growth(over: false)))),
            ("wrong-answer", .graded(report(.wrongAnswer, complexity: nil))),
            ("complexity-exceeded", .graded(report(.complexityExceeded, complexity: growth(over: true)))),
            ("compile-error", .graded(compileError)), ("failed", .failed(or("The compiler could not be started."))),
        ]
    }

    func submission(_ stage: SubmissionPage.Stage) -> SubmissionPage {
        SubmissionPage(
            context: context, id: "5f1c", challenge: "kmeans", challengeName: or("k-means clustering"),
            file: or("kmeans.swift"), author: or("Grace Hopper"), submittedAt: or("2026-01-01T08:30:00Z"),
            limits: Self.limits, stage: stage, source: or("func kMeans() {\n\tlet x: Int = \"a\"\n}\n"),
            mayRejudge: true)
    }

    func report(_ verdict: Verdict, complexity: ComplexityReport?) -> Report {
        let sample = SampleReport(
            input: or("2 1\n1\n2\n"), expected: or("1 1\n6 7.5\n0 1\n"), got: or("1 1\n6 8.25\n0 1\n"),
            printed: or("so far so good\n"))
        let caseVerdict = verdict == .wrongAnswer ? verdict : .accepted
        func result(_ name: String, _ verdict: Verdict, _ sample: SampleReport? = nil) -> CaseReport {
            CaseReport(
                name: or(name), verdict: verdict, cpuSeconds: 0.06, wallSeconds: 0.07, peakBytes: 6_700_000,
                metrics: [or("inertia_ratio"): 1.0004],
                message: verdict == .accepted ? nil : or("The labels are stale."),
                hint: verdict == .accepted ? nil : or("Assign once more."), sample: sample)
        }
        var report = Report(
            submission: SubmissionSummary(
                Submission(
                    id: "5f1c", challenge: "kmeans", file: or("kmeans.swift"), source: [], sha256: or("e3b0c442"),
                    author: nil, submittedAt: or("2026-01-01T08:30:00Z"))), verdict: verdict,
            compile: CompileReport(seconds: 0.9),
            groups: [
                GroupReport(
                    name: "sample", total: 2,
                    cases: [result("one", .accepted, sample), result("two", caseVerdict, sample)]),
                GroupReport(name: or("secret/edge"), total: 4, cases: [result("one", caseVerdict)]),
            ], complexity: complexity,
            sandbox: SandboxReport(level: .restricted, walls: [or("seccomp"), or("rlimits")]),
            toolchain: or("swift 6.3.1"),
            judge: or("0.1.0"), seed: or("c3a9"), seconds: 4.06)
        report.message = verdict == .accepted ? nil : or("It is not as asked.")
        return report
    }

    private var compileError: Report {
        var report = report(.compileError, complexity: nil)
        report.groups = []
        report.compile.diagnostics = [
            Diagnostic(
                severity: .error, file: or("kmeans.swift"), line: 2, column: 15,
                message: or("cannot convert value of type 'String' to specified type 'Int'"),
                source: or("\tlet x: Int = \"a\"")),
            Diagnostic(severity: .warning, file: or("kmeans.swift"), line: 99, column: 1, message: or("unused")),
        ]
        return report
    }

    func growth(over: Bool) -> ComplexityReport {
        func variable(_ name: String, _ power: Int, _ verdict: GrowthVerdict) -> VariableGrowth {
            VariableGrowth(
                name: or(name), estimate: or(power == 2 ? "\(name)^2" : name), exponent: Double(power),
                interval: [Double(power) - 0.01, Double(power) + 0.01], verdict: verdict, family: or("lopsided"),
                reason: verdict == .within ? nil : or("It leaps."),
                points: (0..<7).map { rung in
                    let x = 256 << rung
                    let value = power == 2 ? x * x * 40 : x * 900
                    return GrowthPoint(x: x, value: value, bound: Double(x), atLeast: over && rung == 6)
                })
        }
        let time = ResourceGrowth(
            bound: or("iterations * n * k * d"),
            variables: [variable("n", over ? 2 : 1, over ? .over : .within), variable("k", 1, .within)],
            message: over ? or("The work grows like n^2.") : nil)
        let space = ResourceGrowth(
            bound: or("n * d"), variables: [variable("n", 1, over ? .inconclusive : .within)])
        return ComplexityReport(time: time, space: space)
    }
}
