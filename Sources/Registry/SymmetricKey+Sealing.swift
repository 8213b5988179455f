internal import Crypto

extension SymmetricKey {
    /// ChaCha20-Poly1305 (RFC 8439): a nonce that is drawn anew, the text, and a tag that also covers `context`.
    func sealed(_ text: [UInt8], context: String) throws -> [UInt8] {
        let box = try ChaChaPoly.seal(text, using: self, authenticating: Array(context.utf8))
        return [UInt8](box.combined)
    }

    /// What ``sealed(_:context:)`` was given; `nil` where the key or the context is another, or a byte was changed.
    func opened(_ sealed: [UInt8], context: String) -> [UInt8]? {
        guard let box = try? ChaChaPoly.SealedBox(combined: sealed),
            let text = try? ChaChaPoly.open(box, using: self, authenticating: Array(context.utf8))
        else { return nil }
        return [UInt8](text)
    }
}

extension [UInt8] {
    /// 32 bytes that nobody has had before.
    static func randomKey() -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }
}
