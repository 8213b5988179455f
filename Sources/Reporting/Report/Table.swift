/// Plain columns, aligned by what a terminal shows, for lists such as `judge list`.
///
/// ```
/// ID       NAME                  KEYWORDS
/// kmeans   k-means clustering    unsupervised, medium
/// knn      k nearest neighbours  supervised, easy
/// ```
package struct Table {
    /// How a column is set.
    package struct Column: Sendable {
        let title: String
        let alignment: Alignment
        let shrinks: Bool
        let style: Style

        /// A column.
        ///
        /// - Parameters:
        ///   - title: the text above it.
        ///   - alignment: the side to which cells are set; numbers to the right.
        ///   - shrinks: whether its cells may be cut where the page is too narrow. The widest of such columns are cut
        ///     first; where none may be cut, lines grow past the page.
        ///   - style: how its cells look.
        package init(_ title: String, alignment: Alignment = .left, shrinks: Bool = false, style: Style = []) {
            self.title = title
            self.alignment = alignment
            self.shrinks = shrinks
            self.style = style
        }
    }

    /// A side of a column.
    package enum Alignment: Sendable { case left, right }

    private let columns: [Column]
    private var rows: [[String]] = []

    /// A table without rows.
    package init(_ columns: [Column]) { self.columns = columns }

    /// Adds a row. Missing cells are empty, surplus ones are dropped; controls and line feeds in cells become visible.
    package mutating func add(_ cells: [String]) {
        rows.append(columns.indices.map { $0 < cells.count ? cells[$0].displayedInline(limit: 500) : "" })
    }

    /// The table as lines, each with its line feed and without trailing spaces; a title line first, unless no column
    /// has a title. Empty where there is no row.
    ///
    /// - Parameter style: colour and width; a table may be as wide as the terminal.
    package func text(style: TextStyle) -> String {
        guard !rows.isEmpty else { return "" }
        let titles = columns.map(\.title)
        let natural = columns.indices.map { column in
            ([titles[column]] + rows.map { $0[column] }).map(\.columns).max() ?? 0
        }
        let room = max(style.width, 20) - 2 * (columns.count - 1)
        let widths = ColumnWidths.fit(natural, into: room, shrinks: columns.map(\.shrinks), least: 4)
        let ansi = style.ansi
        var text = ""
        if titles.contains(where: { !$0.isEmpty }) { text += line(titles, widths) { _ in .dim }.rendered(ansi) + "\n" }
        for row in rows { text += line(row, widths) { columns[$0].style }.rendered(ansi) + "\n" }
        return text
    }

    private func line(_ cells: [String], _ widths: [Int], style: (Int) -> Style) -> StyledText {
        var line = StyledText()
        var gap = 0
        for (index, cell) in cells.enumerated() {
            let text = cell.cut(to: widths[index])
            let space = widths[index] - text.columns
            let before = columns[index].alignment == .right ? space : 0
            if !text.isEmpty {
                line.append(Page.spaces(gap + before))
                line.append(text, style(index))
                gap = 0
            }
            gap += (text.isEmpty ? widths[index] : space - before) + 2
        }
        return line
    }
}

/// Shares a page's columns among a table's.
enum ColumnWidths {
    /// Widths that add up to at most `room`, where that is possible: the widest of those that may shrink give way
    /// first, none below `least`.
    static func fit(_ natural: [Int], into room: Int, shrinks: [Bool], least: Int) -> [Int] {
        var widths = natural
        var excess = natural.reduce(0, +) - room
        while excess > 0 {
            let candidates = widths.indices.filter { shrinks[$0] && widths[$0] > least }
            guard let widest = candidates.map({ widths[$0] }).max() else { break }
            let group = candidates.filter { widths[$0] == widest }
            // Down to the next narrower one, or as far as is needed.
            let next = max(candidates.map { widths[$0] }.filter { $0 < widest }.max() ?? least, least)
            let step = max(1, min(widest - next, excess / group.count))
            for column in group where excess > 0 {
                widths[column] -= step
                excess -= step
            }
        }
        return widths
    }
}
