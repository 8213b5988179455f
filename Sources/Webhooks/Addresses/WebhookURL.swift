internal import JudgeCore

/// The URL of a receiver, checked and taken apart.
///
/// Parsers of URLs disagree on odd ones, and where a check and a client disagree, the check is worth nothing. So only what
/// all of them read the same way is accepted, and clients are to be given ``text``, never what it was made from.
package struct WebhookURL: Sendable, Hashable {
    /// `https`, or `http`.
    package let scheme: String
    /// A name in lower case without a dot at its end, or an address without brackets.
    package let host: String
    /// 1...65535, the scheme's own where the URL gives none.
    package let port: Int
    /// What the request line asks for; it begins with a slash.
    package let pathAndQuery: String

    /// How many bytes a URL has at most.
    static let mostBytes = 2048

    /// - Throws: `JudgeError`, whose sentence repeats nothing of `text`, as that may hold a secret.
    package init(_ text: String) throws {
        guard text.utf8.count <= Self.mostBytes else { throw Self.error("is longer than \(Self.mostBytes) bytes") }
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
            throw Self.error(
                "may hold ASCII only: give a host with other letters as punycode (xn--…), a path percent-encoded")
        }
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw Self.error("may hold no spaces and no control characters")
        }
        guard !text.utf8.contains(where: Self.excluded.contains) else {
            throw Self.error("may hold none of \\ \" < > ^ ` { | }: percent-encode them")
        }
        guard !text.utf8.contains(UInt8(ascii: "#")) else {
            throw Self.error("may have no fragment (#…): a receiver never sees it")
        }
        guard let separator = text.firstRange(of: "://"), case let scheme = text[..<separator.lowerBound].lowercased(),
            let ownPort = Self.ports[scheme]
        else { throw Self.error("must begin with https:// or http://") }
        let end = text[separator.upperBound...].firstIndex { "/?".contains($0) } ?? text.endIndex
        let (host, port) = try Self.authority(text[separator.upperBound..<end])
        self.scheme = scheme
        self.host = host
        self.port = port ?? ownPort
        pathAndQuery = try Self.pathAndQuery(text[end...])
    }

    /// The URL as clients are to be given it: an own port left out, a path always there.
    package var text: String { origin + pathAndQuery }

    /// The URL as logs, pages and reports may show it: paths and queries of receivers are often their secrets.
    package var redacted: String { pathAndQuery == "/" ? origin : "\(origin)/…" }

    private var origin: String {
        let shownHost = host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host
        return "\(scheme)://\(shownHost)\(Self.ports[scheme] == port ? "" : ":\(port)")"
    }

    private static let ports = ["https": 443, "http": 80]

    /// Not part of URLs (RFC 3986); to some parsers `\` ends the host, to others it does not.
    private static let excluded = Set(#"\"<>^`{|}"#.utf8)

    /// Takes `host`, `host:port` or `[address]:port` apart.
    private static func authority(_ text: Substring) throws -> (host: String, port: Int?) {
        guard !text.utf8.contains(UInt8(ascii: "@")) else {
            throw error("may hold no user name and no password (…@)")
        }
        guard text.utf8.first != UInt8(ascii: "[") else {
            guard let end = text.firstIndex(of: "]"),
                let address = IPAddress(String(text[text.index(after: text.startIndex)..<end])),
                !address.isIPv4
            else { throw error("has no IPv6 address between its brackets; one with a zone (%…) is not allowed") }
            return (address.description, try port(text[text.index(after: end)...]))
        }
        let end = text.firstIndex(of: ":") ?? text.endIndex
        guard end > text.startIndex else { throw error("has no host") }
        guard let host = host(String(text[..<end])) else {
            throw error(
                """
                has no proper host: give a name of letters, digits, hyphens and dots, an IPv4 address of four decimal \
                numbers, or an IPv6 address in brackets
                """)
        }
        return (host, try port(text[end...]))
    }

    private static func host(_ text: String) -> String? {
        let address = IPAddress(text.utf8.last == UInt8(ascii: ".") ? String(text.dropLast()) : text)
        return address?.description ?? HostName(text)?.text
    }

    /// - Parameter text: empty, or a colon and the port.
    private static func port(_ text: Substring) throws -> Int? {
        guard !text.isEmpty else { return nil }
        // Five digits at most: `Int` would take a sign too.
        guard text.utf8.first == UInt8(ascii: ":"), (2...6).contains(text.utf8.count),
            text.utf8.dropFirst().allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let port = Int(text.dropFirst()), (1...65535).contains(port)
        else { throw error("must have a port from 1 to 65535 behind the colon, or no colon") }
        return port
    }

    /// - Parameter text: empty, or what begins with a slash or a question mark.
    private static func pathAndQuery(_ text: Substring) throws -> String {
        let parts = text.split(separator: "%", omittingEmptySubsequences: false)
        guard parts.dropFirst().allSatisfy({ $0.utf8.count >= 2 && $0.utf8.prefix(2).allSatisfy(isHexadecimal) }) else {
            throw error("must have two hexadecimal digits behind every %")
        }
        // Some clients resolve them before they ask, some only where they are not encoded, some never.
        let path = text.prefix { $0 != "?" }.lowercased().replacing("%2e", with: ".")
        guard !path.split(separator: "/").contains(where: { $0 == "." || $0 == ".." }) else {
            throw error("may hold no path segment that is . or ..")
        }
        return text.utf8.first == UInt8(ascii: "/") ? String(text) : "/\(text)"
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool { Character(Unicode.Scalar(byte)).isHexDigit }

    private static func error(_ problem: String) -> JudgeError {
        JudgeError(.usage, "bad-webhook-url", "the URL \(problem)")
    }
}
