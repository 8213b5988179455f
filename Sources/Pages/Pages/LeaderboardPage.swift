internal import Reporting

/// `/leaderboard`: who solved how much, and how well.
package struct LeaderboardPage: Sendable {
    /// A place on it.
    package struct Entry: Sendable {
        /// The place, from 1.
        package var place: Int
        /// The user's name.
        package var user: String
        /// How many challenges they solved.
        package var solved: Int
        /// Their work by that of the best, 1 or more; `nil` where growth was measured of none.
        package var work: Double?
        /// Their memory likewise.
        package var memory: Double?

        /// An entry of its parts.
        package init(place: Int, user: String, solved: Int, work: Double?, memory: Double?) {
            self.place = place
            self.user = user
            self.solved = solved
            self.work = work
            self.memory = memory
        }
    }

    /// What every page knows.
    package var context: PageContext
    /// The places, the best first.
    package var entries: [Entry]
    /// Something that the reader may choose to see alone.
    package struct Choice: Sendable {
        /// What its address calls it.
        package var value: String
        /// What people call it.
        package var name: String

        /// A choice of its parts.
        package init(value: String, name: String) {
            self.value = value
            self.name = name
        }
    }

    /// The only challenge that counts here; `nil` where all do.
    package var challenge: Choice?
    /// The group whose members alone are shown; `nil` where all are.
    package var group: Choice?
    /// The challenges that the reader may choose.
    package var challenges: [Choice]
    /// The groups that the reader may choose.
    package var groups: [Choice]

    /// A page of its parts.
    package init(
        context: PageContext, entries: [Entry], challenge: Choice? = nil, group: Choice? = nil,
        challenges: [Choice] = [], groups: [Choice] = []
    ) {
        self.context = context
        self.entries = entries
        self.challenge = challenge
        self.group = group
        self.challenges = challenges
        self.groups = groups
    }

    /// The page as HTML.
    package func html() -> String {
        let main = Template.leaderboard.render([
            "scope": scope, "isEmpty": entries.isEmpty, "hasChoices": !challenges.isEmpty || !groups.isEmpty,
            "hasChallenges": !challenges.isEmpty, "challenges": Self.options(challenges, chosen: challenge),
            "hasGroups": !groups.isEmpty, "groups": Self.options(groups, chosen: group),
            "entries": entries.map { entry in
                fields([
                    "place": entry.place, "user": entry.user.displayedInline(limit: 60), "solved": entry.solved,
                    "work": Self.ratio(entry.work), "memory": Self.ratio(entry.memory),
                    "isReader": entry.user == context.userName,
                ])
            },
        ])
        return Layout.page("Leaderboard", at: .leaderboard, context, main)
    }

    private var scope: String? {
        let parts = [
            challenge.map { "for the challenge \($0.name.displayedInline())" },
            group.map { "within the group \($0.name.displayedInline(limit: 80))" },
        ].compactMap(\.self)
        return parts.isEmpty ? nil : "Only " + parts.joined(separator: ", ") + "."
    }

    private static func options(_ choices: [Choice], chosen: Choice?) -> [[String: Any]] {
        choices.map { choice in
            fields([
                "value": choice.value, "name": choice.name.displayedInline(limit: 80),
                "isChosen": choice.value == chosen?.value,
            ])
        }
    }

    private static func ratio(_ value: Double?) -> String { value.map(Figures.slope) ?? "–" }
}
