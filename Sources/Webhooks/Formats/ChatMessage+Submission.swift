internal import JudgeCore
internal import Reporting

extension ChatMessage {
    /// What is said of a graded submission.
    ///
    /// - Parameter isFirst: whether it is its author's first that is accepted.
    init(_ news: SubmissionNews, isFirst: Bool) {
        let who = Self.author(news.author)
        let challenge = Self.name(news.challengeName, news.challenge)
        let seconds = Figures.seconds(news.seconds)
        let cases =
            news.total == 0
            ? "No case was run (\(seconds))."
            : "\(news.passed) of \(Figures.count(news.total, "case")) passed in \(seconds)."
        if isFirst {
            self.init(tone: .celebration, title: "\(who) solved \(challenge)", summary: "Well done! \(cases)")
        } else {
            let tone: Tone =
                switch news.verdict {
                case .accepted: .good
                case .judgeError: .warning
                default: .bad
                }
            self.init(tone: tone, title: "\(who) on \(challenge): \(news.verdict.words)", summary: cases)
        }
        addFailure(news)
        addGroups(news.groups)
        addGrowth("Time", news.time, known: news.message)
        addGrowth("Space", news.space, known: news.message)
        add(fact: "File", news.file)
        if news.attempt > 1 { add(fact: "Attempt", "\(news.attempt)") }
        link = Link("Open the submission", to: news.url)
    }

    private mutating func addFailure(_ news: SubmissionNews) {
        if news.message != news.failure?.message { add(paragraph: "Why", news.message) }
        guard let failure = news.failure else { return }
        let message = failure.message?.shown(500).map { ": \($0)" } ?? ""
        add(paragraph: "First failure", "\(failure.place), \(failure.verdict.words)\(message)")
        add(paragraph: "Hint", failure.hint)
    }

    /// The group that came off worst, and the worst of each of the first two metrics, which is the largest.
    private mutating func addGroups(_ groups: [SubmissionNews.Group]) {
        func share(_ group: SubmissionNews.Group) -> Double { Double(group.passed) / Double(max(group.total, 1)) }
        let failed = groups.filter { $0.verdict != .accepted }
        if let group = failed.min(by: { share($0) < share($1) }) {
            add(fact: "Worst group", "\(group.name): \(group.passed) of \(group.total) passed, \(group.verdict.words)")
        }
        for metric in Set(groups.flatMap(\.metrics.keys)).sorted().prefix(2) {
            let values = groups.compactMap { group in group.metrics[metric].map { (group.name, $0) } }
            guard let (group, value) = values.max(by: { $0.1 < $1.1 }) else { continue }
            add(fact: metric, "\(Figures.metric(value)) at worst, in \(group)")
        }
    }

    /// A fact for each variable, and why a resource is not within its bound.
    private mutating func addGrowth(_ resource: String, _ growth: SubmissionNews.Growth?, known: String?) {
        guard let growth else { return }
        func words(_ verdict: GrowthVerdict) -> String {
            switch verdict {
            case .within: "within the bound"
            case .over: growth.bound.isEmpty ? "over the bound" : "over the bound \(growth.bound)"
            case .inconclusive: "inconclusive"
            }
        }
        if growth.variables.isEmpty { add(fact: resource, words(growth.verdict)) }
        for variable in growth.variables {
            // A class that two are left for reads `between n and n log n`.
            let grows = variable.grows.hasPrefix("between ") ? variable.grows : "like \(variable.grows)"
            let exponent = variable.exponent.map { ", exponent \(Figures.slope($0))" } ?? ""
            add(fact: "\(resource) in \(variable.name)", "grows \(grows)\(exponent): \(words(variable.verdict))")
        }
        if growth.verdict != .within, growth.message != known { add(paragraph: resource, growth.message) }
    }
}
