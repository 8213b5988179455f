import JudgeCore
import Storage
import Webhooks

/// A webhook as it is shown: without its secret, and without what is secret in its address.
package struct WebhookView: Encodable, Sendable {
    package let name: String
    package let url: String
    package let format: String
    package let events: [String]?
    package let challenges: [String]?
    package let users: [String]?
    package let verdicts: [String]?
    package let digest_minutes: Int
    package let created_at: String
    package let failing_since: String?
    package let disabled_at: String?
    package let disabled_reason: String?

    package init(_ webhook: Webhook) {
        name = webhook.name
        url = webhook.url.redactedURL
        format = (try? webhook.target())?.format.rawValue ?? webhook.format ?? "?"
        events = webhook.filter.events
        challenges = webhook.filter.challenges
        users = webhook.filter.users
        verdicts = webhook.filter.verdicts
        digest_minutes = webhook.digestMinutes
        created_at = webhook.createdAt.iso8601
        failing_since = webhook.failingSince?.iso8601
        disabled_at = webhook.disabledAt?.iso8601
        disabled_reason = webhook.disabledReason
    }

    /// What it is told, in a few words.
    package var told: String {
        let lists = [events ?? Webhook.Filter.usualEvents, challenges, users, verdicts].compactMap(\.self)
        let what = lists.map { $0.joined(separator: ",") }.joined(separator: " ")
        switch digest_minutes {
        case 0: return what
        case 1440: return "each day: \(what)"
        default: return "each \(digest_minutes) min: \(what)"
        }
    }

    /// Whether it works, in a few words.
    package var state: String {
        if let disabled_at { return "off since \(disabled_at.prefix(10)): \(disabled_reason ?? "")" }
        return failing_since.map { "failing since \($0.prefix(16))" } ?? "on"
    }
}

/// A delivery as it is shown.
package struct DeliveryView: Encodable, Sendable {
    package let id: Int64
    package let webhook: String
    package let message: String
    package let event: String
    package let submission: String?
    package let at: String
    package let state: String
    package let attempts: Int
    package let next_at: String?
    package let tried_at: String?
    package let status: Int?
    package let error: String?
    package let milliseconds: Int?

    package init(_ delivery: Delivery) {
        id = delivery.id
        webhook = delivery.webhookName
        message = delivery.announcement.id
        event = delivery.announcement.kind.rawValue
        submission = delivery.subject
        at = delivery.announcement.at.iso8601
        state = delivery.state.rawValue
        attempts = delivery.attempts
        next_at = delivery.state == .waiting ? delivery.nextAt.iso8601 : nil
        tried_at = delivery.triedAt?.iso8601
        status = delivery.status
        error = delivery.error
        milliseconds = delivery.milliseconds
    }

    /// What came of the last try, in a few words.
    package var answer: String {
        if let error { return error }
        return status.map { "\($0) after \(milliseconds ?? 0) ms" } ?? ""
    }
}
