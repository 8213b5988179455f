/// Reads the part of TeX's mathematics that statements use. It takes whatever it is given: what is not closed ends with
/// the formula, and a command that it does not know stays as it was written.
struct FormulaParser {
    private let characters: [Character]
    private var position = 0
    private var depth = 0

    /// Deeper nesting is read as plain characters.
    private static let maximumDepth = 40

    init(_ text: String) { characters = Array(text) }

    /// The parts of the whole formula.
    mutating func parse() -> [FormulaNode] {
        var nodes: [FormulaNode] = []
        while position < characters.count {
            nodes += sequence { $0 == .end || $0 == .closingBrace }
            if position < characters.count { position += 1 }  // a brace that closes nothing
        }
        return nodes
    }

    private enum Token: Equatable {
        case end, closingBrace, closingBracket, cell, row, environmentEnd
    }

    /// What stands at the position, as far as it can end something.
    private var token: Token? {
        guard position < characters.count else { return .end }
        switch characters[position] {
        case "}": return .closingBrace
        case "]": return .closingBracket
        case "&": return .cell
        case "\\":
            if position + 1 < characters.count, characters[position + 1] == "\\" { return .row }
            return starts(with: "\\end{") ? .environmentEnd : nil
        default: return nil
        }
    }

    private func starts(with text: String) -> Bool {
        position + text.count <= characters.count && characters[position..<position + text.count].elementsEqual(text)
    }

    private mutating func sequence(until isEnd: (Token) -> Bool) -> [FormulaNode] {
        var nodes: [FormulaNode] = []
        while true {
            let found = token
            if found == .end || found.map(isEnd) == true { return nodes }
            switch found {
            case .row:
                position += 2
                nodes.append(.symbol("  ", .space))
                continue
            case .cell:
                position += 1
                continue
            default: break
            }
            switch characters[position] {
            case "_", "^", "'": attachScripts(to: &nodes)
            default: if let node = next() { nodes.append(node) }
            }
        }
    }

    /// One part at the position, or nil where there is nothing to show.
    private mutating func next() -> FormulaNode? {
        guard position < characters.count else { return nil }
        let character = characters[position]
        switch character {
        case "{" where depth < Self.maximumDepth: return .group(braced())
        case "\\": return command()
        default:
            position += 1
            if character.isWhitespace { return nil }
            guard character.isNumber else { return FormulaSymbols.symbol(character) }
            var number = String(character)
            while position < characters.count, characters[position].isNumber || isDecimalPoint {
                number.append(characters[position])
                position += 1
            }
            return .symbol(number, .ordinary)
        }
    }

    private var isDecimalPoint: Bool {
        characters[position] == "." && position + 1 < characters.count && characters[position + 1].isNumber
    }

    private mutating func braced() -> [FormulaNode] {
        position += 1
        depth += 1
        defer { depth -= 1 }
        let nodes = sequence { $0 == .closingBrace }
        if position < characters.count { position += 1 }
        return nodes
    }

    /// What follows a command: a group, or the next part alone.
    private mutating func argument() -> [FormulaNode] {
        skipSpaces()
        guard position < characters.count, token == nil, depth < Self.maximumDepth else { return [] }
        if characters[position] == "{" { return braced() }
        if characters[position].isNumber {
            position += 1
            return [.symbol(String(characters[position - 1]), .ordinary)]
        }
        return next().map { [$0] } ?? []
    }

    /// What follows a command, letter by letter.
    private mutating func words() -> String {
        skipSpaces()
        if position < characters.count, characters[position] == "*" { position += 1 }
        guard position < characters.count, characters[position] == "{" else { return "" }
        var text = ""
        var level = 0
        while position < characters.count {
            let character = characters[position]
            position += 1
            switch character {
            case "{":
                level += 1
                if level == 1 { continue }
            case "}":
                level -= 1
                if level == 0 { return text }
            case "\\":
                if position < characters.count {
                    // `\,` in a name is a space, `\_` a letter.
                    text.append(",;:! ".contains(characters[position]) ? " " : characters[position])
                    position += 1
                }
                continue
            case "$": continue
            default: break
            }
            text.append(character == "~" ? " " : character)
        }
        return text
    }

    private mutating func skipSpaces() {
        while position < characters.count, characters[position].isWhitespace { position += 1 }
    }

