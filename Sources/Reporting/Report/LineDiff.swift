/// What differs between an expected and a given text: lines that stand in both, in one only, or in both with other
/// words.
///
/// Answers are mostly tables of numbers in which the place has a meaning, so texts with the same number of lines are
/// compared line by line, and lines with the same number of words word by word; only where the counts differ does it
/// look for the longest part that both have. Numbers that differ by less than `tolerance` count as the same as long as
/// something else differs: last digits would hide what matters. The work is bounded: beyond ``maximumLines`` lines
/// nothing is compared, and parts too large for an exact search are compared place by place.
package struct LineDiff: Sendable, Equatable {
    /// Words of a line, joined by the spaces that they had.
    package struct Piece: Sendable, Equatable {
        /// The words, with the spaces before them.
        package var text: String
        /// Whether the other side has something else in this place.
        package var differs: Bool
    }

    /// One line of the comparison.
    package enum Row: Sendable, Equatable {
        /// Both have it; the text is the given one.
        case same(String)
        /// Only the expected text has it.
        case missing(String)
        /// Only the given text has it.
        case extra(String)
        /// Both have a line here, with different words.
        case changed(expected: [Piece], got: [Piece])
    }

    /// The lines in order.
    package private(set) var rows: [Row]
    /// How many lines of the longer text were not compared.
    package let uncompared: Int

    /// The most lines of either text that are compared.
    package static let maximumLines = 2000

    /// Compares two texts by their lines.
    ///
    /// - Parameter tolerance: numbers this close, relative to their size or absolutely, count as the same.
    package init(expected: String, got: String, tolerance: Double = 1e-6) {
        let allExpected = Self.lines(of: expected)
        let allGot = Self.lines(of: got)
        uncompared = max(0, max(allExpected.count, allGot.count) - Self.maximumLines)
        let old = Array(allExpected.prefix(Self.maximumLines))
        let new = Array(allGot.prefix(Self.maximumLines))
        let lenient = Self.rows(old, new, tolerance: tolerance)
        let findsSomething = lenient.contains { if case .same = $0 { false } else { true } }
        rows = findsSomething ? lenient : Self.rows(old, new, tolerance: 0)
    }

    /// Whether no difference was found.
    package var isEmpty: Bool { uncompared == 0 && rows.allSatisfy { if case .same = $0 { true } else { false } } }

    private static func lines(of text: String) -> [String] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    private static func rows(_ old: [String], _ new: [String], tolerance: Double) -> [Row] {
        var rows: [Row] = []
        for step in Pairing.steps(old, new) {
            switch step {
            case .both(let i, let j): rows.append(row(old[i], new[j], tolerance: tolerance))
            case .old(let i): rows.append(.missing(old[i]))
            case .new(let j): rows.append(.extra(new[j]))
            }
        }
        return rows
    }

    private static func row(_ old: String, _ new: String, tolerance: Double) -> Row {
        if old == new { return .same(new) }
        let oldWords = words(of: old)
        let newWords = words(of: new)
        var expected: [Piece] = []
        var got: [Piece] = []
        var differs = false
        for step in Pairing.steps(oldWords.map(\.word), newWords.map(\.word)) {
            switch step {
            case .both(let i, let j):
                let same = agrees(oldWords[i].word, newWords[j].word, tolerance: tolerance)
                differs = differs || !same
                append(oldWords[i].text, differs: !same, to: &expected)
                append(newWords[j].text, differs: !same, to: &got)
            case .old(let i):
                differs = true
                append(oldWords[i].text, differs: true, to: &expected)
            case .new(let j):
                differs = true
                append(newWords[j].text, differs: true, to: &got)
            }
        }
        // Lines whose words agree and whose spaces do not: nobody's answer is wrong for its spaces.
        return differs ? .changed(expected: expected, got: got) : .same(new)
    }

    private static func append(_ text: String, differs: Bool, to pieces: inout [Piece]) {
        if pieces.last?.differs == differs {
            pieces[pieces.count - 1].text += text
        } else {
            pieces.append(Piece(text: text, differs: differs))
        }
    }

    private static func agrees(_ old: String, _ new: String, tolerance: Double) -> Bool {
        if old == new { return true }
        guard tolerance > 0, let a = Double(old), let b = Double(new), a.isFinite, b.isFinite else { return false }
        return abs(a - b) <= tolerance * max(1, abs(a), abs(b))
    }

    /// The words of a line, each also with the spaces before it, so that the texts together give the line.
    private static func words(of line: String) -> [(word: String, text: String)] {
        var words: [(word: String, text: String)] = []
        var spaces = ""
        var word = ""
        for character in line {
            if character == " " || character == "\t" {
                if !word.isEmpty {
                    words.append((word, spaces + word))
                    spaces = ""
                    word = ""
                }
                spaces.append(character)
            } else {
                word.append(character)
            }
        }
        if !word.isEmpty { words.append((word, spaces + word)) }
        return words
    }
}
