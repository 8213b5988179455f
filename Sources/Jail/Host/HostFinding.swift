/// One thing that was looked at on a host, what it means for judging, and what to do about it.
package struct HostFinding: Encodable, Sendable, Equatable {
    /// How it stands.
    package enum State: String, Encodable, Sendable {
        /// As it should be.
        case ok
        /// Submissions are judged, but less well walled, or less evenly measured.
        case weak
        /// Nothing can be judged.
        case missing
    }

    /// What was looked at.
    package var name: String
    package var state: State
    /// What was found.
    package var found: String
    /// Why it matters.
    package var why: String
    /// What mends it, with the command; `nil` where nothing is to be done.
    package var advice: String?

    /// Something found. Advice makes it ``State/weak``, unless `state` says otherwise.
    package init(_ name: String, _ found: String, why: String, advice: String? = nil, state: State? = nil) {
        self.name = name
        self.state = state ?? (advice == nil ? .ok : .weak)
        self.found = found
        self.why = why
        self.advice = advice
    }
}
