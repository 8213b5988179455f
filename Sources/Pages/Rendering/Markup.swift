internal import Mustache
internal import Reporting

/// HTML that this module made itself: templates take it as it is. Any other text is escaped on its way into a page.
struct Markup: MustacheCustomRenderable, Equatable {
    /// The HTML.
    let html: String

    /// HTML made by the caller, in which everything from elsewhere is escaped.
    init(trusted html: String) { self.html = html }

    /// Any text, as the content of an element or of a quoted attribute.
    init(escaping text: String) { html = Self.escaped(text) }

    var renderText: String { html }
    var isNull: Bool { false }

    /// Any text with its invisible characters made visible, as reports do in a terminal, and escaped for HTML.
    static func escaped(_ text: String) -> String { text.displayed.escapedForMarkup }
}
