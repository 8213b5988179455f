internal import Crypto
internal import Foundation
internal import JudgeCore

/// What a receiver knows a message by to be the judge's, as Standard Webhooks 1.0 has it
/// (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md).
package struct WebhookSecret: Sendable, Equatable {
    /// 24 to 64 bytes.
    package let bytes: [UInt8]
    /// Has taken in the key, which takes as long as half a message.
    private let code: HMAC<SHA256>

    /// A new one of 32 random bytes.
    package init() {
        var generator = SystemRandomNumberGenerator()
        self.init(bytes: (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }

    /// One that the database keeps.
    package init(bytes: [UInt8]) {
        self.bytes = bytes
        code = HMAC(key: SymmetricKey(data: bytes))
    }

    package static func == (one: Self, other: Self) -> Bool { one.bytes == other.bytes }

    /// The one that `text` is: `whsec_` and its bytes in base64.
    ///
    /// - Throws: `JudgeError` `bad-webhook-secret`, which does not repeat it.
    package init(_ text: String) throws {
        let prefix = "whsec_"
        guard text.hasPrefix(prefix), let data = Data(base64Encoded: String(text.dropFirst(prefix.count))) else {
            throw JudgeError(
                .usage, "bad-webhook-secret",
                "a webhook's secret is `whsec_` and 24 to 64 bytes in base64; `openssl rand -base64 32` makes such bytes"
            )
        }
        guard (24...64).contains(data.count) else {
            throw JudgeError(
                .usage, "bad-webhook-secret",
                "a webhook's secret is 24 to 64 bytes long, and this one \(data.count); `openssl rand -base64 32` makes such bytes"
            )
        }
        self.init(bytes: [UInt8](data))
    }

    /// What receivers are given.
    package var text: String { "whsec_" + Data(bytes).base64EncodedString() }

    /// The signature of a message: `v1,` and HMAC-SHA256 over `id.timestamp.body` in base64.
    func signature(id: String, timestamp: Int64, body: [UInt8]) -> String {
        var code = code
        code.update(data: Array("\(id).\(timestamp).".utf8))
        code.update(data: body)
        return "v1," + Data(code.finalize()).base64EncodedString()
    }

    /// The header fields that a message bears; with several secrets a signature of each, while one is being replaced.
    ///
    /// - Parameter timestamp: of this try, in seconds since 1970.
    package static func headers(
        id: String, timestamp: Int64, body: [UInt8], secrets: [WebhookSecret]
    ) -> [(name: String, value: String)] {
        let signatures = secrets.map { $0.signature(id: id, timestamp: timestamp, body: body) }
        return [("webhook-id", id), ("webhook-timestamp", "\(timestamp)")]
            + (secrets.isEmpty ? [] : [("webhook-signature", signatures.joined(separator: " "))])
    }
}
