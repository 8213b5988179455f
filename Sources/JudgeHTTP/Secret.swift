import Crypto
import Foundation

/// A bearer token as its owner has it: `judge_NAME_SECRET`. The name finds it, the secret proves it; only a hash of the
/// secret is kept.
package struct Secret: Sendable {
    /// What it is found by.
    package let name: String
    private let bytes: [UInt8]

    /// A new one: 64 random bits of name, 256 of secret.
    package init() {
        var generator = SystemRandomNumberGenerator()
        name = Self.text((0..<8).map { _ in UInt8.random(in: 0...255, using: &generator) })
        bytes = (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }

    /// The one that `text` is, if it has the form of one.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "judge", parts[1].utf8.count == 16, parts[2].utf8.count == 64,
            let bytes = Self.bytes(parts[2])
        else { return nil }
        name = String(parts[1])
        self.bytes = bytes
    }

    /// What its owner keeps.
    package var text: String { "judge_\(name)_\(Self.text(bytes))" }

    /// What is kept of the secret part: SHA-256. As the secret is random and long, no slower hash is needed.
    package var hash: [UInt8] { Array(SHA256.hash(data: bytes)) }

    /// Whether `hash` is its hash. Takes the same time whatever the answer is.
    package func matches(_ hash: [UInt8]) -> Bool {
        let own = self.hash
        guard own.count == hash.count else { return false }
        return zip(own, hash).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// A value that only who knows the secret can tell, for the forms of this session.
    func formKey() -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Array("form".utf8), using: SymmetricKey(data: bytes))
        return Self.text(Array(code))
    }

    private static func text(_ bytes: [UInt8]) -> String { bytes.map { String(format: "%02x", $0) }.joined() }

    private static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        let digits = text.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
        guard digits.count == text.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}

/// Whether two texts are the same, in a time that does not tell where they differ.
func isSame(_ one: String, _ other: String) -> Bool {
    let (one, other) = (Array(one.utf8), Array(other.utf8))
    guard one.count == other.count else { return false }
    return zip(one, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
}
