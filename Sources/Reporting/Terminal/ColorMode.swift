/// What `--color` takes.
package enum ColorMode: String, Sendable, CaseIterable {
    /// Colour on a terminal that knows it, unless the environment says otherwise.
    case auto
    /// Colour whatever the output is.
    case always
    /// No colour.
    case never

    /// Whether output in this mode carries colour.
    ///
    /// In `auto`, in this order: a `NO_COLOR` that is not empty says no (no-color.org); a `CLICOLOR_FORCE` that is
    /// neither empty nor `0` says yes; `CLICOLOR=0` and a `TERM` that is `dumb`, empty or missing say no; otherwise a
    /// terminal gets colour and a file or pipe does not.
    ///
    /// - Parameters:
    ///   - environment: the variables of the process.
    ///   - isTerminal: whether the output goes to a terminal.
    package func isOn(environment: [String: String], isTerminal: Bool) -> Bool {
        switch self {
        case .always: return true
        case .never: return false
        case .auto: break
        }
        if let value = environment["NO_COLOR"], !value.isEmpty { return false }
        if let value = environment["CLICOLOR_FORCE"], !value.isEmpty, value != "0" { return true }
        if environment["CLICOLOR"] == "0" { return false }
        return isTerminal && Self.canMoveCursor(environment: environment)
    }

    /// Whether the terminal that `environment` names understands escape sequences.
    static func canMoveCursor(environment: [String: String]) -> Bool {
        guard let terminal = environment["TERM"], !terminal.isEmpty else { return false }
        return terminal != "dumb"
    }
}
