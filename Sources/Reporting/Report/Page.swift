/// Lines under construction: everything but headings is indented, so that nothing a submission says can look like one.
struct Page {
    /// Columns before a label.
    static let indent = 2
    /// Columns before the text beside a label.
    static let textIndent = 11

    let columns: Int
    let ansi: ANSI
    private var lines: [String] = []

    init(_ style: TextStyle) {
        columns = style.columns
        ansi = style.ansi
    }

    /// The lines, each with its line feed.
    var text: String { lines.map { WorkflowCommands.disarmedLine($0) + "\n" }.joined() }

    /// An empty line; never two in a row and never at the top.
    mutating func blank() {
        if let last = lines.last, !last.isEmpty { lines.append("") }
    }

    /// One line as it is, cut where the page ends.
    mutating func line(_ text: StyledText, indent: Int = 0) {
        lines.append(Self.spaces(indent) + text.cut(to: columns - indent).rendered(ansi))
    }

    /// A text that is wrapped at the page's end; lines after the first are indented by `hanging` more.
    mutating func paragraph(_ text: StyledText, indent: Int, hanging: Int = 0) {
        // Wrapped to the narrower of both widths: the first line has more room than it uses only where nothing hangs.
        let wrapped = text.wrapped(to: columns - indent - hanging)
        for (number, line) in wrapped.enumerated() {
            let margin = line.isEmpty ? "" : Self.spaces(indent + (number == 0 ? 0 : hanging))
            lines.append(margin + line.rendered(ansi))
        }
    }

    /// A label with a text beside it.
    mutating func field(_ label: String, _ text: StyledText, style: Style = .dim) {
        for (number, line) in text.wrapped(to: columns - Self.textIndent).enumerated() {
            add(line, label: number == 0 ? label : "", style: style)
        }
    }

    /// A label with several texts beside it: side by side where they fit, with as wide a gap as there is room for, else
    /// below one another.
    mutating func field(_ label: String, parts: [StyledText], style: Style = .dim) {
        let gap = [6, 4, 3].first { Self.arrange(parts, gap: $0, columns: columns - Self.textIndent).count == 1 } ?? 6
        for (number, line) in Self.arrange(parts, gap: gap, columns: columns - Self.textIndent).enumerated() {
            add(line, label: number == 0 ? label : "", style: style)
        }
    }

    private mutating func add(_ line: StyledText, label: String, style: Style) {
        let margin = Self.spaces(Self.indent) + ansi(label, style)
        let gap = Self.spaces(Self.textIndent - Self.indent - label.columns)
        lines.append(label.isEmpty && line.isEmpty ? "" : margin + gap + line.rendered(ansi))
    }

    /// Lines of texts side by side, `gap` columns apart; a text that does not fit beside the others begins a line.
    static func arrange(_ parts: [StyledText], gap: Int, columns: Int) -> [StyledText] {
        var lines: [StyledText] = []
        for part in parts where !part.isEmpty {
            if let last = lines.last, last.columns + gap + part.columns <= columns {
                lines[lines.count - 1].append(spaces(gap))
                lines[lines.count - 1].append(part)
            } else {
                lines += part.wrapped(to: columns)
            }
        }
        return lines
    }

    static func spaces(_ count: Int) -> String { String(repeating: " ", count: max(count, 0)) }
}
