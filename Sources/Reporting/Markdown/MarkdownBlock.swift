/// A block of a statement.
enum MarkdownBlock: Equatable {
    /// Level 1 to 6, and the text.
    case heading(Int, String)
    case paragraph(String)
    /// Lines as they are; the language where a fence names one.
    case code(language: String, lines: [String])
    /// A displayed formula.
    case formula(String)
    /// Items of blocks; `start` is an ordered list's first number; a loose list has empty lines between its items.
    case list(start: Int?, isLoose: Bool, items: [[MarkdownBlock]])
    case table(header: [String], alignments: [Alignment], rows: [[String]])
    case quote([MarkdownBlock])
    case rule
    /// `{{nextsample}}`.
    case nextSample
    /// `{{remainingsamples}}`.
    case remainingSamples

    /// To which side a table's column is set.
    enum Alignment: Equatable { case left, center, right }
}

/// A statement in parts.
struct MarkdownDocument: Equatable {
    var blocks: [MarkdownBlock] = []
    /// Targets of links by their names, in lower case.
    var links: [String: String] = [:]
    /// Footnotes by their names, in the order in which they are defined.
    var footnotes: [Footnote] = []

    struct Footnote: Equatable {
        var name: String
        var text: String
    }
}
