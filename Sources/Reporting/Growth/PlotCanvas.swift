/// A field of cells to draw lines and marks into, in fractions of its width and height from the lower left corner.
struct PlotCanvas {
    /// What a line belongs to; where both meet in a cell, it looks like ``measured``.
    enum Layer { case measured, bound }

    private struct Cell {
        var measured: UInt8 = 0
        var bound: UInt8 = 0
        var mark: String?
    }

    /// The bits of U+2800 and following, by row and column of a cell's dots.
    private static let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]

    let columns: Int
    let rows: Int
    private let characters: PlotCharacters
    private var cells: [Cell]
    /// Dots of the bound's line so far: its dashes run on across the points where it bends.
    private var phase = 0

    /// An empty field, at least 3 columns by 1 row.
    init(columns: Int, rows: Int, characters: PlotCharacters) {
        self.columns = max(columns, 3)
        self.rows = max(rows, 1)
        self.characters = characters
        cells = Array(repeating: Cell(), count: self.columns * self.rows)
    }

    /// The column of the cell at a fraction of the width; one column stays free on either side.
    func column(_ x: Double) -> Int { dot(x, 0).x / characters.dots.x }
    /// The row, from the top, of the cell at a fraction of the height.
    func row(_ y: Double) -> Int { dot(0, y).y / characters.dots.y }

    /// Puts a mark in place of whatever lies there.
    mutating func mark(_ text: String, x: Double, y: Double) { cells[row(y) * columns + column(x)].mark = text }

    /// Draws a straight line: the measured one solid, the bound's one dashed.
    mutating func line(_ layer: Layer, from: (x: Double, y: Double), to: (x: Double, y: Double)) {
        // A cell of ASCII holds one dot: a second line in it would only hide the first.
        if characters == .ascii, layer == .measured { return }
        let start = dot(from.x, from.y)
        let end = dot(to.x, to.y)
        let steps = max(abs(end.x - start.x), abs(end.y - start.y))
        for step in 0...steps {
            let part = steps == 0 ? 0 : Double(step) / Double(steps)
            let x = start.x + Int((Double(end.x - start.x) * part).rounded())
            let y = start.y + Int((Double(end.y - start.y) * part).rounded())
            set(layer, x, y)
        }
    }

    private mutating func set(_ layer: Layer, _ x: Int, _ y: Int) {
        let dots = characters.dots
        let cell = (y / dots.y) * columns + x / dots.x
        let bit = Self.bits[y % dots.y][x % dots.x]
        if layer == .measured {
            cells[cell].measured |= bit
        } else {
            if characters == .ascii || phase % 4 < 2 { cells[cell].bound |= bit }
            phase += 1
        }
    }

    private func dot(_ x: Double, _ y: Double) -> (x: Int, y: Int) {
        let dots = characters.dots
        let across = Double((columns - 2) * dots.x - 1) * min(max(x, 0), 1)
        let up = Double(rows * dots.y - 1) * (1 - min(max(y, 0), 1))
        return (dots.x + Int(across.rounded()), Int(up.rounded()))
    }

    /// A row from the top, without trailing spaces.
    func text(row: Int, measured: Style) -> StyledText {
        var text = StyledText()
        var gap = 0
        for cell in cells[(row * columns)..<((row + 1) * columns)] {
            guard cell.mark != nil || cell.measured | cell.bound != 0 else {
                gap += 1
                continue
            }
            text.append(Page.spaces(gap))
            gap = 0
            if let mark = cell.mark {
                text.append(mark, measured.union(.bold))
            } else {
                let pattern = Unicode.Scalar(0x2800 + UInt32(cell.measured | cell.bound)).map(String.init) ?? " "
                text.append(characters == .ascii ? characters.bound : pattern, cell.measured != 0 ? measured : .dim)
            }
        }
        return text
    }
}
