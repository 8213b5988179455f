/// Which walls someone asked for.
package enum SandboxChoice: String, Sendable, CaseIterable {
    /// All of them, or no run at all.
    case full
    /// None: programs run as the user who judges. For hosts that offer no sandbox and sources that are trusted.
    case none
}
