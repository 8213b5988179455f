/// What a group asks of its members, and where their submissions lie: the file `judge-ci.yaml` of a repository.
package struct StudyPlan: Sendable, Equatable {
    /// The file's name.
    package static let file = "judge-ci.yaml"

    /// Some people of a repository.
    package struct Group: Sendable, Equatable {
        package let name: String
        package let members: [String]
    }

    /// What becomes of points when a deadline has passed.
    package struct LatePolicy: Sendable, Equatable {
        /// Per cent of the points that each day costs that has begun since, from 0 to 100.
        package let percentPerDay: Double
        /// When nothing counts any more, in seconds since 1970; `nil`: never.
        package let until: Int?
    }

    /// Challenges that are to be solved together.
    package struct Assignment: Sendable, Equatable {
        package let name: String
        package let challenges: [String]
        /// Whether a submission that is not accepted is a failure; otherwise it is a bonus.
        package let isRequired: Bool
        /// The groups that it is meant for; `nil`: everybody.
        package let groups: [String]?
        /// The deadline in seconds since 1970.
        package let due: Int?
        package let late: LatePolicy?

        /// The part of the points, from 0 to 1, that is left to what was handed in at `time`, in seconds since 1970.
        package func share(at time: Int) -> Double {
            let late = daysLate(at: time)
            guard late > 0, let policy = self.late else { return 1 }
            if let until = policy.until, time > until { return 0 }
            return max(0, 1 - policy.percentPerDay / 100 * Double(late))
        }

        /// The days that have begun since the deadline; 0 before it.
        package func daysLate(at time: Int) -> Int {
            guard let due, time > due else { return 0 }
            return (time - due + 86_399) / 86_400
        }
    }

    /// `layout`.
    package var layouts: [SubmissionLayout] = [.usual]
    /// `groups`.
    package var groups: [Group] = []
    /// `assignments`, in the file's order; none: each challenge is required of everybody, without a deadline.
    package var assignments: [Assignment] = []
    /// `attempts`: how many sources of one person for one challenge are graded; `nil`: all of them.
    package var attempts: Int?

    /// What a repository without the file asks.
    package init() {}

    /// The assignment that has this challenge for this person; the first one where there are several.
    package func assignment(of challenge: String, for user: String?) -> Assignment? {
        assignments.first { $0.challenges.contains(challenge) && includes(user, in: $0) }
    }

    /// Whether what is not accepted is a failure.
    package func isRequired(_ challenge: String, of user: String?) -> Bool {
        assignments.isEmpty || assignment(of: challenge, for: user)?.isRequired == true
    }

    private func includes(_ user: String?, in assignment: Assignment) -> Bool {
        guard let names = assignment.groups else { return true }
        return groups.contains { group in
            names.contains(group.name) && user.map(group.members.contains) == true
        }
    }
}
