import JudgeCore

extension TextReport {
    /// How much of a sample's texts is looked at; reports hold a few thousand characters of each.
    private static let maximumScalars = 50_000

    /// The data of public cases that fail; of those that pass what they printed, where only public cases ran.
    mutating func writeSamples() {
        var shown = 0
        var left = 0
        for group in report.publicGroups {
            for result in group.cases {
                guard let sample = result.sample else { continue }
                let fails = result.verdict != .accepted
                guard fails || report.isPublicOnly && !sample.printed.isEmpty else { continue }
                guard shown < 3 else {
                    left += 1
                    continue
                }
                shown += 1
                page.blank()
                var title = StyledText("\(Self.shortName(of: group))/\(result.name.displayedInline())", .bold)
                title.append("  ")
                title.append(result.verdict.rawValue, result.verdict.style)
                page.line(title, indent: 2)
                if fails { write(sample, verdict: result.verdict) }
                writeText("printed", sample.printed)
            }
        }
        guard shown > 0 else { return }
        page.blank()
        guard left > 0 else { return }
        page.line(StyledText("… and \(Figures.count(left, "more public case"))"), indent: 2)
        page.blank()
    }

    private mutating func write(_ sample: SampleReport, verdict: Verdict) {
        writeText("input", sample.input)
        guard !sample.got.isEmpty else {
            writeText("expected", sample.expected)
            page.line(StyledText("got no answer"), indent: 4)
            return
        }
        let diff = LineDiff(expected: Self.prepared(sample.expected), got: Self.prepared(sample.got))
        guard !diff.isEmpty else {
            writeText("expected and got", sample.got)
            return
        }
        var title = StyledText("answer    ", .dim)
        title.append("- expected", .red)
        title.append("  ")
        title.append("+ got", .green)
        page.line(title, indent: 4)
        write(diff)
    }

    /// A titled text of at most 20 lines; nothing where it is empty.
    private mutating func writeText(_ title: String, _ text: String) {
        let lines = text.start(scalars: Self.maximumScalars).displayedLines
        guard !lines.isEmpty else { return }
        page.line(StyledText(title, .dim), indent: 4)
        let shown = lines.count > 20 ? 19 : lines.count
        for line in lines.prefix(shown) { page.line(StyledText(line), indent: 6) }
        guard shown < lines.count else { return }
        page.line(StyledText("… and \(lines.count - shown) more lines", .dim), indent: 6)
    }

    private static func prepared(_ text: String) -> String {
        text.start(scalars: maximumScalars).displayedLines.joined(separator: "\n")
    }

    private mutating func write(_ diff: LineDiff) {
        var written = 0
        for (index, row) in diff.rows.enumerated() {
            if written >= 40 {
                let left = diff.rows[index...].count { if case .same = $0 { false } else { true } }
                if left > 0 {
                    writeNote("… and \(Figures.count(left, "more line")) that \(left == 1 ? "differs" : "differ")")
                }
                break
            }
            switch row {
            case .same(let line):
                guard Self.isContext(index, in: diff.rows) else {
                    if index == 0 || Self.isContext(index - 1, in: diff.rows) { writeNote("⋯") }
                    continue
                }
                page.line(StyledText("  \(line)"), indent: 6)
            case .missing(let line): write("-", [LineDiff.Piece(text: line, differs: true)], .red)
            case .extra(let line): write("+", [LineDiff.Piece(text: line, differs: true)], .green)
            case .changed(let expected, let got):
                // Carets once for both sides, below the given words unless only expected ones are missing.
                let marksGot = got.contains(where: \.differs)
                write("-", expected, .red, carets: !marksGot)
                write("+", got, .green, carets: marksGot)
                written += 1
            }
            written += 1
        }
        if diff.uncompared > 0 { writeNote("… and \(Figures.count(diff.uncompared, "line")) not compared") }
    }

    private mutating func writeNote(_ text: String) { page.line(StyledText("  \(text)", .dim), indent: 6) }

    /// Whether a line that both texts have stands within two lines of one that differs.
    private static func isContext(_ index: Int, in rows: [LineDiff.Row]) -> Bool {
        rows[max(0, index - 2)...min(rows.count - 1, index + 2)].contains { if case .same = $0 { false } else { true } }
    }

    /// One side of a difference, cut around its first differing word, on demand with carets below the words that differ
    /// where others do not.
    private mutating func write(
        _ mark: String, _ pieces: [LineDiff.Piece], _ style: Style, carets marksWords: Bool = false
    ) {
        let width = page.columns - 8
        let line = pieces.map(\.text).joined()
        let agreeing = pieces.prefix { !$0.differs }.map(\.text).joined()
        let spaces = pieces.first(where: \.differs)?.text.prefix { $0 == " " }.count ?? 0
        let (range, cutsStart, cutsEnd) = line.window(of: width, around: agreeing.columns + spaces)
        var text = StyledText("\(mark) ", style)
        var carets = "  "
        if cutsStart {
            text.append("…", .dim)
            carets += " "
        }
        var index = line.startIndex
        for piece in pieces {
            for character in piece.text {
                if range.contains(index) {
                    text.append(String(character), piece.differs ? style.union(.bold) : style)
                    let caret = piece.differs && character != " " ? "^" : " "
                    carets += String(repeating: caret, count: character.columns)
                }
                index = line.index(after: index)
            }
        }
        if cutsEnd { text.append("…", .dim) }
        page.line(text, indent: 6)
        guard marksWords, pieces.contains(where: \.differs), pieces.contains(where: { !$0.differs }) else { return }
        while carets.last == " " { carets.removeLast() }
        page.line(StyledText(carets, style), indent: 6)
    }
}
