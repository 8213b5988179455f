/// Which walls someone asked for.
package enum SandboxChoice: String, Sendable, CaseIterable {
    /// All of them, or no run at all.
    case full
    /// Those that need no namespaces: Landlock, the system-call filter and limits. For containers and hosts that allow
    /// none.
    case restricted
    /// None: programs run as the user who judges. For hosts that offer no sandbox and sources that are trusted.
    case none
}
