/// Formulas of TeX as plain Unicode text: `\sum_{i=1}^{n} x_i^2` is `Σᵢ₌₁ⁿ xᵢ²`.
package enum FormulaText {
    /// The formula on one line, for the middle of a sentence.
    package static func inline(_ formula: String) -> String {
        var parser = FormulaParser(formula)
        return FormulaRenderer.text(of: parser.parse()).trimmingSpaces
    }

    /// The formula as it stands by itself: rows of an environment such as `aligned`, `cases` or `pmatrix` become lines.
    package static func lines(_ formula: String) -> [String] {
        var parser = FormulaParser(formula)
        let nodes = parser.parse()
        let places = nodes.indices.filter { if case .rows = nodes[$0] { true } else { false } }
        guard places.count == 1, case .rows(let name, let rows) = nodes[places[0]], !rows.isEmpty else {
            return [FormulaRenderer.text(of: nodes).trimmingSpaces]
        }
        let cells = rows.map { row in row.map { FormulaRenderer.text(of: $0).trimmingSpaces } }
        let before = FormulaRenderer.text(of: Array(nodes[..<places[0]])).trimmingSpaces
        let after = FormulaRenderer.text(of: Array(nodes[(places[0] + 1)...])).trimmingSpaces
        return grid(cells, name: name, before: before, after: after).map(\.trimmingTrailingSpaces)
    }

    private static func grid(_ cells: [[String]], name: String, before: String, after: String) -> [String] {
        let count = cells.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in cells.map { $0.count > column ? $0[column].columns : 0 }.max() ?? 0 }
        // An alignment's odd columns end where its even ones begin; everything else is set to the left.
        let isAlignment = brackets(name, rows: 1).isEmpty && name != "array"
        let texts = cells.map { row in
            row.enumerated().map { column, cell in
                isAlignment && column % 2 == 0 ? cell.leftPadded(to: widths[column]) : cell.padded(to: widths[column])
            }.joined(separator: isAlignment ? " " : "  ")
        }
        let marks = brackets(name, rows: cells.count)
        let middle = (cells.count - 1) / 2
        let textColumns = texts.map(\.columns).max() ?? 0
        return texts.enumerated().map { row, text in
            var line = row == middle ? before : Page.spaces(before.columns)
            if !before.isEmpty { line += " " }
            if let mark = marks.first { line += mark[row] + " " }
            line += text
            if marks.count > 1 { line += Page.spaces(textColumns - text.columns + 1) + marks[1][row] }
            if row == middle, !after.isEmpty { line += Page.spaces(textColumns - text.columns + 1) + after }
            return line
        }
    }

    /// The brackets of an environment, left and perhaps right, a piece for each row.
    private static func brackets(_ name: String, rows: Int) -> [[String]] {
        func bracket(_ single: String, _ top: String, _ side: String, _ bottom: String, middle: String? = nil)
            -> [String]
        {
            guard rows > 1 else { return [single] }
            var pieces = [top] + Array(repeating: side, count: rows - 2) + [bottom]
            if let middle, rows > 2 { pieces[(rows - 1) / 2] = middle }
            return pieces
        }
        switch name {
        case "cases": return [bracket("{", "⎧", "⎪", "⎩", middle: "⎨")]
        case "pmatrix": return [bracket("(", "⎛", "⎜", "⎝"), bracket(")", "⎞", "⎟", "⎠")]
        case "bmatrix": return [bracket("[", "⎡", "⎢", "⎣"), bracket("]", "⎤", "⎥", "⎦")]
        case "vmatrix": return [bracket("|", "│", "│", "│"), bracket("|", "│", "│", "│")]
        case "Vmatrix": return [bracket("‖", "‖", "‖", "‖"), bracket("‖", "‖", "‖", "‖")]
        case "matrix": return [bracket("", "", "", "")]
        default: return []
        }
    }
}

extension String {
    var trimmingTrailingSpaces: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }

    fileprivate var trimmingSpaces: String { String(trimmingTrailingSpaces.drop { $0 == " " }) }
}
