/// How a piece of text looks on a terminal that knows colour. Without colour it says nothing: no meaning hangs on it.
package struct Style: OptionSet, Sendable, Hashable {
    /// One bit for each property.
    package let rawValue: UInt16

    /// The style whose bits are set.
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// What stands out: headings, verdicts, commands to type.
    package static let bold = Style(rawValue: 1 << 0)
    /// What frames the rest: labels, rules, units.
    package static let dim = Style(rawValue: 1 << 1)
    /// Emphasis in prose.
    package static let italic = Style(rawValue: 1 << 2)
    /// Links.
    package static let underline = Style(rawValue: 1 << 3)
    /// What no longer holds.
    package static let strikethrough = Style(rawValue: 1 << 4)
    /// What failed.
    package static let red = Style(rawValue: 1 << 5)
    /// What is accepted.
    package static let green = Style(rawValue: 1 << 6)
    /// What passed a limit, and warnings.
    package static let yellow = Style(rawValue: 1 << 7)
    /// What the judge itself did wrong.
    package static let magenta = Style(rawValue: 1 << 8)
    /// Code, notes and what is only partly known.
    package static let cyan = Style(rawValue: 1 << 9)

    /// The parameters of ECMA-48's SGR sequence, in a fixed order.
    var parameters: [Int] {
        let all: [(Style, Int)] = [
            (.bold, 1), (.dim, 2), (.italic, 3), (.underline, 4), (.strikethrough, 9),
            (.red, 31), (.green, 32), (.yellow, 33), (.magenta, 35), (.cyan, 36),
        ]
        return all.filter { contains($0.0) }.map(\.1)
    }
}
