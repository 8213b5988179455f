internal import Crypto
internal import Foundation
package import JudgeCore

/// What a node reads published challenges with: it opens them and finds out who has published them, and cannot publish.
package struct NodeKey: Sendable, Equatable {
    /// The variable of the environment that holds the key. There is no option for it: others can read command lines.
    package static let variable = "JUDGE_NODE_KEY"
    static let prefix = "judge-node-"

    /// Of Ed25519 (RFC 8032), 32 bytes.
    private let verifyingKey: [UInt8]
    private let secret: [UInt8]

    init(verifyingKey: [UInt8], secret: [UInt8]) {
        self.verifyingKey = verifyingKey
        self.secret = secret
    }

    /// The environment's key; `nil` where there is none.
    ///
    /// - Throws: `JudgeError` `bad-node-key` where it is none, without saying what it is.
    package init?(environment: [String: String]) throws(JudgeError) {
        guard let text = environment[Self.variable], !text.isEmpty else { return nil }
        guard !text.contains(PublishKey.prefix) else {
            throw JudgeError(
                .usage, "bad-node-key",
                "\(Self.variable) is a publisher's key, which no node should have; give it the other line of `judge publish --new-keys`"
            )
        }
        guard let bytes = [UInt8](keyText: text, prefix: Self.prefix, count: 64) else {
            throw JudgeError(
                .usage, "bad-node-key",
                "\(Self.variable) is no node's key; `judge publish --new-keys` makes one, which begins with \(Self.prefix)"
            )
        }
        verifyingKey = Array(bytes.prefix(32))
        secret = Array(bytes.suffix(32))
    }

    /// The key as the environment has it.
    package var text: String { Self.prefix + Data(verifyingKey + secret).base64EncodedString() }

    /// Whether the publisher has signed `text`.
    func isSigned(_ text: String, by signature: [UInt8]) -> Bool {
        let key = try? Curve25519.Signing.PublicKey(rawRepresentation: verifyingKey)
        return key?.isValidSignature(signature, for: Array(text.utf8)) ?? false
    }

    /// What bytes are called, 64 hexadecimal digits: HMAC-SHA256, so that whoever has the database but no key cannot try out
    /// what is hidden.
    package func digest(of bytes: [UInt8]) -> String {
        HMAC<SHA256>.authenticationCode(for: bytes, using: derived("digests")).hexadecimal
    }

    /// `bytes` sealed, to be opened as those of this digest.
    package func sealed(_ bytes: [UInt8], digest: String) throws -> [UInt8] {
        try derived("bundles").sealed(bytes, context: Self.context(digest))
    }

    /// What was sealed as `digest`; `nil` where the key is another or a byte was changed. That it has this digest is for
    /// whoever opens it to see: every node could have sealed it.
    package func opened(_ sealed: [UInt8], digest: String) -> [UInt8]? {
        derived("bundles").opened(sealed, context: Self.context(digest))
    }

    private static func context(_ digest: String) -> String { "judge-bundle/1\n\(digest)" }

    private func derived(_ purpose: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: secret), info: Array("judge/node/\(purpose)".utf8), outputByteCount: 32
        )
    }
}

extension [UInt8] {
    /// The bytes of a key in Base64 behind its prefix.
    init?(keyText: String, prefix: String, count: Int) {
        let text = keyText.filter { !$0.isWhitespace }
        guard text.hasPrefix(prefix), let data = Data(base64Encoded: String(text.dropFirst(prefix.count))),
            data.count == count
        else { return nil }
        self.init(data)
    }
}
