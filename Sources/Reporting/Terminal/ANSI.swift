/// Wraps text in the escape sequences of its style, or leaves it alone where colour is off.
package struct ANSI: Sendable {
    /// Whether sequences are written at all.
    package let isOn: Bool

    /// Styling that is on or off for good; see ``ColorMode`` for how to decide.
    package init(isOn: Bool) { self.isOn = isOn }

    /// `text` in `style`. The text must not hold control characters of its own; see `String.displayed`.
    package func callAsFunction(_ text: String, _ style: Style) -> String {
        guard isOn, !style.isEmpty, !text.isEmpty else { return text }
        return "\u{1B}[\(style.parameters.map(String.init).joined(separator: ";"))m\(text)\u{1B}[0m"
    }

    /// What erases a terminal's line and puts the cursor at its start.
    static let eraseLine = "\r\u{1B}[2K"
}
