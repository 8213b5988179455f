internal import Reporting

/// Formulas of TeX as MathML.
enum FormulaMarkup {
    /// The formula as a `math` element; as code, as it was written, where it has a command that is not known.
    ///
    /// - Parameter isDisplayed: whether it stands by itself, with room for sums and fractions.
    static func math(_ formula: String, isDisplayed: Bool) -> Markup {
        let parts = FormulaTree.parts(of: formula)
        guard !parts.isEmpty, parts.allSatisfy(isKnown) else {
            return Markup(trusted: "<code>\(Markup.escaped(formula))</code>")
        }
        let attribute = isDisplayed ? " display=\"block\"" : ""
        let row = FormulaRow(parts, isDisplayed: isDisplayed).html
        return Markup(trusted: "<math\(attribute)><mrow>\(row)</mrow></math>")
    }

    /// Whether nothing in a part is a command that the parser left as it was.
    private static func isKnown(_ part: FormulaNode) -> Bool {
        func all(_ parts: [FormulaNode]?) -> Bool { parts?.allSatisfy(isKnown) ?? true }
        switch part {
        case .symbol(let text, _): return !(text.hasPrefix("\\") && text.count > 1)
        case .text: return true
        case .group(let parts): return all(parts)
        case .fraction(let upper, let lower): return all(upper) && all(lower)
        case .root(let index, let body): return all(index) && all(body)
        case .accent(_, _, let body): return all(body)
        case .scripts(let base, let lower, let upper): return (base.map(isKnown) ?? true) && all(lower) && all(upper)
        case .rows(_, let rows): return rows.allSatisfy { $0.allSatisfy(all) }
        }
    }
}
