/// Finds the formulas and commands of a statement before Markdown is read: Markdown would take their stars, bars,
/// backslashes and line feeds for its own. Code is left as it is.
struct StatementScanner {
    /// The statement with a mark for each insert.
    private(set) var text = ""
    /// The inserts, in the order of the statement.
    private(set) var inserts: [StatementInsert] = []

    private var paragraph: [Substring] = []
    /// Numbers of backquotes that nothing in the paragraph closes.
    private var unclosed: Set<Int> = []

    /// A formula that is longer is none.
    private static let maximumFormula = 4000

    /// Reads a statement whose lines end in line feeds and which holds no private characters.
    init(_ statement: String) {
        var fence: Fence?
        for line in statement.split(separator: "\n", omittingEmptySubsequences: false) {
            if let open = fence {
                if open.isClosed(by: line) { fence = nil }
                text += line + "\n"
            } else if let open = Fence(line) {
                endParagraph()
                fence = open
                text += line + "\n"
            } else if line.allSatisfy(\.isWhitespace) {
                endParagraph()
                text += line + "\n"
            } else {
                paragraph.append(line)
            }
        }
        endParagraph()
    }

    /// The line that opens fenced code.
    private struct Fence {
        private let mark: Character
        private let count: Int

        init?(_ line: Substring) {
            let line = line.drop { " \t>".contains($0) }
            // Code may be the first thing in an item of a list.
            let text = line.replacing(/^(?:[-+*]|\d{1,9}[.)]) +/, with: "", maxReplacements: 1)
            guard let mark = text.first, mark == "`" || mark == "~" else { return nil }
            let count = text.prefix { $0 == mark }.count
            guard count >= 3, mark == "~" || !text.dropFirst(count).contains("`") else { return nil }
            self.mark = mark
            self.count = count
        }

        func isClosed(by line: Substring) -> Bool {
            let text = line.drop { " \t>".contains($0) }
            let run = text.prefix { $0 == mark }.count
            return run >= count && text.dropFirst(run).allSatisfy(\.isWhitespace)
        }
    }

    private mutating func endParagraph() {
        guard !paragraph.isEmpty else { return }
        let scalars = Array(paragraph.joined(separator: "\n").unicodeScalars)
        paragraph = []
        unclosed = []
        var position = 0
        while position < scalars.count { position = step(scalars, position) }
        text += "\n"
    }

    /// Copies or replaces what stands at `position`, and returns where to go on.
    private mutating func step(_ scalars: [Unicode.Scalar], _ position: Int) -> Int {
        switch scalars[position] {
        case "\\": return copy(scalars, position, min(position + 2, scalars.count))
        case "`":
            let count = scalars[position...].prefix { $0 == "`" }.count
            guard !unclosed.contains(count), let end = Self.codeEnd(scalars, position + count, count) else {
                unclosed.insert(count)
                return copy(scalars, position, position + count)
            }
            return copy(scalars, position, end)
        case "$":
            let count = position + 1 < scalars.count && scalars[position + 1] == "$" ? 2 : 1
            guard let end = Self.formulaEnd(scalars, position + count, count) else {
                return copy(scalars, position, position + count)
            }
            let formula = Self.withoutQuoteMarks(scalars, position, position + count, end)
            return insert(.formula(formula, isDisplayed: count == 2), end + count)
        case "{":
            for command in [StatementInsert.nextSample, .remainingSamples]
            where scalars[position...].starts(with: command.source.unicodeScalars) {
                return insert(command, position + command.source.unicodeScalars.count)
            }
            return copy(scalars, position, position + 1)
        default: return copy(scalars, position, position + 1)
        }
    }

    private mutating func copy(_ scalars: [Unicode.Scalar], _ start: Int, _ end: Int) -> Int {
        text.unicodeScalars.append(contentsOf: scalars[start..<end])
        return end
    }

    private mutating func insert(_ insert: StatementInsert, _ end: Int) -> Int {
        text += StatementInsert.mark(inserts.count)
        inserts.append(insert)
        return end
    }

    /// The end of the code that `count` backquotes before `start` begin.
    private static func codeEnd(_ scalars: [Unicode.Scalar], _ start: Int, _ count: Int) -> Int? {
        var position = start
        while position < scalars.count {
            let run = scalars[position...].prefix { $0 == "`" }.count
            if run == count { return position + run }
            position += max(run, 1)
        }
        return nil
    }

    /// The place of the dollar signs that close a formula. One alone does not close behind a space or before a digit, as
    /// in `5 $ and 6 $`; code ends the search.
    private static func formulaEnd(_ scalars: [Unicode.Scalar], _ start: Int, _ count: Int) -> Int? {
        guard start < scalars.count, count == 2 || !scalars[start].properties.isWhitespace else { return nil }
        var end = start
        let limit = min(scalars.count, start + maximumFormula)
        while end < limit, scalars[end] != "`" {
            if scalars[end] == "\\" {
                end += 2
                continue
            }
            if scalars[end] == "$", end > start {
                let next = end + 1 < scalars.count ? scalars[end + 1] : "\n"
                if count == 2 {
                    if next == "$" { return end }
                } else if !scalars[end - 1].properties.isWhitespace, !("0"..."9").contains(next) {
                    return end
                }
            }
            end += 1
        }
        return nil
    }

    /// The formula between two places. In a block quote each further line begins with the quote's marks.
    private static func withoutQuoteMarks(_ scalars: [Unicode.Scalar], _ open: Int, _ start: Int, _ end: Int) -> String
    {
        let formula = String(String.UnicodeScalarView(scalars[start..<end]))
        guard formula.contains("\n") else { return formula }
        let line = scalars[..<open].reversed().prefix { $0 != "\n" }.reversed()
        guard line.first(where: { $0 != " " }) == ">" else { return formula }
        return formula.replacing(/\n[ >]*/, with: "\n")
    }
}
