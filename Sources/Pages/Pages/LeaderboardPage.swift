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
    /// The name of the only challenge that counts here; `nil` where all do.
    package var challengeName: String?
    /// The name of the group whose members alone are shown; `nil` where all are.
    package var groupName: String?

    /// A page of its parts.
    package init(context: PageContext, entries: [Entry], challengeName: String? = nil, groupName: String? = nil) {
        self.context = context
        self.entries = entries
        self.challengeName = challengeName
        self.groupName = groupName
    }

    /// The page as HTML.
    package func html() -> String {
        let main = Template.leaderboard.render([
            "scope": scope, "isEmpty": entries.isEmpty,
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
            challengeName.map { "for the challenge \($0.displayedInline())" },
            groupName.map { "within the group \($0.displayedInline(limit: 80))" },
        ].compactMap(\.self)
        return parts.isEmpty ? nil : "Only " + parts.joined(separator: ", ") + "."
    }

    private static func ratio(_ value: Double?) -> String { value.map(Figures.slope) ?? "–" }
}
