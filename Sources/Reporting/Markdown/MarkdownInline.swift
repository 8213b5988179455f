/// Reads what stands within a line: emphasis, code, formulas, links.
struct MarkdownInline {
    /// What names in the text refer to.
    struct Context {
        /// Targets of links by their names, in lower case.
        var links: [String: String] = [:]
        /// Numbers of footnotes by their names.
        var footnotes: [String: Int] = [:]
        /// Whether code keeps its backquotes, for lack of a colour that would set it apart.
        var quotesCode = true
    }

    private let characters: [Character]
    private let context: Context
    private let isInLink: Bool
    private var position = 0
    private var nodes: [MarkdownEmphasis.Node] = []

    /// How far a bracket may be from its counterpart.
    private static let maximumLinkLength = 2000

    /// The text with its styles. Line feeds in the result are breaks that its author wants.
    static func parse(_ text: String, _ context: Context) -> StyledText {
        var parser = MarkdownInline(Array(text), context, isInLink: false)
        return parser.parse()
    }

    private init(_ characters: [Character], _ context: Context, isInLink: Bool) {
        self.characters = characters
        self.context = context
        self.isInLink = isInLink
    }

    private mutating func parse() -> StyledText {
        while position < characters.count {
            switch characters[position] {
            case "\\": parseEscape()
            case "`": parseCode()
            case "$": parseFormula()
            case "*", "_", "~": parseDelimiters()
            case "[": parseLink(isImage: false)
            case "!" where peek(1) == "[":
                position += 1
                parseLink(isImage: true)
            case "<": parseAngle()
            case "&": parseEntity()
            case "\n": parseLineFeed()
            case " ":
                if nodes.last?.text.hasSuffix(" ") != true { add(" ") }
                position += 1
            default:
                add(String(characters[position]))
                position += 1
            }
        }
        return MarkdownEmphasis.resolve(&nodes)
    }

    private func peek(_ offset: Int) -> Character? {
        characters.indices.contains(position + offset) ? characters[position + offset] : nil
    }

    private mutating func add(_ text: String, _ style: Style = []) {
        if let last = nodes.last, last.delimiter == nil, last.style == style {
            nodes[nodes.count - 1].text += text
        } else {
            nodes.append(.init(text: text, style: style))
        }
    }

    private mutating func parseEscape() {
        position += 1
        guard let next = peek(0) else { return add("\\") }
        if next == "\n" {
            add("\n")
        } else if next.isASCII, next.isPunctuation || next.isSymbol {
            add(String(next))
        } else {
            return add("\\")
        }
        position += 1
    }

    private mutating func parseLineFeed() {
        position += 1
        // The parser of blocks has left two spaces only where they mean a break.
        let breaks = position > 2 && characters[position - 2] == " " && characters[position - 3] == " "
        add(breaks ? "\n" : nodes.last?.text.hasSuffix(" ") == true ? "" : " ")
    }

    private mutating func parseCode() {
        let count = characters[position...].prefix { $0 == "`" }.count
        var end = position + count
        while end < characters.count {
            let run = characters[end...].prefix { $0 == "`" }.count
            if run == count { break }
            end += max(run, 1)
        }
        guard end < characters.count else {
            add(String(repeating: "`", count: count))
            position += count
            return
        }
        var code = String(characters[(position + count)..<end]).replacing("\n", with: " ")
        if code.hasPrefix(" "), code.hasSuffix(" "), code.contains(where: { $0 != " " }) {
            code = String(code.dropFirst().dropLast())
        }
        if context.quotesCode { code = "`\(code)`" }
        add(Self.unbroken(code), .cyan)
        position = end + count
    }

    /// Short code and formulas stay on one line.
    private static func unbroken(_ text: String) -> String {
        text.columns <= 24 ? text.replacing(" ", with: "\u{A0}") : text
    }

    private mutating func parseFormula() {
        let count = peek(1) == "$" ? 2 : 1
        let start = position + count
        guard let first = peek(count), count == 2 || !first.isWhitespace, let end = formulaEnd(from: start, count)
        else {
            add("$")
            position += 1
            return
        }
        add(Self.unbroken(FormulaText.inline(String(characters[start..<end]))))
        position = end + count
    }

    /// The place of the dollar sign that closes a formula: not behind a space, not before a digit, as in `5 $ and 6 $`.
    private func formulaEnd(from start: Int, _ count: Int) -> Int? {
        var end = start
        while end < characters.count {
            if characters[end] == "\\" {
                end += 2
                continue
            }
            if characters[end] == "`" { return nil }  // code begins; no formula reaches into it
            if characters[end] == "$", end > start {
                if count == 2 {
                    if end + 1 < characters.count, characters[end + 1] == "$" { return end }
                } else if !characters[end - 1].isWhitespace,
                    end + 1 == characters.count || !characters[end + 1].isNumber
                {
                    return end
                }
            }
            end += 1
        }
        return nil
    }

