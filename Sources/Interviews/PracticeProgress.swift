internal import JudgeCore
package import Registry
package import Storage

/// What somebody has solved, how steadily they practise, and what to practise next.
package struct PracticeProgress: Sendable, Equatable {
    /// One challenge that they have submitted something to.
    package struct Challenge: Sendable, Equatable {
        package let id: String
        /// How often something was graded.
        package var tries: Int
        /// When it was solved first.
        package var solvedAt: Timestamp?
        /// The least work for each unit of the bound among what was accepted, and the least memory.
        package var leastWork: Double?
        package var leastSpace: Double?
        /// The ``SubmissionResult/number`` of the best that was accepted: the least work, then the newest.
        package var best: Int64?
    }

    /// How somebody does in a topic.
    package struct Topic: Sendable, Equatable {
        package let topic: InterviewNotes.Topic
        /// The challenges there are, without quizzes; those that were tried, and those that were solved.
        package var challenges: Int
        package var tried: Int
        package var solved: Int
        /// How much was graded, and how much of it was accepted.
        package var tries: Int
        package var accepted: Int

        /// Whether it wants practice: something was tried that is not solved, or most of what was sent was not accepted.
        package var isWeak: Bool { tried > solved || tries >= 3 && 2 * accepted < tries }
    }

    /// Days in a row, in UTC, on each of which something was graded.
    package struct Streak: Sendable, Equatable {
        /// The days up to today, or up to yesterday where today there was nothing yet.
        package var current = 0
        package var longest = 0
    }

    /// In the order of their names.
    package let challenges: [Challenge]
    /// Those in which there is anything to solve, in the order of their names.
    package let topics: [Topic]
    package let streak: Streak
    /// What to practise next, the most useful first, each with why.
    package let next: [(id: String, why: String)]

    /// How many challenges are solved.
    package var solved: Int { challenges.count { $0.solvedAt != nil } }

    /// The progress that these results are.
    ///
    /// - Parameters:
    ///   - results: what was graded, the oldest first.
    ///   - entries: the challenges there are.
    ///   - now: the present.
    package init(_ results: [SubmissionResult], entries: [ChallengeSummary], now: Timestamp) {
        var challenges: [String: Challenge] = [:]
        var accepted: [String: Int] = [:]
        for result in results {
            var challenge = challenges[result.challenge] ?? Challenge(id: result.challenge, tries: 0)
            challenge.tries += 1
            if result.verdict == .accepted {
                accepted[result.challenge, default: 0] += 1
                challenge.solvedAt = challenge.solvedAt ?? result.submittedAt
                // Equal ones give way to the newer.
                if (result.work ?? .infinity) <= (challenge.leastWork ?? .infinity) { challenge.best = result.number }
                challenge.leastWork = [challenge.leastWork, result.work].compactMap(\.self).min()
                challenge.leastSpace = [challenge.leastSpace, result.space].compactMap(\.self).min()
            }
            challenges[result.challenge] = challenge
        }
        self.challenges = challenges.values.sorted { $0.id < $1.id }
        let toSolve = entries.filter { $0.problem == nil && $0.form != .quiz }
        topics = InterviewNotes.Topic.allCases.sorted { $0.rawValue < $1.rawValue }.compactMap { topic in
            let slugs = toSolve.filter { $0.interview?.topic == topic }.map(\.slug)
            guard !slugs.isEmpty else { return nil }
            let tried = slugs.compactMap { challenges[$0] }
            return Topic(
                topic: topic, challenges: slugs.count, tried: tried.count,
                solved: tried.count { $0.solvedAt != nil }, tries: tried.reduce(0) { $0 + $1.tries },
                accepted: slugs.reduce(0) { $0 + (accepted[$1] ?? 0) })
        }
        streak = Self.streak(results.map { Self.day($0.submittedAt) }, today: Self.day(now))
        next = Self.next(challenges, topics, toSolve, newest: results.reversed().map(\.challenge))
    }

    package static func == (left: PracticeProgress, right: PracticeProgress) -> Bool {
        left.challenges == right.challenges && left.topics == right.topics && left.streak == right.streak
            && left.next.elementsEqual(right.next, by: ==)
    }

    /// Days since 1970.
    private static func day(_ time: Timestamp) -> Int64 { time.milliseconds / 86_400_000 }

    private static func streak(_ days: [Int64], today: Int64) -> Streak {
        var streak = Streak()
        var run = 0
        var last: Int64?
        for day in Set(days).sorted() {
            run = last == day - 1 ? run + 1 : 1
            streak.longest = max(streak.longest, run)
            last = day
        }
        if let last, last >= today - 1 { streak.current = run }
        return streak
    }

    /// What was begun, then the easiest of weak topics, then the easiest of topics in which nothing is solved.
    private static func next(
        _ known: [String: Challenge], _ topics: [Topic], _ entries: [ChallengeSummary], newest: [String]
    ) -> [(id: String, why: String)] {
        var next: [(id: String, why: String)] = []
        func add(_ id: String, _ why: String) {
            if next.count < 5, !next.contains(where: { $0.id == id }) { next.append((id, why)) }
        }
        let slugs = Set(entries.map(\.slug))
        for id in newest where slugs.contains(id) && known[id]?.solvedAt == nil && next.count < 2 {
            add(id, "begun, and not solved yet")
        }
        func easiest(_ topic: InterviewNotes.Topic) -> ChallengeSummary? {
            entries.filter { $0.interview?.topic == topic && known[$0.slug] == nil }.min {
                // Something to write first: to debug is quicker, and teaches less.
                func rank(_ entry: ChallengeSummary) -> (Int, Int, Int, String) {
                    let form = entry.form == .coding ? 0 : 1
                    let level = entry.difficulty.flatMap { Difficulty.allCases.firstIndex(of: $0) } ?? 0
                    return (form, level, entry.interview?.minutes ?? 0, entry.slug)
                }
                return rank($0) < rank($1)
            }
        }
        for topic in topics where topic.isWeak {
            if let entry = easiest(topic.topic) {
                add(entry.slug, "more \(topic.topic.rawValue), which is not firm yet")
            }
        }
        let open = topics.filter { $0.solved == 0 && !$0.isWeak }.compactMap { easiest($0.topic) }
        for entry in open.sorted(by: { ($0.interview?.minutes ?? 0, $0.slug) < ($1.interview?.minutes ?? 0, $1.slug) })
        {
            add(entry.slug, "nothing of \(entry.interview?.topic.rawValue ?? "it") is solved yet")
        }
        for topic in topics {
            if let entry = easiest(topic.topic) { add(entry.slug, "the next of \(topic.topic.rawValue)") }
        }
        return next
    }
}
