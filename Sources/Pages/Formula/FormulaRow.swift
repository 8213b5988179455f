internal import Reporting

/// A sequence of a formula's parts in MathML.
struct FormulaRow {
    private let parts: [FormulaNode]
    private let kinds: [FormulaNode.Kind]
    private let isDisplayed: Bool

    private static let thinSpace = "<mspace width=\"0.17em\"/>"

    /// - Parameter isDisplayed: whether limits stand above and below a sum.
    init(_ parts: [FormulaNode], isDisplayed: Bool) {
        self.parts = parts
        kinds = FormulaTree.kinds(of: parts)
        self.isDisplayed = isDisplayed
    }

    /// The parts one after the other.
    var html: String { html(parts.indices) }

    private func html(_ range: Range<Int>) -> String {
        var html = ""
        var index = range.lowerBound
        while index < range.upperBound {
            // Brackets around something tall grow with it, in a row of their own; others keep their size.
            if kinds[index] == .opening, let end = closing(index, range), parts[index...end].contains(where: \.isTall) {
                html += "<mrow>" + element(index, isStretchy: true) + self.html(index + 1..<end)
                html += element(end, isStretchy: true) + "</mrow>"
                index = end + 1
            } else {
                html += element(index)
                index += 1
            }
        }
        return html
    }

    /// The place of the bracket that closes the one at `start`.
    private func closing(_ start: Int, _ range: Range<Int>) -> Int? {
        var depth = 0
        for index in start..<range.upperBound {
            if kinds[index] == .opening { depth += 1 }
            if kinds[index] == .closing { depth -= 1 }
            if depth == 0 { return index }
        }
        return nil
    }

    private func element(_ index: Int, isStretchy: Bool = false) -> String {
        var html = element(parts[index], kinds[index], isStretchy: isStretchy)
        // Where a formula begins or ends with a relation, the text beside it brings the space.
        let infix = "<mo form=\"infix\""
        if kinds[index] == .relation, index == 0 { html = html.replacing(infix, with: "\(infix) lspace=\"0\"") }
        if kinds[index] == .relation, index == parts.count - 1 {
            html = html.replacing(infix, with: "\(infix) rspace=\"0\"")
        }
        // `n log n` wants spaces where `log(n)` does not.
        if parts[index].isWord, index > 0, [.ordinary, .closing, .fraction].contains(kinds[index - 1]) {
            html = Self.thinSpace + html
        }
        if kinds[index] == .operation, parts[index].isWord, index + 1 < parts.count, wantsSpace(parts[index + 1]) {
            html += Self.thinSpace
        }
        return html
    }

    private func wantsSpace(_ part: FormulaNode) -> Bool {
        if case .symbol(let text, let kind) = part { return kind != .space && !["(", "[", "{"].contains(text) }
        return true
    }

    private func element(_ part: FormulaNode, _ kind: FormulaNode.Kind, isStretchy: Bool = false) -> String {
        switch part {
        case .symbol(let text, _): return symbol(text, kind, isStretchy: isStretchy)
        case .text(let text):
            // Spaces at its ends would be lost.
            return "<mtext>\(Markup.escaped(text.replacing(" ", with: "\u{A0}")))</mtext>"
        case .group(let parts): return row(parts)
        case .fraction(let upper, let lower): return "<mfrac>\(row(upper))\(row(lower))</mfrac>"
        case .root(.some(let index), let body) where !index.isEmpty: return "<mroot>\(row(body))\(row(index))</mroot>"
        case .root(_, let body): return "<msqrt>\(row(body))</msqrt>"
        case .accent(_, let name, let body): return accent(name, body)
        case .scripts(let base, let lower, let upper): return scripts(base, kind, lower, upper, isStretchy: isStretchy)
        case .rows(let name, let rows): return table(name, rows)
        }
    }

    /// Parts as one element.
    private func row(_ parts: [FormulaNode]) -> String {
        "<mrow>\(FormulaRow(parts, isDisplayed: isDisplayed).html)</mrow>"
    }