    private mutating func parseDelimiters() {
        let mark = characters[position]
        let count = characters[position...].prefix { $0 == mark }.count
        let before = position > 0 ? characters[position - 1] : " "
        let after = peek(count) ?? " "
        position += count
        guard mark != "~" || count == 2 else { return add(String(repeating: mark, count: count)) }
        func isMark(_ character: Character) -> Bool { character.isPunctuation || character.isSymbol }
        let opens = !after.isWhitespace && (!isMark(after) || before.isWhitespace || isMark(before))
        let closes = !before.isWhitespace && (!isMark(before) || after.isWhitespace || isMark(after))
        // Underscores within a word are part of it.
        let isUnderscore = mark == "_"
        let delimiter = MarkdownEmphasis.Delimiter(
            mark: mark, count: count, opens: opens && (!isUnderscore || !closes || isMark(before)),
            closes: closes && (!isUnderscore || !opens || isMark(after)))
        nodes.append(.init(text: "", style: [], delimiter: delimiter))
    }

    private mutating func parseLink(isImage: Bool) {
        guard !isInLink, let end = closing("]", of: "[", from: position) else {
            add(isImage ? "![" : "[")
            position += 1
            return
        }
        let label = Array(characters[(position + 1)..<end])
        let name = String(label).lowercased()
        if name.hasPrefix("^"), let number = context.footnotes[String(label.dropFirst())] {
            add("[\(number)]", .dim)
            position = end + 1
            return
        }
        var target: String?
        var next = end + 1
        if next < characters.count, characters[next] == "(", let close = closing(")", of: "(", from: next) {
            let inner = String(characters[(next + 1)..<close])
            target = inner.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
            next = close + 1
        } else if next < characters.count, characters[next] == "[", let close = closing("]", of: "[", from: next) {
            let reference = String(characters[(next + 1)..<close]).lowercased()
            target = context.links[reference.isEmpty ? name : reference]
            if target != nil { next = close + 1 }
        } else {
            target = context.links[name]
        }
        guard let target else {
            add(isImage ? "![" : "[")
            position += 1
            return
        }
        position = next
        addLink(label, target: target, isImage: isImage)
    }

    private mutating func addLink(_ label: [Character], target: String, isImage: Bool) {
        var parser = MarkdownInline(label, context, isInLink: true)
        let text = parser.parse()
        if isImage {
            add("[image: \(text.isEmpty ? target : text.plain)]", .dim)
            return
        }
        for span in text.spans { nodes.append(.init(text: span.text, style: span.style.union(.underline))) }
        let address = target.trimmingPrefix("<").replacing(">", with: "")
        // Where a link leads to is worth a place only when one can go there from a terminal.
        if address.contains("://"), address != text.plain { add(" <\(address)>", .dim) }
    }

    /// The place of the bracket that closes the one at `start`.
    private func closing(_ close: Character, of open: Character, from start: Int) -> Int? {
        var level = 0
        var index = start
        let end = min(characters.count, start + Self.maximumLinkLength)
        while index < end {
            switch characters[index] {
            case "\\": index += 1
            case open: level += 1
            case close:
                level -= 1
                if level == 0 { return index }
            default: break
            }
            index += 1
        }
        return nil
    }

    private mutating func parseAngle() {
        guard let end = characters[position...].prefix(Self.maximumLinkLength).firstIndex(of: ">") else {
            add("<")
            position += 1
            return
        }
        let inner = String(characters[(position + 1)..<end])
        if inner.contains("://") || inner.hasPrefix("mailto:"), !inner.contains(where: \.isWhitespace) {
            nodes.append(.init(text: inner, style: .underline))
        } else if ["br", "br/", "br /"].contains(inner.lowercased()) {
            add("\n")
        } else {
            add("<")
            position += 1
            return
        }
        position = end + 1
    }

    private static let entities: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ndash": "–", "mdash": "—",
        "hellip": "…", "times": "×", "le": "≤", "ge": "≥",
    ]

    private mutating func parseEntity() {
        let name = characters[(position + 1)...].prefix(8).prefix { $0.isASCII && $0.isLetter }
        if let text = Self.entities[String(name)], peek(name.count + 1) == ";" {
            add(text)
            position += name.count + 2
        } else {
            add("&")
            position += 1
        }
    }
}
