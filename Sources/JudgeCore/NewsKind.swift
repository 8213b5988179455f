/// What webhooks tell, by the name that receivers know it by.
package enum NewsKind: String, Sendable, CaseIterable {
    /// A submission has a report.
    case graded = "submission.graded"
    /// It is its author's first that is accepted for this challenge.
    case solved = "submission.solved"
    /// There is a challenge that was not there before.
    case published = "challenge.published"
    /// Somebody tries whether a webhook works.
    case test = "webhook.test"
    /// A webhook was switched off, as its receiver could not be reached.
    case disabled = "webhook.disabled"
    /// What happened within some time, in one message.
    case digest = "digest"
}
