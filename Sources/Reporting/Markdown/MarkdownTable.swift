/// A statement's table, whose cells are wrapped until it fits the page.
struct MarkdownTable {
    let header: [StyledText]
    let alignments: [MarkdownBlock.Alignment]
    let rows: [[StyledText]]

    /// The table in lines of at most `width` columns, as far as its columns can shrink to that.
    func lines(width: Int) -> [StyledText] {
        let natural = header.indices.map { column in
            ([header] + rows).map { $0[column].columns }.max() ?? 0
        }
        let room = width - 3 * (header.count - 1)
        let widths = ColumnWidths.fit(natural, into: room, shrinks: natural.map { _ in true }, least: 6)
        var lines = row(header, widths)
        var rule = StyledText()
        rule.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: "─┼─"), .dim)
        lines.append(rule)
        for cells in rows { lines += row(cells, widths) }
        return lines
    }

    private func row(_ cells: [StyledText], _ widths: [Int]) -> [StyledText] {
        let wrapped = zip(cells, widths).map { $0.wrapped(to: $1) }
        return (0..<(wrapped.map(\.count).max() ?? 0)).map { number in
            var line = StyledText()
            for (column, lines) in wrapped.enumerated() {
                if column > 0 { line.append(" │ ", .dim) }
                let cell = number < lines.count ? lines[number] : StyledText()
                let space = widths[column] - cell.columns
                let before = alignments[column] == .right ? space : alignments[column] == .center ? space / 2 : 0
                line.append(Page.spaces(before))
                line.append(cell)
                line.append(Page.spaces(space - before))
            }
            return line
        }
    }
}
