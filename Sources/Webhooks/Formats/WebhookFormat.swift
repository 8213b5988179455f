/// How a webhook's receiver wants to be told.
package enum WebhookFormat: String, Sendable, CaseIterable {
    /// The news as they are, for programs.
    case json
    case slack
    case discord
    case teams
    case mattermost
    case googlechat
    case telegram
    case ntfy
    case matrix
}
