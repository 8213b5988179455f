/// A sample's input and answer: side by side where the page is wide enough, else below one another.
enum SampleLines {
    /// The most lines of each text that are shown.
    static let maximumLines = 30

    static func lines(input: String, answer: String, width: Int) -> [StyledText] {
        let left = shortened(input)
        let right = shortened(answer)
        let leftColumns = max(left.map(\.columns).max() ?? 0, "input".count)
        let rightColumns = max(right.map(\.columns).max() ?? 0, "answer".count)
        // Four columns of indentation, three between the texts.
        guard 4 + leftColumns + 3 + rightColumns <= width else {
            return section("input", left, width) + section("answer", right, width)
        }
        var lines = [row("input", "answer", leftColumns, style: .dim)]
        for index in 0..<max(left.count, right.count) {
            lines.append(
                row(index < left.count ? left[index] : "", index < right.count ? right[index] : "", leftColumns))
        }
        return lines
    }

    private static func row(_ left: String, _ right: String, _ columns: Int, style: Style = []) -> StyledText {
        var line = StyledText("    \(left.padded(to: columns))", style)
        line.append(" │ ", .dim)
        line.append(right, style)
        return line
    }

    private static func section(_ title: String, _ lines: [String], _ width: Int) -> [StyledText] {
        [StyledText("  \(title)", .dim)] + lines.map { StyledText("    \($0)").cut(to: width) }
    }

    private static func shortened(_ text: String) -> [String] {
        let lines = text.displayedLines
        guard lines.count > maximumLines else { return lines }
        return lines.prefix(maximumLines - 1) + ["… and \(lines.count - maximumLines + 1) more lines"]
    }
}
