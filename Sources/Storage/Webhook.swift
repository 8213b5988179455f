import Foundation
package import JudgeCore

/// Somewhere that is told what happens.
package struct Webhook: Sendable, Equatable, Identifiable {
    /// Which of what happens it is told; `nil` is all there is.
    package struct Filter: Codable, Sendable, Equatable {
        /// Kinds of news. Without a list it is told what is graded and published: what is solved was graded too.
        package var events: [String]?
        /// Slugs of challenges.
        package var challenges: [String]?
        /// Names of users, compared without regard to case.
        package var users: [String]?
        /// Verdicts.
        package var verdicts: [String]?

        package init(
            events: [String]? = nil, challenges: [String]? = nil, users: [String]? = nil, verdicts: [String]? = nil
        ) {
            self.events = events
            self.challenges = challenges
            self.users = users
            self.verdicts = verdicts
        }

        /// What is told where no events are named.
        package static let usualEvents = [NewsKind.graded.rawValue, NewsKind.published.rawValue]

        /// Whether news of this kind about these passes. What a piece of news has not, no filter on it lets pass.
        package func admits(
            _ kind: NewsKind, challenge: String? = nil, user: String? = nil, verdict: Verdict? = nil
        ) -> Bool {
            if kind == .test { return true }
            func passes(_ list: [String]?, _ value: String?) -> Bool {
                guard let list else { return true }
                return value.map { value in list.contains { $0.lowercased() == value.lowercased() } } ?? false
            }
            return passes(events ?? Self.usualEvents, kind.rawValue)
                && passes(challenges, challenge) && passes(users, user) && passes(verdicts, verdict?.rawValue)
        }
    }

    /// Number in the database.
    package let id: Int64
    /// Unique, compared without regard to case.
    package let name: String
    /// Where it is, with all that is secret in it.
    package let url: String
    /// What its receiver reads; `nil`: as the URL says.
    package let format: String?
    /// What messages are signed with; while a secret is being replaced both, the new one first.
    package let secrets: [[UInt8]]
    /// What it is told.
    package let filter: Filter
    /// Within how many minutes what happens is gathered into one message; 0: each at once.
    package let digestMinutes: Int
    /// When it was made.
    package let createdAt: Timestamp
    /// Since when nothing has arrived, where that is so.
    package let failingSince: Timestamp?
    /// When and why it was switched off.
    package let disabledAt: Timestamp?
    package let disabledReason: String?
}

/// Something to be told, as the database keeps it.
package struct Announcement: Sendable, Equatable {
    /// What receivers know it by; the same each time that it is sent.
    package let id: String
    /// What kind of news it is.
    package let kind: NewsKind
    /// When it happened.
    package let at: Timestamp
    /// The news as JSON.
    package let data: String

    /// A new identifier.
    package static func makeID() -> String { "msg_" + UUID().uuidString.lowercased().replacing("-", with: "") }
}

/// An announcement on its way to one webhook.
package struct Delivery: Sendable, Equatable, Identifiable {
    /// Where a delivery stands.
    package enum State: String, Sendable, CaseIterable {
        /// It is tried when its time comes.
        case waiting
        /// It waits for the digest that it will be part of.
        case gathered
        /// It was part of a digest.
        case digested
        /// It arrived.
        case delivered
        /// It was given up.
        case dead
    }

    /// Number in the database.
    package let id: Int64
    /// The webhook's number, and its name.
    package let webhook: Webhook.ID
    package let webhookName: String
    /// What is told.
    package let announcement: Announcement
    /// What it is about, where there is an order to be kept: the submission's identifier.
    package let subject: String?
    /// Where it stands.
    package let state: State
    /// How often it was tried.
    package let attempts: Int
    /// When it is tried next.
    package let nextAt: Timestamp
    /// The last try: when, the status of the answer, what went wrong, how long it took.
    package let triedAt: Timestamp?
    package let status: Int?
    package let error: String?
    package let milliseconds: Int?
}

/// What came of one try of a delivery.
package struct DeliveryResult: Sendable, Equatable {
    /// What is to become of the delivery.
    package enum Outcome: Sendable, Equatable {
        case delivered
        /// It is tried again after this time, by the database's clock.
        case retry(Duration)
        /// It is given up.
        case dead
        /// It is given up with all others of its webhook, which is switched off for this reason.
        case gone(String)
    }

    /// The delivery and its webhook.
    package var delivery: Delivery.ID
    package var webhook: Webhook.ID
    /// What is to become of it.
    package var outcome: Outcome
    /// The status of the answer, if there was one.
    package var status: Int?
    /// What went wrong, in one clause.
    package var error: String?
    /// How long it took.
    package var milliseconds: Int

    package init(
        delivery: Delivery.ID, webhook: Webhook.ID, outcome: Outcome, status: Int? = nil, error: String? = nil,
        milliseconds: Int
    ) {
        self.delivery = delivery
        self.webhook = webhook
        self.outcome = outcome
        self.status = status
        self.error = error
        self.milliseconds = milliseconds
    }
}
