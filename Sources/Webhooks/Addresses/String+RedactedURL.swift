extension String {
    /// The text, which may be a URL of any sort or none, as logs, pages and reports may show it.
    ///
    /// Of a receiver's URL that is its host, see ``WebhookURL/redacted``. Elsewhere the host itself may be the secret
    /// (`tgram://TOKEN/CHAT`) or may hold a password, and so no more than the scheme is shown.
    package var redactedURL: String {
        if let url = try? WebhookURL(self) { return url.redacted }
        guard let separator = firstRange(of: "://"), (1...16).contains(self[..<separator.lowerBound].utf8.count),
            self[..<separator.lowerBound].utf8.allSatisfy(Self.schemeCharacters.contains)
        else { return "…" }
        return "\(self[..<separator.lowerBound])://…"
    }

    private static let schemeCharacters = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.".utf8)
}
