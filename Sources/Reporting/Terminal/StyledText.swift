/// Text of several styles that can be measured and wrapped before any escape sequence is written.
struct StyledText: Equatable {
    /// A run of one style.
    struct Span: Equatable {
        var text: String
        var style: Style
    }

    private(set) var spans: [Span] = []

    init() {}

    init(_ text: String, _ style: Style = []) { append(text, style) }

    var isEmpty: Bool { spans.isEmpty }
    var columns: Int { spans.reduce(0) { $0 + $1.text.columns } }
    /// The text without its styles.
    var plain: String { spans.map(\.text).joined() }

    mutating func append(_ text: String, _ style: Style = []) {
        guard !text.isEmpty else { return }
        if spans.last?.style == style {
            spans[spans.count - 1].text += text
        } else {
            spans.append(Span(text: text, style: style))
        }
    }

    mutating func append(_ other: StyledText) {
        for span in other.spans { append(span.text, span.style) }
    }

    /// The text with `style` added to every part.
    func adding(_ style: Style) -> StyledText {
        var result = StyledText()
        for span in spans { result.append(span.text, span.style.union(style)) }
        return result
    }

    /// The longest start of the text that fits into `width` columns, with `…` where something is missing.
    func cut(to width: Int) -> StyledText {
        guard columns > width else { return self }
        var result = StyledText()
        var left = width
        for span in spans {
            // One column more than is left makes the cut, and its ellipsis, fall into this span.
            let isLast = span.text.columns >= left
            result.append(isLast ? (span.text + "  ").cut(to: left) : span.text, span.style)
            left -= span.text.columns
            if isLast { break }
        }
        return result
    }

    /// One line for a terminal or a file. No-break spaces have done their work by now and become plain ones.
    func rendered(_ ansi: ANSI) -> String {
        spans.map { ansi($0.text.replacing("\u{A0}", with: " "), $0.style) }.joined()
    }

    /// Lines of at most `width` columns, broken at spaces and line feeds. A word wider than a line is broken where the
    /// line ends. There is always at least one line.
    func wrapped(to width: Int) -> [StyledText] {
        var wrapper = Wrapper(width: max(width, 1))
        for span in spans {
            for character in span.text { wrapper.add(character, span.style) }
        }
        return wrapper.finish()
    }
}

/// The state of wrapping: the line so far, the spaces after it and the word that grows.
private struct Wrapper {
    let width: Int
    var lines: [StyledText] = []
    var line = StyledText()
    var lineColumns = 0
    var spaces = StyledText()
    var word = StyledText()
    var wordColumns = 0

    init(width: Int) { self.width = width }

    mutating func add(_ character: Character, _ style: Style) {
        switch character {
        case "\n":
            placeWord()
            breakLine()
        case " ":
            placeWord()
            spaces.append(" ", style)
        default:
            let columns = character.columns
            if wordColumns + columns > width { placeWord() }
            word.append(String(character), style)
            wordColumns += columns
        }
    }

    mutating func finish() -> [StyledText] {
        placeWord()
        if !line.isEmpty || lines.isEmpty { breakLine() }
        return lines
    }

    private mutating func placeWord() {
        guard wordColumns > 0 || !word.isEmpty else { return }
        if lineColumns > 0, lineColumns + spaces.columns + wordColumns > width { breakLine() }
        if lineColumns > 0 || lines.isEmpty {
            // Spaces at the start of the text are its author's; those where a line was broken are nobody's.
            if lineColumns + spaces.columns + wordColumns <= width { line.append(spaces) }
        }
        line.append(word)
        lineColumns = line.columns
        spaces = StyledText()
        word = StyledText()
        wordColumns = 0
    }

    private mutating func breakLine() {
        lines.append(line)
        line = StyledText()
        lineColumns = 0
        spaces = StyledText()
    }
}
