internal import Reporting

extension FormulaNode {
    /// The characters that MathML knows as large operators, by those that stand for them in plain text.
    static let largeOperators: [String: String] = [
        "Σ": "∑", "Π": "∏", "∐": "∐", "∫": "∫", "∬": "∬", "∮": "∮", "⋃": "⋃", "⋂": "⋂", "⨁": "⨁", "⋁": "⋁", "⋀": "⋀",
    ]

    /// The character that MathML sets above a part, by the accent's name.
    static let accentMarks: [String: String] = [
        "hat": "^", "widehat": "^", "bar": "¯", "overline": "¯", "tilde": "~", "widetilde": "~", "vec": "→", "dot": "˙",
        "ddot": "¨", "check": "ˇ", "breve": "˘", "acute": "´", "grave": "`", "mathring": "˚",
    ]

    /// Whether it is higher than a line of letters.
    var isTall: Bool {
        switch self {
        case .fraction, .rows: true
        case .symbol(let text, .operation): Self.largeOperators[text] != nil
        case .group(let parts), .accent(_, _, let parts), .root(_, let parts): parts.contains(where: \.isTall)
        case .scripts(let base, _, _): base?.isTall ?? false
        case .symbol, .text: false
        }
    }

    /// Whether it is the name of a function, perhaps with scripts.
    var isWord: Bool {
        switch self {
        case .symbol(let text, .operation): Self.largeOperators[text] == nil
        case .scripts(.some(let base), _, _): base.isWord
        default: false
        }
    }
}
