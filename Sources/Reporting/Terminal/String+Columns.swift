import JudgeCore

extension Character {
    /// The columns of a terminal that the character takes: 0, 1 or 2.
    var columns: Int {
        var columns = 0
        for scalar in unicodeScalars {
            // Variation selector 16 asks for the emoji form, which is wide.
            if scalar.value == 0xFE0F && columns == 1 && unicodeScalars.first!.properties.isEmoji { return 2 }
            columns = max(columns, scalar.columns)
            if columns == 2 { return 2 }
        }
        return columns
    }
}

extension Unicode.Scalar {
    fileprivate var columns: Int {
        if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) || value == 0xAD ? 0 : 1 }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: break
        }
        if (0x1160...0x11FF).contains(value) { return 0 }  // Hangul vowels and finals join the syllable before them
        if properties.isEmojiPresentation { return 2 }
        return Self.wide.contains { $0.contains(value) } ? 2 : 1
    }

    /// East Asian Wide and Fullwidth (UAX #11), as whole blocks where a block is wide but for unassigned places.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
        0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
        0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD,
    ]
}

extension String {
    /// The columns of a terminal that the text takes on one line. Controls take none; escape them first.
    var columns: Int { reduce(0) { $0 + $1.columns } }

    /// The text with spaces after it up to `width` columns; as it is when it is wider.
    func padded(to width: Int) -> String { self + String(repeating: " ", count: Swift.max(0, width - columns)) }

    /// The text with spaces before it up to `width` columns; as it is when it is wider.
    func leftPadded(to width: Int) -> String { String(repeating: " ", count: Swift.max(0, width - columns)) + self }

    /// The longest start of the text that fits into `width` columns, with `…` in its last column when something is
    /// missing.
    func cut(to width: Int) -> String {
        guard width > 0 else { return "" }
        var used = 0
        var lastFit = startIndex
        for index in indices {
            let columns = self[index].columns
            if used + columns > width { return self[..<lastFit] + "…" }
            used += columns
            // Where to cut if the text turns out too long: the ellipsis needs a column.
            if used <= width - 1 { lastFit = self.index(after: index) }
        }
        return self
    }

    /// A part of the text that fits into `width` columns, together with an ellipsis on each side where something is
    /// missing, and that shows column `focus` (from 0).
    func window(of width: Int, around focus: Int) -> (range: Range<Index>, cutsStart: Bool, cutsEnd: Bool) {
        let total = columns
        guard total > width else { return (startIndex..<endIndex, false, false) }
        // A third of the window lies before the focus: what led there matters, what follows matters more.
        let start = Swift.max(0, Swift.min(focus - width / 3, total - width))
        var column = 0
        var lower = startIndex
        if start > 0 {
            while lower < endIndex, column < start + 1 {
                column += self[lower].columns
                lower = index(after: lower)
            }
        }
        let cutsStart = lower > startIndex
        let end = column + width - (cutsStart ? 1 : 0)
        let cutsEnd = end < total
        var upper = lower
        while upper < endIndex, column + self[upper].columns <= (cutsEnd ? end - 1 : end) {
            column += self[upper].columns
            upper = index(after: upper)
        }
        return (lower..<upper, cutsStart, cutsEnd)
    }

    /// The part that ``window(of:around:)`` finds, with its ellipses, and the column at which the focus ends up.
    func cut(to width: Int, around focus: Int) -> (text: String, focus: Int) {
        let (range, cutsStart, cutsEnd) = window(of: width, around: focus)
        let before = String(self[..<range.lowerBound]).columns
        let text = (cutsStart ? "…" : "") + self[range] + (cutsEnd ? "…" : "")
        return (text, Swift.max(0, focus - before + (cutsStart ? 1 : 0)))
    }

    /// The text with each tab replaced by spaces up to the next stop of four columns.
    var expandingTabs: String {
        guard contains("\t") else { return self }
        var result = ""
        var column = 0
        for character in self {
            if character == "\t" {
                let count = 4 - column % 4
                result += String(repeating: " ", count: count)
                column += count
            } else {
                result.append(character)
                column = character == "\n" ? 0 : column + character.columns
            }
        }
        return result
    }
}