    private mutating func attachScripts(to nodes: inout [FormulaNode]) {
        var base: FormulaNode? = nil
        if let last = nodes.last {
            switch last {
            case .symbol(_, .space), .scripts: break  // nothing to hold on to, or a second index on the same part
            default: base = nodes.removeLast()
            }
        }
        var lower: [FormulaNode]?
        var upper: [FormulaNode]?
        depth += 1
        defer { depth -= 1 }
        while position < characters.count {
            if characters[position] == "'" {
                position += 1
                upper = (upper ?? []) + [.symbol("′", .ordinary)]
            } else if characters[position] == "_", lower == nil {
                position += 1
                lower = argument()
            } else if characters[position] == "^",
                upper == nil || upper?.allSatisfy({ $0 == .symbol("′", .ordinary) }) == true
            {
                position += 1
                upper = (upper ?? []) + argument()
            } else if characters[position].isWhitespace, nextIsScript {
                position += 1
            } else {
                break
            }
        }
        nodes.append(.scripts(base, lower: lower, upper: upper))
    }

    private var nextIsScript: Bool {
        let next = characters[position...].first { !$0.isWhitespace }
        return next == "_" || next == "^"
    }

    private mutating func command() -> FormulaNode? {
        position += 1
        guard position < characters.count else { return .symbol("\\", .ordinary) }
        var name = String(characters[position])
        position += 1
        if name.first!.isASCIILetter {
            while position < characters.count, characters[position].isASCIILetter {
                name.append(characters[position])
                position += 1
            }
        }
        depth += 1
        defer { depth -= 1 }
        return depth < Self.maximumDepth ? node(for: name) : .symbol("\\" + name, .ordinary)
    }

    private mutating func node(for name: String) -> FormulaNode? {
        if let symbol = FormulaSymbols.symbol(name) { return symbol }
        if FormulaSymbols.ignored.contains(name) {
            skipSpaces()
            // `\left.` stands for no bracket at all.
            if ["left", "right"].contains(name), position < characters.count, characters[position] == "." {
                position += 1
            }
            return nil
        }
        if FormulaSymbols.transparent.contains(name) { return .group(argument()) }
        if let isOperator = FormulaSymbols.words[name] {
            let text = words()
            if isOperator { return .symbol(text.replacing(" ", with: ""), .operation) }
            return name == "mathrm" ? .symbol(text, .ordinary) : .text(text)
        }
        if let mark = FormulaSymbols.accents[name] { return .accent(mark, name, argument()) }
        switch name {
        case "frac", "dfrac", "tfrac", "cfrac": return .fraction(argument(), argument())
        case "binom":
            let upper = argument()
            return .group(enclosed("C(", upper + [.symbol(",", .punctuation)] + argument()))
        case "sqrt": return root()
        case "mathbb": return .symbol(FormulaSymbols.doubleStruck(words(orNext: true)), .ordinary)
        case "mathcal": return .symbol(FormulaSymbols.calligraphic(words(orNext: true)), .ordinary)
        case "pmod": return .group(enclosed(" (mod ", argument()))
        case "tag": return .text("  (\(words()))")
        case "label", "color", "phantom", "hspace", "vspace":
            _ = words()
            return nil
        case "not":
            guard case .symbol(let text, let kind) = argument().first else { return .symbol("¬", .ordinary) }
            return .symbol(text + "\u{338}", kind)
        case "begin": return environment()
        default: return .symbol("\\" + name, .ordinary)
        }
    }

    private func enclosed(_ opening: String, _ nodes: [FormulaNode]) -> [FormulaNode] {
        [.symbol(opening, .opening)] + nodes + [.symbol(")", .closing)]
    }

    private mutating func words(orNext: Bool) -> String {
        skipSpaces()
        if position < characters.count, characters[position] != "{", characters[position] != "\\" {
            position += 1
            return String(characters[position - 1])
        }
        return words()
    }

    private mutating func root() -> FormulaNode {
        skipSpaces()
        guard position < characters.count, characters[position] == "[" else { return .root(index: nil, argument()) }
        position += 1
        let index = sequence { $0 == .closingBracket || $0 == .closingBrace }
        if position < characters.count { position += 1 }
        return .root(index: index, argument())
    }

    private mutating func environment() -> FormulaNode {
        let name = words().replacing("*", with: "")
        if name == "array" { _ = words() }  // the columns' alignment
        var rows: [[[FormulaNode]]] = [[]]
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.maximumDepth else { return .text("…") }
        while position < characters.count {
            let cell = sequence { $0 != .closingBracket && $0 != .closingBrace }
            rows[rows.count - 1].append(cell)
            switch token {
            case .cell: position += 1
            case .row:
                position += 2
                rows.append([])
            case .environmentEnd:
                position += "\\end".count
                _ = words()
                if rows.last?.allSatisfy(\.isEmpty) == true { rows.removeLast() }
                return .rows(name, rows)
            default: return .rows(name, rows)
            }
        }
        return .rows(name, rows)
    }
}

extension Character {
    fileprivate var isASCIILetter: Bool { isASCII && isLetter }
}
