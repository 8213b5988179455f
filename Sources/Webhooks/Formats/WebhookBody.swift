/// One HTTP request that tells a receiver something, but for what whoever sends it adds: signature, length, agent.
package struct WebhookBody: Sendable {
    /// `POST`, or `PUT`.
    package let method: String
    /// Where it goes. Secrets may be in it.
    package let url: String
    /// `Content-Type`, and what the receiver needs beyond it. Secrets may be in them.
    package let headers: [(name: String, value: String)]
    /// JSON in UTF-8; where a picture goes along, a form of the type multipart/form-data.
    package let body: [UInt8]
}
