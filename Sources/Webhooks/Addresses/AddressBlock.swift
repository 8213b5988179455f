/// A block of addresses: those that begin with the same bits.
package struct AddressBlock: Sendable, Hashable {
    /// The first of them.
    package let first: IPAddress
    /// How many bits they share.
    package let prefixLength: Int

    /// Reads `10.0.0.0/8`, `fd00::/8`, or a single address; `nil` for all else, and where bits behind the prefix are set,
    /// since that is mostly a slip.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = IPAddress(String(parts[0])) else { return nil }
        let bits = address.bytes.count * 8
        first = address
        if parts.count == 1 {
            prefixLength = bits
        } else {
            // The comparison refuses `+8` and `08`.
            guard let length = Int(parts[1]), String(length) == parts[1], (0...bits).contains(length) else {
                return nil
            }
            prefixLength = length
        }
        for index in address.bytes.indices where address.bytes[index] & ~mask(ofByte: index) != 0 { return nil }
    }

    /// Whether `address` is in it; one of the other family never is.
    package func contains(_ address: IPAddress) -> Bool {
        guard address.bytes.count == first.bytes.count else { return false }
        return first.bytes.indices.allSatisfy { (first.bytes[$0] ^ address.bytes[$0]) & mask(ofByte: $0) == 0 }
    }

    /// The bits of the prefix in one byte.
    private func mask(ofByte index: Int) -> UInt8 {
        let bits = min(8, max(0, prefixLength - index * 8))
        return UInt8(truncatingIfNeeded: 0xFF00 >> bits)
    }
}
