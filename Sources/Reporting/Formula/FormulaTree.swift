/// A formula of TeX in parts, for whoever sets it as something else than text.
package enum FormulaTree {
    /// The parts of a formula. Whatever it is given is read: a command that is not known becomes a symbol of its name,
    /// backslash included.
    package static func parts(of formula: String) -> [FormulaNode] {
        var parser = FormulaParser(formula)
        return parser.parse()
    }

    /// What each of `parts` is to its neighbours, a kind for each: which bars open and which close, and which minus is a
    /// sign, is decided.
    package static func kinds(of parts: [FormulaNode]) -> [FormulaNode.Kind] {
        FormulaSpacing.resolved(parts.map { FormulaRenderer.piece($0, isScript: false) }).map(\.kind)
    }
}
