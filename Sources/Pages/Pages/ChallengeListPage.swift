internal import Reporting

/// `/`: all challenges.
package struct ChallengeListPage: Sendable {
    /// A challenge in the list.
    package struct Entry: Sendable {
        /// The challenge's slug.
        package var slug: String
        /// Its name.
        package var name: String
        /// What it asks for, where that is not code alone.
        package var form: String?
        /// How hard it is, in a word.
        package var level: String?
        /// What it is about.
        package var topics: [String]
        /// How many minutes it may take in an interview.
        package var minutes: Int?
        /// What is asked next.
        package var followUps: [String]
        /// What the reader has made of it.
        package var standing: Standing

        /// An entry of its parts.
        package init(
            slug: String, name: String, form: String? = nil, level: String?, topics: [String], minutes: Int? = nil,
            followUps: [String] = [], standing: Standing
        ) {
            self.slug = slug
            self.name = name
            self.form = form
            self.level = level
            self.topics = topics
            self.minutes = minutes
            self.followUps = followUps
            self.standing = standing
        }
    }

    /// What every page knows.
    package var context: PageContext
    /// The challenges in the order in which they are shown.
    package var challenges: [Entry]

    /// A page of its parts.
    package init(context: PageContext, challenges: [Entry]) {
        self.context = context
        self.challenges = challenges
    }

    /// The page as HTML.
    package func html() -> String {
        let main = Template.challengeList.render([
            "isEmpty": challenges.isEmpty, "showsStanding": context.userName != nil && !challenges.isEmpty,
            "solved": challenges.count { $0.standing == .solved }, "total": challenges.count,
            "challenges": challenges.map { challenge in
                fields([
                    "slug": challenge.slug, "name": challenge.name.displayedInline(),
                    "form": challenge.form, "level": challenge.level?.displayedInline(limit: 40),
                    "standing": challenge.standing.badge.map { fields($0.values) },
                    "hasTopics": !challenge.topics.isEmpty,
                    "topics": challenge.topics.map { $0.displayedInline(limit: 60) },
                    "minutes": challenge.minutes, "hasFollowUps": !challenge.followUps.isEmpty,
                    "followUps": challenge.followUps.map { $0.displayedInline(limit: 1000) },
                ])
            },
        ])
        return Layout.page("Challenges", at: .challenges, context, main)
    }
}
