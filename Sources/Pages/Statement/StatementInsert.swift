/// A part of a statement that is not Markdown. While Markdown is read, a mark stands for it.
enum StatementInsert: Equatable {
    /// What stands between dollar signs; between two on each side it is displayed by itself.
    case formula(String, isDisplayed: Bool)
    /// `{{nextsample}}`.
    case nextSample
    /// `{{remainingsamples}}`.
    case remainingSamples

    /// How it is written in the statement.
    var source: String {
        switch self {
        case .formula(let formula, isDisplayed: true): "$$\(formula)$$"
        case .formula(let formula, isDisplayed: false): "$\(formula)$"
        case .nextSample: "{{nextsample}}"
        case .remainingSamples: "{{remainingsamples}}"
        }
    }

    /// Whether it is a formula, which may stand in the middle of a line.
    var isFormula: Bool { if case .formula = self { true } else { false } }

    // Private characters: the statement holds none any more when marks are set, and to Markdown they are letters.
    private static let start: Unicode.Scalar = "\u{E000}"
    private static let end: Unicode.Scalar = "\u{E001}"

    /// What stands for the insert of this number.
    static func mark(_ index: Int) -> String { "\(start)\(index)\(end)" }

    /// A piece of text that Markdown gave back.
    enum Piece {
        case text(String)
        /// The mark of the insert of this number.
        case insert(Int)
    }

    /// The text split at its marks. What looks like a mark and is none, made of character references, is text.
    static func pieces(of text: String, _ inserts: [StatementInsert]) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text.unicodeScalars[...]
        var plain = String.UnicodeScalarView()
        while let scalar = rest.first {
            if scalar == start, let close = rest.firstIndex(of: end),
                let index = Int(String(rest[rest.index(after: rest.startIndex)..<close])),
                inserts.indices.contains(index)
            {
                if !plain.isEmpty { pieces.append(.text(String(plain))) }
                plain = String.UnicodeScalarView()
                pieces.append(.insert(index))
                rest = rest[rest.index(after: close)...]
            } else {
                plain.append(scalar)
                rest.removeFirst()
            }
        }
        if !plain.isEmpty { pieces.append(.text(String(plain))) }
        return pieces
    }

    /// The text with each mark replaced by what it stands for, as it was written.
    static func restored(_ text: String, _ inserts: [StatementInsert]) -> String {
        pieces(of: text, inserts).map { piece in
            switch piece {
            case .text(let text): text
            case .insert(let index): inserts[index].source
            }
        }.joined()
    }

    /// HTML in which marks stand among its texts, each replaced by what `markup` makes of the insert of its number.
    static func filled(_ html: String, _ inserts: [StatementInsert], _ markup: (Int) -> Markup?) -> String {
        var result = ""
        var open = false
        for piece in pieces(of: html, inserts) {
            switch piece {
            case .text(let text):
                // A full stop stays with the formula before it, which browsers do not see to.
                let stops = open ? text.prefix { ".,;:)".contains($0) } : ""
                result += stops + (open ? "</span>" : "") + text.dropFirst(stops.count)
                open = false
            case .insert(let index):
                if open { result += "</span>" }
                open = if case .formula(_, isDisplayed: false) = inserts[index] { true } else { false }
                result += (open ? "<span class=\"formula\">" : "") + (markup(index)?.html ?? "")
            }
        }
        return result + (open ? "</span>" : "")
    }
}
