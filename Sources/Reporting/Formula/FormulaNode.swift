/// A part of a formula.
package indirect enum FormulaNode: Equatable {
    /// What a symbol is to its neighbours; it decides the spaces between them, as in TeX.
    package enum Kind: Equatable {
        /// Letters, digits, and what behaves like them.
        case ordinary
        /// `Σ`, `log`: wants a space before its argument.
        case operation
        /// `+`, `×`: spaces on both sides.
        case binary
        /// A `−` or `+` with nothing before it.
        case sign
        /// `·`, `/`: between two things, without spaces.
        case tight
        /// `=`, `≤`, `→`.
        case relation
        case opening
        case closing
        /// `,` and `;`.
        case punctuation
        /// A bar that opens, closes or separates, depending on what stands around it.
        case bar
        /// A fraction: in need of brackets as soon as something stands beside it.
        case fraction
        /// Space that the author asked for.
        case space
    }

    case symbol(String, Kind)
    /// Words, kept as they are.
    case text(String)
    case group([FormulaNode])
    case fraction([FormulaNode], [FormulaNode])
    case root(index: [FormulaNode]?, [FormulaNode])
    /// A mark over a part: the combining character, and its name for parts of several letters.
    case accent(Character, String, [FormulaNode])
    case scripts(FormulaNode?, lower: [FormulaNode]?, upper: [FormulaNode]?)
    /// `\begin{name} … \end{name}`: rows of cells.
    case rows(String, [[[FormulaNode]]])
}
