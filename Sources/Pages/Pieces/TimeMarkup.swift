/// Moments in UTC.
enum TimeMarkup {
    /// `2026-01-01T08:30:00Z` for people: `2026-01-01 08:30 UTC`. Anything else stays as it is.
    static func words(_ moment: String) -> String {
        guard let parts = moment.wholeMatch(of: /(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\d(?:\.\d+)?(?:Z|\+00:00)/) else {
            return moment
        }
        return "\(parts.1) \(parts.2) UTC"
    }

    /// The moment as an element that machines can read too.
    static func element(_ moment: String) -> Markup {
        let words = Markup.escaped(words(moment))
        return Markup(trusted: "<time datetime=\"\(Markup.escaped(moment))\">\(words)</time>")
    }
}
