/// What a plot is drawn with.
package enum PlotCharacters: String, Sendable, CaseIterable {
    /// Braille patterns, eight dots a cell, and box drawing.
    case braille
    /// ASCII only, for terminals and files that know nothing else.
    case ascii

    /// Dots of a cell: across and down.
    var dots: (x: Int, y: Int) { self == .braille ? (2, 4) : (1, 1) }
    /// A measured point.
    var measured: String { self == .braille ? "●" : "*" }
    /// A measured point that is a lower bound: the true one lies above.
    var atLeast: String { self == .braille ? "↑" : "^" }
    /// The bound's line, in ASCII and in the legend.
    var bound: String { self == .braille ? "┄" : "." }
    /// The label of values that are 0 or 1.
    var floor: String { self == .braille ? "≤1" : "<=1" }

    var upright: String { self == .braille ? "│" : "|" }
    var uprightTick: String { self == .braille ? "┤" : "+" }
    var corner: String { self == .braille ? "└" : "+" }
    var level: String { self == .braille ? "─" : "-" }
    var levelTick: String { self == .braille ? "┬" : "+" }
}
