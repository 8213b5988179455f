package import JudgeCore
package import Registry

/// What somebody wants of a mock interview, and which tasks suit that.
package struct InterviewWish: Sendable, Equatable {
    /// Whom the interview is for.
    package enum Level: String, Sendable, CaseIterable, Codable {
        case junior, senior

        /// How hard tasks may be.
        package var difficulties: Set<Difficulty> {
            switch self {
            case .junior: [.easy, .medium]
            case .senior: [.medium, .hard]
            }
        }
    }

    /// How many minutes there are, 15 to 240.
    package var minutes: Int
    /// Whom it is for.
    package var level: Level
    /// What it is about; `nil`: anything.
    package var topic: InterviewNotes.Topic?

    package init(minutes: Int, level: Level, topic: InterviewNotes.Topic? = nil) {
        self.minutes = minutes
        self.level = level
        self.topic = topic
    }

    /// How long an interview may take.
    package static let range = 15...240

    /// Two tasks, or three where there is an hour or more: what fills the time well, about different topics where none is
    /// asked for, and not solved yet before what is.
    ///
    /// - Parameter solved: what the candidate solved before.
    /// - Throws: `no-tasks` where no two fit.
    package func tasks(
        among entries: [ChallengeSummary], solved: Set<String>, using random: inout some RandomNumberGenerator
    ) throws(JudgeError) -> [ChallengeSummary] {
        let suited = entries.filter { entry in
            guard entry.problem == nil, entry.form == .coding || entry.form == .debugging, let notes = entry.interview
            else { return false }
            return level.difficulties.contains(notes.difficulty) && (topic == nil || notes.topic == topic)
        }.shuffled(using: &random)
        for count in minutes >= 60 ? [3, 2] : [2] {
            if let best = best(of: suited, count: count, solved) { return best }
        }
        let about = topic.map { " about \($0.rawValue)" } ?? ""
        throw JudgeError(
            .usage, "no-tasks",
            "no two \(level.rawValue) tasks\(about) fit into \(minutes) minutes; take more minutes, or another topic")
    }

    /// The set of `count` tasks that suits best; the first of several, whose order is chance.
    private func best(of suited: [ChallengeSummary], count: Int, _ solved: Set<String>) -> [ChallengeSummary]? {
        var best: (tasks: [ChallengeSummary], merit: Int)?
        func extend(_ tasks: [ChallengeSummary], from start: Int, minutes used: Int) {
            guard tasks.count < count else {
                let fresh = tasks.count { !solved.contains($0.slug) }
                let topics = Set(tasks.compactMap { $0.interview?.topic }).count
                // Eighths of the time that are filled: three quarters are as good as all of it.
                let filled = min(6, used * 8 / minutes)
                let merit = fresh * 100 + topics * 10 + filled
                if merit > best?.merit ?? -1 { best = (tasks, merit) }
                return
            }
            for index in suited.indices.dropFirst(start) {
                let needed = suited[index].interview?.minutes ?? 0
                if used + needed <= minutes {
                    extend(tasks + [suited[index]], from: index + 1, minutes: used + needed)
                }
            }
        }
        extend([], from: 0, minutes: 0)
        return best?.tasks.sorted { ($0.interview?.minutes ?? 0, $0.slug) < ($1.interview?.minutes ?? 0, $1.slug) }
    }
}