    private func symbol(_ text: String, _ kind: FormulaNode.Kind, isStretchy: Bool) -> String {
        let escaped = Markup.escaped(text)
        let stretchy = isStretchy ? "" : " stretchy=\"false\""
        switch kind {
        case .space: return "<mspace width=\"\(text.count > 2 ? "2em" : text.count > 1 ? "1em" : "0.17em")\"/>"
        case .opening: return "<mo form=\"prefix\"\(stretchy)>\(escaped)</mo>"
        case .closing: return "<mo form=\"postfix\"\(stretchy)>\(escaped)</mo>"
        case .sign: return "<mo form=\"prefix\">\(escaped)</mo>"
        case .bar: return "<mo stretchy=\"false\">\(escaped)</mo>"
        case .relation where text == "|" || text == "‖":
            return "<mo lspace=\"0.28em\" rspace=\"0.28em\" stretchy=\"false\">\(escaped)</mo>"
        case .tight where text == "/": return "<mo lspace=\"0\" rspace=\"0\" stretchy=\"false\">/</mo>"
        case .binary, .tight, .relation: return "<mo form=\"infix\">\(escaped)</mo>"
        case .punctuation: return "<mo separator=\"true\">\(escaped)</mo>"
        case .operation where FormulaNode.largeOperators[text] != nil:
            return "<mo>\(FormulaNode.largeOperators[text] ?? escaped)</mo>"
        case .operation, .ordinary, .fraction:
            if text.first?.isNumber == true { return "<mn>\(escaped)</mn>" }
            if text == "′" { return "<mo>′</mo>" }
            return "<mi>\(escaped)</mi>"
        }
    }

    private func scripts(
        _ base: FormulaNode?, _ kind: FormulaNode.Kind, _ lower: [FormulaNode]?, _ upper: [FormulaNode]?,
        isStretchy: Bool
    ) -> String {
        let center = base.map { element($0, kind, isStretchy: isStretchy) } ?? "<mrow></mrow>"
        let isLimit = base.map { takesLimits($0) } ?? false
        let (below, above) = (lower.map { script($0) }, upper.map { script($0) })
        switch (below, above) {
        case (.some(let below), .some(let above)):
            return isLimit
                ? "<munderover>\(center)\(below)\(above)</munderover>" : "<msubsup>\(center)\(below)\(above)</msubsup>"
        case (.some(let below), nil):
            return isLimit ? "<munder>\(center)\(below)</munder>" : "<msub>\(center)\(below)</msub>"
        case (nil, .some(let above)):
            return isLimit ? "<mover>\(center)\(above)</mover>" : "<msup>\(center)\(above)</msup>"
        case (nil, nil): return center
        }
    }

    private func script(_ parts: [FormulaNode]) -> String {
        "<mrow>\(FormulaRow(parts, isDisplayed: false).html)</mrow>"
    }

    /// Whether scripts of this base stand above and below it. Large operators move theirs themselves within a line.
    private func takesLimits(_ base: FormulaNode) -> Bool {
        guard case .symbol(let text, .operation) = base else { return false }
        if let large = FormulaNode.largeOperators[text] { return !"∫∬∮".contains(large) }
        return isDisplayed && ["min", "max", "sup", "inf", "lim", "argmin", "argmax"].contains(text)
    }

    private func accent(_ name: String, _ body: [FormulaNode]) -> String {
        // The hat of `\hat{x_i}` sits on the x.
        if body.count == 1, case .scripts(.some(let base), let lower, let upper) = body[0] {
            return scripts(.accent("^", name, [base]), .ordinary, lower, upper, isStretchy: false)
        }
        let mark = FormulaNode.accentMarks[name] ?? "^"
        let stretchy = name.hasPrefix("wide") || name == "overline" ? "" : " stretchy=\"false\""
        return "<mover accent=\"true\">\(row(body))<mo\(stretchy)>\(mark)</mo></mover>"
    }

    private func table(_ name: String, _ rows: [[[FormulaNode]]]) -> String {
        let brackets: (String, String) =
            switch name {
            case "cases": ("{", "")
            case "pmatrix": ("(", ")")
            case "bmatrix": ("[", "]")
            case "vmatrix": ("|", "|")
            case "Vmatrix": ("‖", "‖")
            default: ("", "")
            }
        let isAlignment = !["cases", "array", "matrix"].contains(name) && brackets.0.isEmpty
        let cells = rows.map { row in
            "<mtr>" + row.map { "<mtd>\(FormulaRow($0, isDisplayed: isAlignment).html)</mtd>" }.joined() + "</mtr>"
        }.joined()
        let kind = isAlignment ? "aligned" : name == "cases" ? "cases" : "matrix"
        var html = "<mrow>"
        if !brackets.0.isEmpty { html += "<mo form=\"prefix\">\(brackets.0)</mo>" }
        html += "<mtable class=\"\(kind)\"\(isAlignment ? " displaystyle=\"true\"" : "")>\(cells)</mtable>"
        if !brackets.1.isEmpty { html += "<mo form=\"postfix\">\(brackets.1)</mo>" }
        return html + "</mrow>"
    }
}
