internal import Reporting

/// `/webhooks`: who is told what happens, and what became of it; for admins.
package struct WebhooksPage: Sendable {
    /// A webhook.
    package struct Entry: Sendable {
        /// Its name.
        package var name: String
        /// Where it is, without what is secret in that.
        package var address: String
        /// What its receiver reads.
        package var format: String
        /// What it is told, in a few words.
        package var told: String
        /// Whether it works, in a few words.
        package var state: String
        /// Whether it is switched on.
        package var isOn: Bool

        /// A webhook of its parts.
        package init(name: String, address: String, format: String, told: String, state: String, isOn: Bool) {
            self.name = name
            self.address = address
            self.format = format
            self.told = told
            self.state = state
            self.isOn = isOn
        }
    }

    /// Something sent, or to be sent.
    package struct Delivery: Sendable {
        /// Its number.
        package var id: Int64
        /// The webhook's name.
        package var webhook: String
        /// The kind of event.
        package var event: String
        /// The submission that it is about, if it is about one.
        package var submission: String?
        /// When it happened, ISO 8601 in UTC.
        package var at: String
        /// Where it stands, in a word.
        package var state: String
        /// How often it was tried.
        package var attempts: Int
        /// What came of the last try, in a few words.
        package var answer: String
        /// Whether it was given up and can be sent again.
        package var isDead: Bool

        /// A delivery of its parts.
        package init(
            id: Int64, webhook: String, event: String, submission: String?, at: String, state: String, attempts: Int,
            answer: String, isDead: Bool
        ) {
            self.id = id
            self.webhook = webhook
            self.event = event
            self.submission = submission
            self.at = at
            self.state = state
            self.attempts = attempts
            self.answer = answer
            self.isDead = isDead
        }
    }

    /// What every page knows.
    package var context: PageContext
    /// All webhooks.
    package var webhooks: [Entry]
    /// The name of the one whose deliveries alone are shown; `nil` where all are.
    package var only: String?
    /// The deliveries of this page, the newest first.
    package var deliveries: [Delivery]
    /// The address of the page that follows; `nil` on the last one.
    package var older: String?

    /// A page of its parts.
    package init(
        context: PageContext, webhooks: [Entry], only: String? = nil, deliveries: [Delivery], older: String? = nil
    ) {
        self.context = context
        self.webhooks = webhooks
        self.only = only
        self.deliveries = deliveries
        self.older = older
    }

    /// The page as HTML.
    package func html() -> String {
        let main = Template.webhooks.render([
            "isEmpty": webhooks.isEmpty, "csrf": context.csrf, "only": only?.displayedInline(limit: 80),
            "webhooks": webhooks.map { webhook in
                fields([
                    "name": webhook.name.displayedInline(limit: 80), "address": webhook.address.displayedInline(),
                    "format": webhook.format.displayedInline(limit: 40), "told": webhook.told.displayedInline(),
                    "state": webhook.state.displayedInline(), "isOn": webhook.isOn,
                    "csrf": context.csrf,
                ])
            },
            "hasDeliveries": !deliveries.isEmpty, "older": older,
            "deliveries": deliveries.map { delivery in
                fields([
                    "id": delivery.id, "webhook": delivery.webhook.displayedInline(limit: 80),
                    "event": delivery.event.displayedInline(limit: 80), "submission": delivery.submission,
                    "atHTML": TimeMarkup.element(delivery.at), "state": delivery.state.displayedInline(limit: 40),
                    "attempts": delivery.attempts, "answer": delivery.answer.displayedInline(),
                    "isDead": delivery.isDead, "csrf": context.csrf,
                ])
            },
        ])
        return Layout.page("Webhooks", at: .webhooks, context, main)
    }
}
