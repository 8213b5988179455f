/// One line of a statement and what it could begin.
struct MarkdownLine {
    /// The line as it stands.
    let raw: String
    /// The spaces at its start.
    let indent: Int
    /// The line without spaces at its start and end.
    let text: String

    init(_ raw: String) {
        self.raw = raw
        indent = raw.prefix { $0 == " " }.count
        text = String(raw.dropFirst(indent)).trimmingTrailingSpaces
    }

    var isBlank: Bool { text.isEmpty }

    struct Fence {
        var mark: Character
        var count: Int
        var indent: Int
        var info: String
    }

    /// A fence of three or more backquotes or tildes.
    var fence: Fence? {
        guard indent < 4, let mark = text.first, mark == "`" || mark == "~" else { return nil }
        let count = text.prefix { $0 == mark }.count
        let info = text.dropFirst(count).drop { $0 == " " }
        guard count >= 3, !(mark == "`" && info.contains("`")) else { return nil }
        return Fence(mark: mark, count: count, indent: indent, info: String(info))
    }

    /// A heading that begins with number signs.
    var heading: (level: Int, text: String)? {
        let level = text.prefix { $0 == "#" }.count
        guard (1...6).contains(level), text.count == level || text.dropFirst(level).first == " " else { return nil }
        var title = text.dropFirst(level).drop { $0 == " " }
        let closing = title.reversed().prefix { $0 == "#" }.count
        if closing > 0, closing == title.count || title.dropLast(closing).last == " " {
            title = title.dropLast(closing)
        }
        return (level, String(title).trimmingTrailingSpaces)
    }

    /// The level of the heading that the line above is, when this one underlines it.
    var underline: Int? {
        guard indent < 4, let mark = text.first, mark == "=" || mark == "-" else { return nil }
        return text.allSatisfy { $0 == mark } ? (mark == "=" ? 1 : 2) : nil
    }

    var isRule: Bool {
        guard let mark = text.first, "-*_".contains(mark) else { return false }
        return text.allSatisfy { $0 == mark || $0 == " " } && text.count { $0 == mark } >= 3
    }

    /// A command of the Problem Package Format.
    var command: MarkdownBlock? {
        switch text {
        case "{{nextsample}}": .nextSample
        case "{{remainingsamples}}": .remainingSamples
        default: nil
        }
    }

    struct Marker {
        /// The character that ends the marker: two lists beside each other differ in it.
        var mark: Character
        var number: Int?
        var contentIndent: Int
        /// The first line of the item.
        var rest: String

        func continues(_ other: Marker) -> Bool { mark == other.mark && (number == nil) == (other.number == nil) }
    }

    /// The marker of a list's item.
    var marker: Marker? {
        guard indent < 4, !isRule, let first = text.first else { return nil }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        var length = 1
        var mark = first
        if !digits.isEmpty {
            guard digits.count <= 9, let end = text.dropFirst(digits.count).first, end == "." || end == ")" else {
                return nil
            }
            length = digits.count + 1
            mark = end
        } else if !"-*+".contains(first) {
            return nil
        }
        let rest = text.dropFirst(length)
        let spaces = rest.prefix { $0 == " " }.count
        guard spaces > 0 || rest.isEmpty else { return nil }
        // Five spaces and more are one space and an indented block of code.
        let gap = rest.isEmpty || spaces > 4 ? 1 : spaces
        return Marker(
            mark: mark, number: Int(digits), contentIndent: indent + length + gap, rest: String(rest.dropFirst(gap)))
    }

    struct Definition {
        var name: String
        var value: String
        var isFootnote: Bool
    }

    /// `[name]: target` or `[^name]: text`.
    var definition: Definition? {
        guard text.first == "[", let end = text.firstRange(of: "]:") else { return nil }
        let name = text[text.index(after: text.startIndex)..<end.lowerBound]
        let value = String(text[end.upperBound...].drop { $0 == " " })
        guard !name.isEmpty, !name.contains("["), !name.contains("]"), !value.isEmpty else { return nil }
        if name.first == "^" { return Definition(name: String(name.dropFirst()), value: value, isFootnote: true) }
        let target = value.split(separator: " ").first.map(String.init) ?? ""
        return Definition(name: String(name), value: target, isFootnote: false)
    }

    /// Whether the line ends a paragraph that stands before it.
    var interruptsParagraph: Bool {
        guard indent < 4 else { return false }
        if let marker {
            return marker.number == nil ? !marker.rest.isEmpty : marker.number == 1 && !marker.rest.isEmpty
        }
        return fence != nil || heading != nil || isRule || command != nil || text.hasPrefix(">") || text.hasPrefix("$$")
            || text.hasPrefix("<!--")
    }

    /// Whether the line begins a block of its own, so that it cannot continue a list's paragraph or a quote's.
    var startsBlock: Bool { interruptsParagraph || marker != nil }
}

/// The cells of a table's line.
enum MarkdownTableRow {
    /// The texts between bars, other than bars in code, in formulas and behind a backslash.
    static func cells(_ line: String) -> [String] {
        var cells = [""]
        var isEscaped = false
        var isCode = false
        var isFormula = false
        for character in MarkdownLine(line).text {
            if character == "|", !isEscaped, !isCode, !isFormula {
                cells.append("")
                continue
            }
            if character == "`" { isCode.toggle() }
            if character == "$", !isEscaped, !isCode { isFormula.toggle() }
            if character == "|", isEscaped, !isFormula { cells[cells.count - 1].removeLast() }
            cells[cells.count - 1].append(character)
            isEscaped = character == "\\" && !isEscaped
        }
        // A formula or code that is never closed was none.
        if isCode || isFormula { cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init) }
        cells = cells.map { MarkdownLine($0).text }
        if cells.count > 1, cells.first?.isEmpty == true { cells.removeFirst() }
        if cells.count > 1, cells.last?.isEmpty == true { cells.removeLast() }
        return cells
    }

    /// The alignments that a line such as `| --- | :-: |` gives.
    static func alignments(_ line: String) -> [MarkdownBlock.Alignment]? {
        guard line.contains("-") else { return nil }
        var alignments: [MarkdownBlock.Alignment] = []
        for cell in cells(line) {
            let dashes = cell.drop { $0 == ":" }.prefix { $0 == "-" }.count
            let (left, right) = (cell.hasPrefix(":"), cell.hasSuffix(":"))
            guard dashes > 0, cell.count == dashes + (left ? 1 : 0) + (right ? 1 : 0) else { return nil }
            alignments.append(left && right ? .center : right ? .right : .left)
        }
        return alignments
    }
}
