internal import JudgeCore
internal import Reporting

extension ChatMessage {
    /// What `news` come to in words.
    init(_ news: News) {
        switch news {
        case .graded(let submission): self.init(submission, isFirst: false)
        case .solved(let submission): self.init(submission, isFirst: true)
        case .published(let challenge): self.init(challenge)
        case .test(let test):
            self.init(
                tone: .neutral, title: "Test of the webhook \(test.webhook.shown(80) ?? "without a name")",
                summary: test.message.shown(500) ?? "It works.")
        case .disabled(let disabled):
            self.init(
                tone: .warning,
                title: "The webhook \(disabled.webhook.shown(80) ?? "without a name") was switched off",
                summary: "Nothing more is sent to it until it is switched on again.")
            add(paragraph: "Reason", disabled.reason)
        case .digest(let digest): self.init(digest)
        }
    }

    private init(_ news: ChallengeNews) {
        self.init(
            tone: .neutral, title: "New challenge: \(Self.name(news.challengeName, news.challenge))",
            summary: "It is open for submissions.")
        add(fact: "Topics", news.topics.compactMap { $0.shown(60) }.joined(separator: ", "))
        link = Link("Open the challenge", to: news.url)
    }

    private init(_ news: DigestNews) {
        let submissions = Figures.count(news.graded, "submission")
        let people = news.people == 1 ? "1 person" : "\(news.people) people"
        self.init(
            tone: .neutral, title: "Digest: \(submissions) by \(people)",
            summary: "\(news.accepted) accepted, \(Figures.count(news.solved, "first solution")).")
        if let from = news.from.shown(40), let to = news.to.shown(40) { add(fact: "Time", "\(from) to \(to)") }
        add(fact: "New challenges", news.published.compactMap { $0.shown(200) }.joined(separator: ", "))
        // The newest are the last, and the most important.
        entries = news.submissions.reversed().map { entry in
            let who = Self.author(entry.author)
            let verdict = Verdict(rawValue: entry.verdict)?.words ?? "judged"
            return "\(who): \(Self.name(entry.challengeName, entry.challenge)), \(verdict)"
                + (entry.isFirst ? " (first solution)" : "")
        }
        unlisted = max(news.graded - entries.count, 0)
    }

    /// Who it was.
    static func author(_ name: String?) -> String { name?.shown(80) ?? "Somebody" }

    /// What a challenge is called.
    static func name(_ name: String, _ slug: String) -> String { name.shown(200) ?? slug.shown(100) ?? "a challenge" }
}

extension Verdict {
    /// The verdict within a sentence: `complexity exceeded`.
    var words: String { rawValue.replacing("-", with: " ") }
}
