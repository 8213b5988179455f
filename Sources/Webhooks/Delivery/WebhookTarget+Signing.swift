package import Foundation
package import JudgeCore

extension WebhookTarget {
    /// The message as it goes out now; for receivers that know Standard Webhooks with its identifier, and signed, where
    /// there is a secret.
    ///
    /// - Parameter data: the news as JSON; receivers that know Standard Webhooks get it as it is.
    /// - Throws: `DecodingError` where `data` is no such news.
    package func signed(
        _ kind: NewsKind, data: String, id: String, at timestamp: String, secrets: [WebhookSecret], now: Date = Date()
    ) throws -> WebhookBody {
        guard format == .json else { return request(for: try News(kind, json: data), id: id, timestamp: timestamp) }
        let body = request(telling: kind, data: data, timestamp: timestamp)
        let signature = WebhookSecret.headers(
            id: id, timestamp: Int64(now.timeIntervalSince1970), body: body.body, secrets: secrets)
        return WebhookBody(method: body.method, url: body.url, headers: body.headers + signature, body: body.body)
    }
}
