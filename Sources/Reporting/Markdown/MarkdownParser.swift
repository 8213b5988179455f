/// Reads the blocks of a statement: CommonMark as far as statements go, with tables, footnotes and formulas, and the
/// two commands of the Problem Package Format.
struct MarkdownParser {
    private var lines: [String]
    private var position = 0
    private let depth: Int
    private(set) var document = MarkdownDocument()

    /// Lists and quotes nested deeper are read as plain text.
    private static let maximumDepth = 12

    /// The document that `text` is.
    static func parse(_ text: String) -> MarkdownDocument {
        let lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
        var parser = MarkdownParser(lines: lines.map { String($0).replacing("\t", with: "    ") }, depth: 0)
        parser.parseBlocks()
        return parser.document
    }

    private init(lines: [String], depth: Int) {
        self.lines = lines
        self.depth = depth
    }

    private mutating func nested(_ lines: [String]) -> [MarkdownBlock] {
        guard depth < Self.maximumDepth else { return [.paragraph(lines.joined(separator: "\n"))] }
        var parser = MarkdownParser(lines: lines, depth: depth + 1)
        parser.parseBlocks()
        document.links.merge(parser.document.links) { first, _ in first }
        document.footnotes += parser.document.footnotes
        return parser.document.blocks
    }

    private mutating func parseBlocks() {
        while position < lines.count {
            let line = MarkdownLine(lines[position])
            if line.isBlank {
                position += 1
            } else if line.text.hasPrefix("<!--") {
                skipComment()
            } else if line.indent >= 4 {
                parseIndentedCode()
            } else if let fence = line.fence {
                parseFence(fence)
            } else if line.text.hasPrefix("$$") {
                parseFormula()
            } else if let (level, text) = line.heading {
                document.blocks.append(.heading(level, text))
                position += 1
            } else if line.isRule {
                document.blocks.append(.rule)
                position += 1
            } else if let command = line.command {
                document.blocks.append(command)
                position += 1
            } else if line.text.hasPrefix(">") {
                parseQuote()
            } else if line.marker != nil {
                parseList()
            } else if let definition = line.definition {
                position += 1
                define(definition)
            } else if startsTable {
                parseTable()
            } else {
                parseParagraph()
            }
        }
    }

    private mutating func skipComment() {
        while position < lines.count {
            position += 1
            if lines[position - 1].contains("-->") { return }
        }
    }

    private mutating func parseIndentedCode() {
        var code: [String] = []
        while position < lines.count {
            let line = MarkdownLine(lines[position])
            guard line.isBlank || line.indent >= 4 else { break }
            code.append(line.isBlank ? "" : String(line.raw.dropFirst(4)))
            position += 1
        }
        while code.last?.isEmpty == true { code.removeLast() }
        document.blocks.append(.code(language: "", lines: code))
    }

    private mutating func parseFence(_ fence: MarkdownLine.Fence) {
        var code: [String] = []
        position += 1
        while position < lines.count {
            let line = MarkdownLine(lines[position])
            position += 1
            if let end = line.fence, end.mark == fence.mark, end.count >= fence.count, end.info.isEmpty { break }
            code.append(String(line.raw.dropFirst(min(line.indent, fence.indent))))
        }
        document.blocks.append(.code(language: fence.info, lines: code))
    }

    private mutating func parseFormula() {
        var text = String(MarkdownLine(lines[position]).text.dropFirst(2))
        position += 1
        while !text.contains("$$"), position < lines.count, !MarkdownLine(lines[position]).isBlank {
            text += "\n" + lines[position]
            position += 1
        }
        guard let end = text.firstRange(of: "$$") else {
            document.blocks.append(.formula(text))
            return
        }
        document.blocks.append(.formula(String(text[..<end.lowerBound])))
        let rest = text[end.upperBound...].drop { $0 == " " }
        // A full stop behind the formula belongs to it; anything longer is text.
        if rest.count == 1, ".,;:".contains(rest.first!) {
            document.blocks[document.blocks.count - 1] = .formula(String(text[..<end.lowerBound] + rest))
        } else if !rest.isEmpty {
            position -= 1
            lines[position] = String(rest)
        }
    }

