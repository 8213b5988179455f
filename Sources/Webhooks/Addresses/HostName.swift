/// A host's name in the one form that all parsers of URLs and all resolvers agree on: labels of letters, digits and
/// hyphens (RFC 1123), in lower case, without a dot at the end.
struct HostName: Sendable, Hashable {
    /// The name.
    let text: String

    /// `nil` where `text` is no such name, and where its last label is a number: `127.1`, `0x7f.1` and `2130706433` are
    /// addresses to `inet_aton`, and so to libcurl and `getaddrinfo`; no top-level domain is a number.
    init?(_ text: String) {
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        var name = text.lowercased()
        if name.utf8.last == UInt8(ascii: ".") { name.removeLast() }
        let labels = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard name.utf8.count <= 253, labels.allSatisfy(Self.isLabel), let last = labels.last, !Self.isNumber(last)
        else {
            return nil
        }
        self.text = name
    }

    private static func isLabel(_ label: Substring.UTF8View) -> Bool {
        let hyphen = UInt8(ascii: "-")
        return (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
            && label.allSatisfy { $0 == hyphen || isDigit($0) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    }

    /// Decimal, octal, or hexadecimal with or without digits behind the `0x`.
    private static func isNumber(_ label: Substring.UTF8View) -> Bool {
        guard label.starts(with: "0x".utf8) else { return label.allSatisfy(isDigit) }
        return label.dropFirst(2).allSatisfy { isDigit($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
