/// Sets the blocks of a document in lines.
struct MarkdownRenderer {
    private let document: MarkdownDocument
    private let columns: Int
    private let context: MarkdownInline.Context
    private var samples: ArraySlice<MarkdownText.Sample>

    init(_ document: MarkdownDocument, style: TextStyle, samples: [MarkdownText.Sample]) {
        self.document = document
        self.samples = samples[...]
        columns = style.columns
        var context = MarkdownInline.Context(links: document.links)
        for (index, note) in document.footnotes.enumerated() where context.footnotes[note.name] == nil {
            context.footnotes[note.name] = index + 1
        }
        context.quotesCode = !style.color
        self.context = context
    }

    /// The whole document.
    mutating func render() -> [StyledText] {
        var lines = lines(of: document.blocks, width: columns)
        let rest = remainingSamples(width: columns)
        if !rest.isEmpty { lines += (lines.isEmpty ? [] : [StyledText()]) + rest }
        if !document.footnotes.isEmpty { lines.append(StyledText()) }
        for (index, note) in document.footnotes.enumerated() {
            lines += hanging(
                "[\(index + 1)] ", .dim, inline(note.text).wrapped(to: columns - "[\(index + 1)] ".columns))
        }
        return lines
    }

    private func inline(_ text: String) -> StyledText { MarkdownInline.parse(text, context) }

    /// Lines behind a mark on the first of them.
    private func hanging(_ mark: String, _ style: Style, _ lines: [StyledText]) -> [StyledText] {
        lines.enumerated().map { number, line in
            var result = number == 0 ? StyledText(mark, style) : StyledText(Page.spaces(mark.columns))
            result.append(line)
            return number > 0 && line.isEmpty ? line : result
        }
    }

    private func prefixed(_ prefix: String, _ style: Style = [], _ lines: [StyledText]) -> [StyledText] {
        lines.map { line in
            if line.isEmpty && prefix.allSatisfy({ $0 == " " }) { return line }
            var result = StyledText(prefix, style)
            result.append(line)
            return result
        }
    }

    private mutating func lines(of blocks: [MarkdownBlock], width: Int, isTight: Bool = false) -> [StyledText] {
        var result: [StyledText] = []
        for (index, block) in blocks.enumerated() {
            let lines = lines(of: block, width: width)
            if !result.isEmpty, !lines.isEmpty, !(isTight && isCompact(block, after: blocks[index - 1])) {
                result.append(StyledText())
            }
            result += lines
        }
        return result
    }

    /// Whether a block in a tight list follows the one before it without an empty line.
    private func isCompact(_ block: MarkdownBlock, after previous: MarkdownBlock) -> Bool {
        switch (previous, block) {
        case (_, .list), (.list, _), (.paragraph, .paragraph): true
        default: false
        }
    }

    private mutating func lines(of block: MarkdownBlock, width: Int) -> [StyledText] {
        switch block {
        case .heading(let level, let text): return heading(level, text, width)
        case .paragraph(let text): return paragraph(text, width)
        case .code(_, let lines): return lines.map { StyledText($0.isEmpty ? "" : "    \($0)", .cyan) }
        case .formula(let formula):
            return FormulaText.lines(formula).flatMap { line in
                line.columns <= width - 4
                    ? [StyledText("    \(line)")] : hanging("    ", [], StyledText(line).wrapped(to: max(width - 4, 8)))
            }
        case .list(let start, let isLoose, let items): return list(start, isLoose, items, width)
        case .table(let header, let alignments, let rows):
            let table = MarkdownTable(
                header: header.map { inline($0).adding(.bold) }, alignments: alignments,
                rows: rows.map { $0.map(inline) })
            return prefixed("  ", [], table.lines(width: width - 2))
        case .quote(let blocks): return prefixed("│ ", .dim, lines(of: blocks, width: max(width - 2, 8)))
        case .rule: return [StyledText(String(repeating: "─", count: width), .dim)]
        case .nextSample:
            guard let sample = samples.popFirst() else { return [StyledText("(there is no further sample)", .dim)] }
            return lines(of: sample, width: width)
        case .remainingSamples: return remainingSamples(width: width)
        }
    }

    private func heading(_ level: Int, _ text: String, _ width: Int) -> [StyledText] {
        var lines = inline(text).adding(.bold).wrapped(to: width)
        guard level <= 2, let columns = lines.map(\.columns).max(), columns > 0 else { return lines }
        lines.append(StyledText(String(repeating: level == 1 ? "═" : "─", count: columns), .dim))
        return lines
    }

    /// A paragraph, in which commands may stand between words.
    private mutating func paragraph(_ text: String, _ width: Int) -> [StyledText] {
        let commands: [(name: String, block: MarkdownBlock)] = [
            ("{{nextsample}}", .nextSample), ("{{remainingsamples}}", .remainingSamples),
        ]
        let found = commands.compactMap { command in
            text.firstRange(of: command.name).map { (range: $0, command: command) }
        }
        guard let first = found.min(by: { $0.range.lowerBound < $1.range.lowerBound }) else {
            return inline(String(text.drop { $0.isWhitespace })).wrapped(to: width)
        }
        var parts = [paragraph(String(text[..<first.range.lowerBound]), width)]
        parts.append(lines(of: first.command.block, width: width))
        parts.append(paragraph(String(text[first.range.upperBound...]), width))
        return Array(parts.filter { $0.contains { !$0.isEmpty } }.joined(separator: [StyledText()]))
    }

    private mutating func list(_ start: Int?, _ isLoose: Bool, _ items: [[MarkdownBlock]], _ width: Int) -> [StyledText]
    {
        var result: [StyledText] = []
        let numbers = items.indices.map { "\((start ?? 0) &+ $0)." }
        let markColumns = start == nil ? 1 : numbers.map(\.columns).max() ?? 2
        for (index, item) in items.enumerated() {
            if isLoose, index > 0 { result.append(StyledText()) }
            let mark = start == nil ? "•" : numbers[index].leftPadded(to: markColumns)
            let lines = lines(of: item, width: max(width - markColumns - 3, 8), isTight: !isLoose)
            result += hanging("  \(mark) ", .dim, lines.isEmpty ? [StyledText()] : lines)
        }
        return result
    }

    private mutating func remainingSamples(width: Int) -> [StyledText] {
        var result: [StyledText] = []
        while let sample = samples.popFirst() {
            if !result.isEmpty { result.append(StyledText()) }
            result += lines(of: sample, width: width)
        }
        return result
    }

    private mutating func lines(of sample: MarkdownText.Sample, width: Int) -> [StyledText] {
        var lines = [StyledText("Sample \(sample.name.displayedInline())", .bold).cut(to: width)]
        if let note = sample.note { lines += paragraph(note.displayed, width) }
        return lines + SampleLines.lines(input: sample.input, answer: sample.answer, width: width)
    }
}
