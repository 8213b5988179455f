internal import Foundation
internal import JudgeCore

/// A receiver of news: where it is, and in which form it wants them.
package struct WebhookTarget: Sendable {
    /// The form.
    package let format: WebhookFormat
    /// Where to send to: an http or https URL without user, password and fragment. Secrets may be in it.
    package let url: String
    /// What each request has to say besides what its body is. Secrets are in them.
    package let headers: [(name: String, value: String)]
    /// Whom a Telegram bot writes to, and the topic within that chat.
    let chat: String?
    let thread: Int?
    /// Where a message with a picture goes, which a Telegram bot takes elsewhere. Secrets may be in it.
    private let photoURL: String
    /// What is published to on an ntfy server.
    let topic: String?

    /// Reads the address that a service hands out, or its short form: `slack://`, `discord://`, `msteams://`,
    /// `workflows://`, `mmost://`, `mmosts://`, `gchat://`, `tgram://`, `ntfy://`, `ntfys://`, `matrix://`,
    /// `matrixs://`, `json://`, `jsons://`.
    ///
    /// - Parameter format: the form, where the address does not tell: a Mattermost or an ntfy server of one's own.
    /// - Throws: `JudgeError` `bad-webhook-url`. Its sentence quotes nothing of the address, as that may be secret.
    package init(_ text: String, format: WebhookFormat? = nil) throws {
        let address = try WebhookAddress(text)
        switch address.scheme {
        case "http", "https":
            let url = try WebURL(address, isSecure: address.scheme == "https")
            guard url.user == nil else {
                throw Self.error(
                    "there is a user or password in it; use jsons:// or ntfys://, which send it as a header")
            }
            try self.init(url, format)
        default:
            let (own, url) = try address.expanded()
            // json:// says where to, and nothing of what is there.
            guard own == .json || format == nil || format == own else {
                throw Self.error("its scheme means \(own), but another format was asked for; leave one out")
            }
            try self.init(url, format ?? own)
        }
    }

    private init(_ given: WebURL, _ wanted: WebhookFormat?) throws {
        var url = given
        if !url.isSecure, url.hostedFormat != nil {
            // What these services hand out is secret; they have no use for it unencrypted.
            (url.isSecure, url.port) = (true, nil)
        }
        format = wanted ?? url.knownFormat
        var (chat, thread, topic, token): (String?, Int?, String?, String?)
        switch format {
        case .json, .slack, .teams, .mattermost, .googlechat: break
        case .discord:
            // So that the answer tells whether the message was taken.
            _ = url.take("wait")
            url.query.append(("wait", "true"))
        case .telegram: (chat, thread) = try url.takeChat()
        case .ntfy: (topic, token) = try url.takeTopic()
        case .matrix: token = try url.takeRoom()
        }
        headers = try Self.authorization(url, token: token)
        (self.chat, self.thread, self.topic) = (chat, thread, topic)
        self.url = url.text
        photoURL = format == .telegram ? url.forPhotos.text : url.text
    }

    /// The header for a token, or else for a user and password.
    private static func authorization(_ url: WebURL, token: String?) throws -> [(name: String, value: String)] {
        if let token {
            guard token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
                throw error("its token holds a space, a control or a letter beyond ASCII; copy it once more")
            }
            return [("Authorization", "Bearer \(token)")]
        }
        guard let user = url.user else { return [] }
        return [("Authorization", "Basic " + Data("\(user):\(url.password ?? "")".utf8).base64EncodedString())]
    }

    /// Whether it starts a workflow of Slack's.
    private var isWorkflow: Bool {
        ["https://hooks.slack.com/workflows/", "https://hooks.slack.com/triggers/"].contains(where: url.hasPrefix)
    }

    static func error(_ reason: String) -> JudgeError {
        JudgeError(.usage, "bad-webhook-url", "This cannot be a webhook's URL: \(reason).")
    }

    /// The request that tells `news`. The same arguments always give the same bytes.
    ///
    /// - Parameters:
    ///   - id: the message's identifier, the same whenever it is tried again.
    ///   - timestamp: when it happened, ISO 8601.
    package func request(for news: News, id: String, timestamp: String) -> WebhookBody {
        let message = ChatMessage(news)
        if let form = form(for: news, message, timestamp: timestamp) {
            let boundary = form.boundary(id: id)
            return WebhookBody(
                method: "POST", url: photoURL,
                headers: [("Content-Type", "multipart/form-data; boundary=\(boundary)")] + headers,
                body: form.bytes(boundary: boundary))
        }
        let payload: JSON
        switch format {
        case .json: return request(telling: news.kind, data: news.json, timestamp: timestamp)
        case .slack: payload = isWorkflow ? SlackPayload.workflow(message) : SlackPayload.of(message)
        case .discord: payload = DiscordPayload.of(message, timestamp: timestamp)
        case .teams: payload = TeamsPayload.of(message)
        case .mattermost: payload = MattermostPayload.of(message)
        case .googlechat: payload = GoogleChatPayload.of(message)
        case .telegram: payload = TelegramPayload.of(message, chat: chat ?? "", thread: thread)
        case .ntfy: payload = NtfyPayload.of(message, topic: topic ?? "")
        case .matrix: payload = MatrixPayload.of(message)
        }
        // A server of Matrix takes an event once for each transaction, however often it is sent.
        let isMatrix = format == .matrix
        return WebhookBody(
            method: isMatrix ? "PUT" : "POST", url: isMatrix ? "\(url)/\(id.percentEncoded())" : url,
            headers: [("Content-Type", "application/json")] + headers, body: payload.bytes)
    }

    /// The request that tells news as they are kept, byte for byte, to receivers that know Standard Webhooks.
    func request(telling kind: NewsKind, data: String, timestamp: String) -> WebhookBody {
        WebhookBody(
            method: "POST", url: url, headers: [("Content-Type", "application/json")] + headers,
            body: Array("{\"data\":\(data),\"timestamp\":\"\(timestamp)\",\"type\":\"\(kind.rawValue)\"}".utf8))
    }

    /// The message with a picture of the growth; `nil` where there is none, or the service takes none.
    private func form(for news: News, _ message: ChatMessage, timestamp: String) -> MultipartForm? {
        guard format == .discord || format == .telegram, let picture = GrowthPicture.png(of: news) else { return nil }
        return format == .discord
            ? DiscordPayload.form(message, timestamp: timestamp, picture: picture)
            : TelegramPayload.form(message, chat: chat ?? "", thread: thread, picture: picture)
    }
}
