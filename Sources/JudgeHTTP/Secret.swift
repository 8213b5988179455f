import Crypto
import JudgeCore

/// A bearer token as its owner has it: `judge_NAME_SECRET`. The name finds it, the secret proves it; only a hash of the
/// secret is kept.
package struct Secret: Sendable {
    /// What it is found by.
    package let name: String
    private let bytes: [UInt8]

    /// A new one: 64 random bits of name, 256 of secret.
    package init() {
        var generator = SystemRandomNumberGenerator()
        name = (0..<8).map { _ in UInt8.random(in: 0...255, using: &generator) }.hexadecimal
        bytes = (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }

    /// The one that `text` is, if it has the form of one.
    package init?(_ text: some StringProtocol) {
        let parts = text.utf8.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].elementsEqual("judge".utf8), parts[1].count == 16, parts[2].count == 64,
            let bytes = [UInt8](hexadecimal: Array(parts[2]))
        else { return nil }
        name = String(decoding: parts[1], as: UTF8.self)
        self.bytes = bytes
    }

    /// What its owner keeps.
    package var text: String { "judge_\(name)_\(bytes.hexadecimal)" }

    /// What is kept of the secret part: SHA-256. As the secret is random and long, no slower hash is needed.
    package var hash: [UInt8] { Array(SHA256.hash(data: bytes)) }

    /// Whether `hash` is its hash. Takes the same time whatever the answer is.
    package func matches(_ hash: [UInt8]) -> Bool { isSame(self.hash, hash) }

    /// A value that only who knows the secret can tell, for the forms of this session.
    func formKey() -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Array("form".utf8), using: SymmetricKey(data: bytes))
        return code.hexadecimal
    }
}

/// Whether two are the same, in a time that does not tell where they differ.
func isSame(_ one: some Collection<UInt8>, _ other: some Collection<UInt8>) -> Bool {
    one.count == other.count && zip(one, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
}

/// The same of texts.
func isSame(_ one: String, _ other: String) -> Bool { isSame(one.utf8, other.utf8) }
