extension String {
    /// Sixteen hexadecimal digits that are the same for the same text and most likely others for another, by ``FNV``.
    package var fingerprint: String {
        let digits = String(FNV.hash(utf8), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
