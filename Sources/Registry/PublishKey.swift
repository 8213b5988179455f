internal import Crypto
internal import Foundation
package import JudgeCore

/// What challenges are published with: 32 random bytes, from which the key that signs and all of the node's key follow.
package struct PublishKey: Sendable {
    /// The variable of the environment that holds the key. There is no option for it: others can read command lines.
    package static let variable = "JUDGE_PUBLISH_KEY"
    static let prefix = "judge-publish-"

    private let seed: [UInt8]

    private init(seed: [UInt8]) { self.seed = seed }

    /// A key that nobody has had before.
    package static func random() -> PublishKey { PublishKey(seed: .randomKey()) }

    /// The environment's key; `nil` where there is none.
    ///
    /// - Throws: `JudgeError` `bad-publish-key` where it is none, without saying what it is.
    package init?(environment: [String: String]) throws(JudgeError) {
        guard let text = environment[Self.variable], !text.isEmpty else { return nil }
        guard let seed = [UInt8](keyText: text, prefix: Self.prefix, count: 32) else {
            let what = text.contains(NodeKey.prefix) ? "a node's key, which cannot publish" : "no publisher's key"
            throw JudgeError(
                .usage, "bad-publish-key",
                "\(Self.variable) is \(what); `judge publish --new-keys` makes one, which begins with \(Self.prefix)")
        }
        self.seed = seed
    }

    /// The key as the environment has it.
    package var text: String { Self.prefix + Data(seed).base64EncodedString() }

    /// The key of the nodes.
    package var node: NodeKey {
        get throws {
            NodeKey(
                verifyingKey: Array(try signingKey.publicKey.rawRepresentation),
                secret: derived("node").withUnsafeBytes { Array($0) })
        }
    }

    /// The Ed25519 signature of `text`, 64 bytes.
    func signature(of text: String) throws -> [UInt8] { Array(try signingKey.signature(for: Array(text.utf8))) }

    private var signingKey: Curve25519.Signing.PrivateKey {
        get throws {
            try Curve25519.Signing.PrivateKey(rawRepresentation: derived("signing").withUnsafeBytes { Array($0) })
        }
    }

    /// HKDF-SHA256 (RFC 5869).
    private func derived(_ purpose: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: seed), info: Array("judge/publish/\(purpose)".utf8),
            outputByteCount: 32)
    }
}
