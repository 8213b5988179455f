extension String {
    /// Sixteen hexadecimal digits that are the same for the same text and most likely others for another: FNV-1a with 64
    /// bits (http://www.isthe.com/chongo/tech/comp/fnv/). It withstands chance, and nobody who tries.
    package var fingerprint: String {
        let hash = utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
