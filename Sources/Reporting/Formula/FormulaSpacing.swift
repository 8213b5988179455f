/// The spaces between a formula's parts, after TeX's rules for the kinds of neighbours.
enum FormulaSpacing {
    typealias Piece = FormulaRenderer.Piece

    /// The pieces on one line, with the spaces that belong between them.
    static func join(_ pieces: [Piece], isScript: Bool) -> String {
        var text = ""
        var previous: Piece?
        for piece in bracketingFractions(resolved(pieces)) {
            if let previous, !isScript, needsSpace(previous, piece), text.last != " " { text += " " }
            if piece.kind == .space {
                // A wide space that the author asked for swallows the narrow one before it.
                if isScript { continue }
                while text.last == " ", piece.text.count > 1 { text.removeLast() }
                if text.last != " " { text += piece.text }
            } else {
                text += piece.text
            }
            previous = piece
        }
        return text
    }

    /// Whether one pair of brackets holds all of it.
    static func isEnclosed(_ pieces: [Piece]) -> Bool {
        guard pieces.count > 1, pieces.first?.kind == .opening, pieces.last?.kind == .closing else { return false }
        var depth = 0
        for (index, piece) in pieces.enumerated() {
            if piece.kind == .opening { depth += 1 }
            if piece.kind == .closing { depth -= 1 }
            if depth <= 0, index < pieces.count - 1 { return false }
        }
        return true
    }

    /// The pieces with their ambiguous kinds decided: bars open, close or separate; a minus with nothing before it is a
    /// sign.
    static func resolved(_ pieces: [Piece]) -> [Piece] {
        var result = pieces
        var open: [(bar: Character?, depth: Int)] = []
        var depth = 0
        var before: FormulaNode.Kind?
        for index in result.indices {
            switch result[index].kind {
            case .opening: depth += 1
            case .closing:
                depth -= 1
                open.removeAll { $0.depth > depth }
            case .bar:
                let bar = result[index].text.first
                if let last = open.last, last.bar == bar, last.depth == depth, before != .opening {
                    result[index].kind = .closing
                    open.removeLast()
                } else if wantsOperand(before) || isFollowedByBar(result, index, bar) {
                    result[index].kind = .opening
                    open.append((bar, depth))
                } else {
                    result[index].kind = .relation
                }
            case .binary where wantsOperand(before): result[index].kind = isSign(result[index]) ? .sign : .ordinary
            default: break
            }
            if result[index].kind != .space { before = result[index].kind }
        }
        return result
    }

    private static func isSign(_ piece: Piece) -> Bool { ["+", "−", "±", "∓"].contains(piece.text) }

    /// Whether something must follow a piece of this kind before anything can be complete.
    private static func wantsOperand(_ kind: FormulaNode.Kind?) -> Bool {
        switch kind {
        case nil, .opening, .sign, .binary, .relation, .punctuation, .operation, .tight: true
        default: false
        }
    }

    /// Whether the same bar comes again within the same brackets, and soon enough to belong to this one.
    private static func isFollowedByBar(_ pieces: [Piece], _ index: Int, _ bar: Character?) -> Bool {
        var depth = 0
        for piece in pieces[(index + 1)...].prefix(200) {
            switch piece.kind {
            case .opening: depth += 1
            case .closing: depth -= 1
            case .bar where depth == 0 && piece.text.first == bar: return true
            default: break
            }
            if depth < 0 { return false }
        }
        return false
    }

    /// Puts fractions into brackets where a neighbour would otherwise join their upper or lower part.
    private static func bracketingFractions(_ pieces: [Piece]) -> [Piece] {
        var result = pieces
        for index in pieces.indices where pieces[index].kind == .fraction {
            let before = pieces[..<index].last { $0.kind != .space }?.kind
            let after = pieces[(index + 1)...].first { $0.kind != .space }?.kind
            let joinsBefore = before.map { [.ordinary, .closing, .fraction, .operation, .tight].contains($0) } ?? false
            let joinsAfter = after.map { [.ordinary, .opening, .fraction, .operation, .tight].contains($0) } ?? false
            if joinsBefore || joinsAfter {
                result[index].text = "(\(pieces[index].text))"
            }
        }
        return result
    }

    private static func needsSpace(_ left: Piece, _ right: Piece) -> Bool {
        switch (left.kind, right.kind) {
        case (.space, _), (_, .space): return false
        case (_, .closing), (_, .punctuation): return false
        case (.opening, _), (.sign, _): return false
        case (.punctuation, _), (.binary, _), (.relation, _), (_, .binary), (_, .relation): return true
        case (.tight, _), (_, .tight): return false
        // `log(n)`, but `Σ (x − μ)` and `argmin ‖x − c‖`.
        case (.operation, .opening): return !(isFunction(left) && ["(", "[", "{"].contains(right.text))
        case (.operation, .fraction): return !isFunction(left)
        case (.operation, _), (_, .operation): return true
        case (.closing, .fraction), (.fraction, .opening), (.fraction, .fraction): return true
        default: return left.isWord || right.isWord
        }
    }

    /// Whether an operation is written in letters, unlike a sum.
    private static func isFunction(_ piece: Piece) -> Bool {
        guard let first = piece.text.first else { return false }
        return first.isLetter && first.isASCII
    }
}
