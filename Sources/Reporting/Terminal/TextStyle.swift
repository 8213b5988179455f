/// What a renderer needs to know of where its text goes.
package struct TextStyle: Sendable, Equatable {
    /// Whether escape sequences for colour may be used.
    package var color: Bool
    /// Columns to write in. Prose is never set wider than ``maximumWidth``, however wide the terminal.
    package var width: Int

    /// The widest that text is set: beyond it the eye loses the line.
    package static let maximumWidth = 100

    /// As wide as text is set, without colour: for what is no terminal.
    package static let plain = TextStyle(color: false, width: maximumWidth)

    /// A style for `width` columns.
    package init(color: Bool, width: Int) {
        self.color = color
        self.width = width
    }

    /// The columns that are used, between 20 and ``maximumWidth``.
    var columns: Int { min(max(width, 20), Self.maximumWidth) }
    /// Styling by escape sequences, where colour is on.
    var ansi: ANSI { ANSI(isOn: color) }
}
