/// What a reader has made of a challenge.
package enum Standing: Sendable, Equatable {
    /// A submission was accepted.
    case solved
    /// None was accepted of those that were sent.
    case tried
    /// Nothing was sent, or nobody is signed in.
    case untouched

    /// The standing as a template shows it; `nil` where there is nothing to show.
    var badge: Badge? {
        switch self {
        case .solved: Badge("✓", "solved", "good")
        case .tried: Badge("○", "tried", "wait")
        case .untouched: nil
        }
    }
}