    private mutating func parseQuote() {
        var inner: [String] = []
        while position < lines.count {
            let line = MarkdownLine(lines[position])
            if line.text.hasPrefix(">"), line.indent < 4 {
                let text = line.text.dropFirst()
                inner.append(String(text.first == " " ? text.dropFirst() : text))
            } else if !line.isBlank, !line.startsBlock, inner.last.map({ !MarkdownLine($0).isBlank }) == true {
                inner.append(line.text)  // a paragraph's line that its author did not mark
            } else {
                break
            }
            position += 1
        }
        document.blocks.append(.quote(nested(inner)))
    }

    private mutating func parseList() {
        guard let first = MarkdownLine(lines[position]).marker else { return }
        var items: [[MarkdownBlock]] = []
        var isLoose = false
        while position < lines.count, let marker = MarkdownLine(lines[position]).marker, marker.continues(first) {
            let (inner, endsBlank) = itemLines(marker)
            let blocks = nested(inner)
            items.append(blocks)
            let parts = blocks.count { if case .list = $0 { false } else { true } }
            if parts > 1, zip(inner, inner.dropFirst()).contains(where: { MarkdownLine($0.0).isBlank }) {
                isLoose = true
            }
            let next = position < lines.count ? MarkdownLine(lines[position]).marker : nil
            if endsBlank, let next, next.continues(first) { isLoose = true }
        }
        document.blocks.append(.list(start: first.number, isLoose: isLoose, items: items))
    }

    /// The lines of one item without its marker and indentation, and whether an empty line follows.
    private mutating func itemLines(_ marker: MarkdownLine.Marker) -> (lines: [String], endsBlank: Bool) {
        var inner = [marker.rest]
        var isFenced = MarkdownLine(marker.rest).fence != nil
        position += 1
        while position < lines.count {
            let line = MarkdownLine(lines[position])
            if line.isBlank {
                inner.append("")
            } else if line.indent >= marker.contentIndent {
                let text = String(line.raw.dropFirst(marker.contentIndent))
                if MarkdownLine(text).fence != nil { isFenced.toggle() }
                inner.append(text)
            } else if !isFenced, !line.startsBlock, inner.last.map({ !$0.isEmpty }) == true {
                inner.append(line.text)
            } else {
                break
            }
            position += 1
        }
        var endsBlank = false
        while inner.last?.isEmpty == true {
            inner.removeLast()
            endsBlank = true
        }
        return (inner, endsBlank)
    }

    private mutating func define(_ definition: MarkdownLine.Definition) {
        guard definition.isFootnote else {
            document.links[definition.name.lowercased()] = definition.value
            return
        }
        var text = definition.value
        while position < lines.count, !MarkdownLine(lines[position]).isBlank, MarkdownLine(lines[position]).indent > 0 {
            text += " " + MarkdownLine(lines[position]).text
            position += 1
        }
        document.footnotes.append(.init(name: definition.name, text: text))
    }

    private var startsTable: Bool {
        position + 1 < lines.count && lines[position].contains("|")
            && MarkdownTableRow.alignments(lines[position + 1])?.count == MarkdownTableRow.cells(lines[position]).count
    }

    private mutating func parseTable() {
        let header = MarkdownTableRow.cells(lines[position])
        let alignments = MarkdownTableRow.alignments(lines[position + 1]) ?? []
        position += 2
        var rows: [[String]] = []
        while position < lines.count, lines[position].contains("|"), !MarkdownLine(lines[position]).isBlank {
            let cells = MarkdownTableRow.cells(lines[position])
            rows.append(header.indices.map { $0 < cells.count ? cells[$0] : "" })
            position += 1
        }
        document.blocks.append(.table(header: header, alignments: alignments, rows: rows))
    }

    private mutating func parseParagraph() {
        var text: [String] = []
        while position < lines.count {
            let line = MarkdownLine(lines[position])
            if line.isBlank { break }
            if !text.isEmpty {
                if let level = line.underline {
                    position += 1
                    document.blocks.append(.heading(level, text.joined(separator: " ")))
                    return
                }
                if line.interruptsParagraph || startsTable { break }
            }
            // Two spaces at a line's end break it.
            text.append(line.raw.hasSuffix("  ") ? line.text + "  " : line.text)
            position += 1
        }
        document.blocks.append(.paragraph(text.joined(separator: "\n")))
    }
}
