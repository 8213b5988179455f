/// An http or https URL that something can be posted to.
struct WebURL {
    var isSecure: Bool
    /// In lower case; an IPv6 address in brackets.
    var host: String
    var port: Int?
    /// From the first `/`, percent-encoded.
    var path: String
    /// Names and values, percent-encoded; a name alone has no value.
    var query: [(name: String, value: String?)]
    /// Whom to be there, decoded; never part of ``text``.
    var user: String?
    var password: String?

    /// The URL of its parts, which are percent-encoded where they have to be.
    init(_ host: String, isSecure: Bool = true, _ parts: [String], query: [(name: String, value: String)] = []) {
        self.isSecure = isSecure
        self.host = host
        // The characters that a path may hold as they are; a room's and a team's names have `!`, `:` and `@` in them.
        path = parts.map { "/" + $0.percentEncoded(keeping: "-._~!:@") }.joined()
        self.query = query.map { ($0.name, $0.value.percentEncoded()) }
    }

    /// Reads what stands where a host stands, and takes path and query as they are.
    ///
    /// - Throws: `JudgeError` `bad-webhook-url`.
    init(_ address: WebhookAddress, isSecure: Bool) throws {
        self.isSecure = isSecure
        var authority = address.authority[...]
        if let at = authority.lastIndex(of: "@") {
            let parts = authority[..<at].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            user = String(parts[0]).percentDecoded
            password = parts.count == 2 ? String(parts[1]).percentDecoded : nil
            authority = authority[authority.index(after: at)...]
        }
        // The colons of an IPv6 address are in brackets.
        if let colon = authority.lastIndex(of: ":"), !authority[colon...].contains("]") {
            let digits = authority[authority.index(after: colon)...]
            guard digits.allSatisfy(\.isNumber), let number = Int(digits), (1...65_535).contains(number) else {
                throw WebhookTarget.error("what follows the host's colon is no port; give a number up to 65535 or none")
            }
            port = number
            authority = authority[..<colon]
        }
        host = authority.lowercased()
        guard !host.isEmpty else { throw WebhookTarget.error("it has no host; give it as https://HOST/…") }
        guard Self.isHost(host) else {
            throw WebhookTarget.error(
                "its host is no name of letters, digits, hyphens and dots; write an international name in its xn-- form"
            )
        }
        path = address.path
        query = address.query.split(separator: "&").map { item in
            let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(parts[0]), parts.count == 2 ? String(parts[1]) : nil)
        }
    }

    private static func isHost(_ host: String) -> Bool {
        if host.hasPrefix("[") {
            return host.hasSuffix("]") && host.utf8.count > 4
                && host.dropFirst().dropLast().allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
        }
        // An underscore is no letter of a host's name, but names within a network have it.
        return host.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            !label.isEmpty && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        }
    }

    /// The path's parts that are not empty, decoded.
    var parts: [String] { path.pathParts }

    /// Takes the first value of that name out of the query, decoded; `nil` where there is none or it is empty.
    mutating func take(_ name: String) -> String? {
        let values = query.filter { $0.name == name }.compactMap {
            $0.value?.replacing("+", with: "%20").percentDecoded
        }
        query.removeAll { $0.name == name }
        return values.first { !$0.isEmpty }
    }

    /// The URL, without user and password.
    var text: String {
        let items = query.map { item in item.value.map { "\(item.name)=\($0)" } ?? item.name }
        return (isSecure ? "https://" : "http://") + host + (port.map { ":\($0)" } ?? "") + (path.isEmpty ? "/" : path)
            + (items.isEmpty ? "" : "?" + items.joined(separator: "&"))
    }
}
