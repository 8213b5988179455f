/// How a challenge is used in an interview, and to practise for one: `interview.yaml`.
package struct InterviewNotes: Sendable, Equatable {
    /// What a challenge is about, in one word, so that a practice plan can be made by topic.
    package enum Topic: String, Sendable, CaseIterable, Codable {
        case basics, metrics, regression, classification, trees, clustering, dimensionality, neural, optimisation,
            sampling, text, ranking, preprocessing, probability, complexity
    }

    /// A question that follows when the task is solved.
    package struct FollowUp: Sendable, Equatable {
        /// The question.
        package var ask: String
        /// What a good answer says.
        package var answer: String
    }

    /// What it is about.
    package var topic: Topic
    /// How hard it is.
    package var difficulty: Difficulty
    /// How long the task itself may take.
    package var minutes: Int
    /// What is asked next, from near to far.
    package var followUps: [FollowUp]
    /// How many points are asked for, where there are any to be had; `nil`: those of accepted cases.
    package var passScore: Double?

    /// The questions of those.
    package var questions: [String] { followUps.map(\.ask) }
}

extension InterviewNotes {
    static let path = "interview.yaml"

    /// Reads `interview.yaml`; what is wrong with it is in the source's log.
    init?(reading source: PackageSource) {
        guard let map = source.yaml(Self.path)?.map(["topic", "difficulty", "minutes", "follow_ups", "pass_score"])
        else {
            return nil
        }
        let topic = map.required("topic")?.choice(Topic.self)
        let difficulty = map.required("difficulty")?.choice(Difficulty.self)
        let minutes = map.required("minutes")?.int(atLeast: 1)
        let followUps = (map.required("follow_ups")?.list() ?? []).compactMap { FollowUp(reading: $0) }
        let passScore = map["pass_score"]?.double(atLeast: 0)
        guard let topic, let difficulty, let minutes else { return nil }
        self.init(
            topic: topic, difficulty: difficulty, minutes: minutes, followUps: followUps, passScore: passScore)
    }
}

extension InterviewNotes.FollowUp {
    fileprivate init?(reading field: YAMLField) {
        guard let map = field.map(["ask", "answer"]), let ask = map.required("ask")?.line(),
            let answer = map.required("answer")?.line()
        else { return nil }
        self.init(ask: ask, answer: answer)
    }
}
