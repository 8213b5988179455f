/// Sets a formula's parts on one line.
enum FormulaRenderer {
    /// A part as text, with what it is to its neighbours.
    struct Piece: Equatable {
        var text: String
        var kind: FormulaNode.Kind
        /// An operator's or a variable's name of several letters, which would run into a letter beside it.
        var isWord = false
    }

    /// The text of a sequence; within an index nothing is spaced.
    static func text(of nodes: [FormulaNode], isScript: Bool = false) -> String {
        FormulaSpacing.join(nodes.map { piece($0, isScript: isScript) }, isScript: isScript)
    }

    static func piece(_ node: FormulaNode, isScript: Bool) -> Piece {
        switch node {
        case .symbol(let text, let kind):
            return Piece(text: text, kind: kind, isWord: text.count > 1 && text.allSatisfy(\.isLetter))
        case .text(let text): return Piece(text: text, kind: .ordinary)
        case .group(let nodes):
            // Alone in its braces a part is itself, but for what it does to its neighbours: `{,}` wants no space.
            guard nodes.count == 1 else { return Piece(text: text(of: nodes, isScript: isScript), kind: .ordinary) }
            var only = piece(nodes[0], isScript: isScript)
            switch nodes[0] {
            case .symbol, .text: only.kind = .ordinary
            default: break
            }
            return only
        case .fraction(let upper, let lower):
            let above = operand(upper, isDenominator: false, isScript)
            let below = operand(lower, isDenominator: true, isScript)
            return Piece(text: "\(above)/\(below)", kind: .fraction)
        case .root(let index, let body):
            let mark =
                switch index.map({ text(of: $0, isScript: true) }) {
                case nil, "", "2": "√"
                case "3": "∛"
                case "4": "∜"
                case .some(let index): (FormulaScripts.raised(index) ?? "(\(index))") + "√"
                }
            return Piece(text: mark + operand(body, isDenominator: true, isScript), kind: .ordinary)
        case .accent(let mark, let name, let body): return accent(mark, name, body, isScript)
        case .scripts(let base, let lower, let upper): return scripts(base, lower, upper, isScript)
        case .rows(let name, let rows): return Piece(text: inline(name, rows, isScript), kind: .ordinary)
        }
    }

    /// A part beside a stroke or under a root, in brackets where it would fall apart.
    private static func operand(_ nodes: [FormulaNode], isDenominator: Bool, _ isScript: Bool) -> String {
        let flat = flattened(nodes)
        let pieces = FormulaSpacing.resolved(flat.map { piece($0, isScript: isScript) })
        let text = FormulaSpacing.join(pieces, isScript: isScript)
        if pieces.count <= 1 && pieces.first?.kind != .fraction { return text }
        if FormulaSpacing.isEnclosed(pieces) { return text }
        if pieces.count == 2, pieces[0].text == "∂" { return text }  // a differential holds together: ∂L/∂w
        if !isDenominator {
            let parting: [FormulaNode.Kind] = [.binary, .relation, .operation, .punctuation, .fraction]
            if !pieces.contains(where: { parting.contains($0.kind) }) { return text }
        }
        return "(\(text))"
    }

    /// The contents of a group that is alone.
    private static func flattened(_ nodes: [FormulaNode]) -> [FormulaNode] {
        var nodes = nodes
        while nodes.count == 1, case .group(let inner) = nodes[0] { nodes = inner }
        return nodes
    }

    private static func accent(_ mark: Character, _ name: String, _ body: [FormulaNode], _ isScript: Bool) -> Piece {
        let flat = flattened(body)
        // The hat of `\hat{x_i}` sits on the x.
        if flat.count == 1, case .scripts(.some(let base), let lower, let upper) = flat[0] {
            return scripts(.accent(mark, name, [base]), lower, upper, isScript)
        }
        let inner = text(of: flat, isScript: isScript)
        if inner.count <= 1 { return Piece(text: inner + String(mark), kind: .ordinary) }
        if name == "overline" || name == "bar" {
            return Piece(text: inner.map { "\($0)\u{305}" }.joined(), kind: .ordinary)
        }
        return Piece(text: "\(name.replacing("wide", with: ""))(\(inner))", kind: .ordinary)
    }

    private static func scripts(
        _ base: FormulaNode?, _ lower: [FormulaNode]?, _ upper: [FormulaNode]?, _ isScript: Bool
    ) -> Piece {
        var result = base.map { piece($0, isScript: isScript) } ?? Piece(text: "", kind: .ordinary)
        if case .group(let nodes)? = base, flattened(nodes).count > 1 {
            result.text = operand(nodes, isDenominator: true, isScript)
        } else if result.kind == .fraction {
            result = Piece(text: "(\(result.text))", kind: .ordinary)
        }
        result.isWord = false
        let below = lower.map { text(of: $0, isScript: true) } ?? ""
        let above = upper.map { text(of: $0, isScript: true) } ?? ""
        let lowered = FormulaScripts.lowered(below)
        let raised = FormulaScripts.raised(above)
        // What Unicode cannot lower or raise is spelled out.
        result.text += lowered ?? "_" + bracketed(below)
        result.text += raised ?? "^" + bracketed(above)
        return result
    }

    private static func bracketed(_ text: String) -> String {
        text.count == 1 || text.allSatisfy { $0.isLetter || $0.isNumber } ? text : "(\(text))"
    }

    private static func inline(_ name: String, _ rows: [[[FormulaNode]]], _ isScript: Bool) -> String {
        let lines = rows.map { row in row.map { text(of: $0, isScript: isScript) }.joined(separator: " ") }
        let cells = lines.joined(separator: "; ")
        switch name {
        case "cases": return "{ \(cells) }"
        case "pmatrix": return "(\(cells))"
        case "bmatrix": return "[\(cells)]"
        case "vmatrix": return "|\(cells)|"
        case "Vmatrix": return "‖\(cells)‖"
        default: return cells
        }
    }
}
