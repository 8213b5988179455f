package import JudgeCore
package import Registry

/// What came of a mock interview.
package struct Scorecard: Sendable, Equatable, Codable {
    /// What came of one task.
    package struct Task: Sendable, Equatable, Codable {
        /// The challenge.
        package var id: String
        package var name: String
        package var topic: InterviewNotes.Topic?
        /// How many minutes it may take.
        package var minutes: Int
        /// How often something was submitted.
        package var tries: Int
        /// The verdict on the last of these.
        package var verdict: Verdict?
        /// How many minutes into the interview it was solved.
        package var solvedAfterMinutes: Double?
        /// What was predicted, if that was asked.
        package var prediction: Prediction?
        /// How that fits what was measured last.
        package var fits: [Prediction.Fit]

        package init(
            id: String, name: String, topic: InterviewNotes.Topic?, minutes: Int, tries: Int = 0,
            verdict: Verdict? = nil, solvedAfterMinutes: Double? = nil, prediction: Prediction? = nil,
            fits: [Prediction.Fit] = []
        ) {
            self.id = id
            self.name = name
            self.topic = topic
            self.minutes = minutes
            self.tries = tries
            self.verdict = verdict
            self.solvedAfterMinutes = solvedAfterMinutes
            self.prediction = prediction
            self.fits = fits
        }

        private enum CodingKeys: String, CodingKey {
            case id, name, topic, minutes, tries, verdict, prediction, fits
            case solvedAfterMinutes = "solved_after_minutes"
        }
    }

    /// How many minutes there were, and how many it took.
    package var minutes: Int
    package var usedMinutes: Double
    /// The tasks in their order.
    package var tasks: [Task]

    package init(minutes: Int, usedMinutes: Double, tasks: [Task]) {
        self.minutes = minutes
        self.usedMinutes = usedMinutes
        self.tasks = tasks
    }

    private enum CodingKeys: String, CodingKey {
        case minutes, tasks
        case usedMinutes = "used_minutes"
    }

    /// How many tasks were solved.
    package var solved: Int { tasks.count { $0.solvedAfterMinutes != nil } }

    /// What to practise, one sentence each.
    ///
    /// - Parameter entries: what there is to practise with.
    package func advice(_ entries: [ChallengeSummary]) -> [String] {
        var advice: [String] = []
        for task in tasks where task.solvedAfterMinutes == nil {
            let others = entries.filter { $0.interview?.topic == task.topic && $0.slug != task.id && $0.problem == nil }
            let more = others.isEmpty ? "" : "; more about it: \(others.prefix(3).map(\.slug).joined(separator: ", "))"
            let why =
                switch task.verdict {
                case nil: "nothing was submitted"
                case .complexityExceeded: "it is right, but grows too fast"
                case .timeLimitExceeded: "it is too slow"
                case .compileError: "it did not compile"
                case .some(let verdict): "the last verdict was \(verdict.rawValue)"
                }
            advice.append("Finish `\(task.id)`: \(why)\(more).")
        }
        for task in tasks {
            guard let solved = task.solvedAfterMinutes, tasks.count > 1 else { continue }
            if solved > Double(minutes) * 0.9, task == tasks.first { advice.append("Be faster with `\(task.id)`.") }
            if task.tries > 3 {
                advice.append(
                    "`\(task.id)` took \(task.tries) submissions: run `judge test` and think of the edges first.")
            }
        }
        let missed = tasks.flatMap(\.fits).filter { !$0.agrees }
        if !missed.isEmpty {
            let names = entries.filter { $0.interview?.topic == .complexity && $0.problem == nil }.map(\.slug)
            let quiz = names.isEmpty ? "" : ": `judge quiz \(names[0])`"
            advice.append("Practise to tell growth\(quiz).")
        }
        return advice
    }

    /// The scorecard as Markdown.
    package func markdown(_ entries: [ChallengeSummary]) -> String {
        func minutes(_ value: Double) -> String {
            let tenths = Int((value * 10).rounded())
            return "\(tenths / 10).\(tenths % 10)"
        }
        func exponent(_ value: Double) -> String {
            let hundredths = Int((abs(value) * 100).rounded())
            let digits = hundredths % 100
            return "\(value < 0 && hundredths > 0 ? "-" : "")\(hundredths / 100).\(digits < 10 ? "0" : "")\(digits)"
        }
        var text =
            "# Scorecard\n\n\(solved) of \(tasks.count) solved in \(minutes(usedMinutes)) of \(self.minutes) minutes.\n\n"
        text += "| task | planned | solved after | submissions | last verdict |\n| --- | ---: | ---: | ---: | --- |\n"
        for task in tasks {
            let solved = task.solvedAfterMinutes.map { "\(minutes($0)) min" } ?? "–"
            text +=
                "| \(task.id) | \(task.minutes) min | \(solved) | \(task.tries) | \(task.verdict?.rawValue ?? "–") |\n"
        }
        for task in tasks {
            guard let prediction = task.prediction else { continue }
            text += "\n## Growth of \(task.id)\n\n"
            func said(_ text: String) -> String { text.isEmpty ? "nothing" : "`\(text)`" }
            text += "You said \(said(prediction.time)) for time and \(said(prediction.space)) for space.\n\n"
            if task.fits.isEmpty {
                text += "Nothing was measured to hold it against: growth is measured when all cases are right.\n"
            }
            for fit in task.fits {
                text += "- \(fit.resource) along \(fit.variable): \(fit.agrees ? "right" : "not so"); it grows like "
                text += "\(fit.estimate), exponent \(exponent(fit.measured)), you said \(exponent(fit.predicted))\n"
            }
        }
        let advice = advice(entries)
        if !advice.isEmpty { text += "\n## To practise\n\n" + advice.map { "- \($0)\n" }.joined() }
        return text
    }
}
