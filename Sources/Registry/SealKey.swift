internal import Crypto
internal import Foundation
package import JudgeCore

/// What the hidden parts of sealed packages are encrypted with: 32 random bytes, written in Base64.
package struct SealKey: Sendable {
    /// The variable of the environment that holds the key. There is no option for it: others can read command lines.
    package static let variable = "JUDGE_SEAL_KEY"

    private let bytes: [UInt8]

    /// The environment's key; `nil` where there is none, as in runs of CI that get no secrets.
    ///
    /// - Throws: `JudgeError` `bad-seal-key` where it is none, without saying what it is.
    package init?(environment: [String: String]) throws(JudgeError) {
        guard let text = environment[Self.variable], !text.isEmpty else { return nil }
        guard let data = Data(base64Encoded: text.filter { !$0.isWhitespace }), data.count == 32 else {
            throw JudgeError(
                .usage, "bad-seal-key", "\(Self.variable) is not 32 bytes in Base64; `judge seal --new-key` makes one")
        }
        bytes = [UInt8](data)
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// A key that nobody has had before.
    package static func random() -> SealKey { SealKey(bytes: .randomKey()) }

    /// The key as the environment has it.
    package var text: String { Data(bytes).base64EncodedString() }

    /// `text` sealed with this key; see `SymmetricKey`.
    func sealed(_ text: [UInt8], context: String) throws -> [UInt8] {
        try SymmetricKey(data: bytes).sealed(text, context: context)
    }

    /// What ``sealed(_:context:)`` was given; `nil` where the key or the context is another, or a byte was changed.
    func opened(_ sealed: [UInt8], context: String) -> [UInt8]? {
        SymmetricKey(data: bytes).opened(sealed, context: context)
    }
}
