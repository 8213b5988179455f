internal import Reporting

/// One resource's half of a ``GrowthPicture``: title and legend, and below them the plot.
struct PicturePanel {
    static let width = GrowthPicture.width / 2
    private static let margin = 10
    private static let rowHeight = 20
    /// More of a legend would leave too little for the plot.
    private static let mostRows = 3
    /// From the left edge of an entry to its text, and from its text to the next entry.
    private static let swatch = 20
    private static let gap = 12

    private struct Entry {
        let text: String
        let color: PictureColor
        let radius: Int
        var x = 0
        var row = 0
    }

    private let title: String
    private let curves: [(curve: GrowthCurve, color: PictureColor)]
    /// Its left edge.
    private let x: Int
    private let legend: [Entry]
    /// How many rows title and legend take; the plot begins below them.
    var rows: Int
    /// The plot's frame. Left of it there is room for an exponent of three digits.
    var columns: ClosedRange<Int> { (x + 64)...(x + Self.width - 14) }
    var lines: ClosedRange<Int> { (Self.margin + rows * Self.rowHeight)...(GrowthPicture.height - 28) }

    /// - Parameters:
    ///   - names: the variables of both panels, so that each has the same colour in both.
    ///   - x: its left edge.
    init(_ title: String, _ curves: [GrowthCurve], names: [String], x: Int) {
        (self.title, self.x) = (title, x)
        self.curves = curves.filter { !$0.points.isEmpty }.map { curve in
            let place = names.firstIndex(of: curve.name) ?? 0
            let colors = PictureColor.variables
            return (curve, curve.isOver ? .over : colors[place % colors.count])
        }
        var entries = self.curves.map {
            Entry(text: Self.label($0.curve.name), color: $0.color, radius: $0.curve.width)
        }
        if self.curves.contains(where: { $0.curve.bound.count > 1 }) {
            entries.append(Entry(text: "bound", color: .bound, radius: GrowthCurve.boundWidth))
        }
        legend = Self.flow(entries, from: x + Self.margin, start: PictureFont.width(title) + Self.gap + 6)
        rows = (legend.map(\.row).max() ?? 0) + 1
    }

    /// A name as it stands in the legend.
    private static func label(_ name: String) -> String {
        let name = String(String.UnicodeScalarView(name.unicodeScalars.prefix(9)))
        guard name.unicodeScalars.count > 8 else { return name }
        return String(String.UnicodeScalarView(name.unicodeScalars.prefix(6))) + ".."
    }

    /// The entries in rows, the first of which begins behind the title; what is too much is left out.
    private static func flow(_ entries: [Entry], from left: Int, start: Int) -> [Entry] {
        var (offset, row) = (start, 0)
        var placed: [Entry] = []
        for var entry in entries {
            let width = swatch + PictureFont.width(entry.text)
            if offset + width > Self.width - 2 * margin { (offset, row) = (0, row + 1) }
            guard row < mostRows else { break }
            (entry.x, entry.row) = (left + offset, row)
            placed.append(entry)
            offset += width + gap
        }
        return placed
    }

    func draw(on canvas: inout PictureCanvas) {
        canvas.text(title, x: x + Self.margin, y: Self.margin, .ink)
        for entry in legend {
            let y = Self.margin + entry.row * Self.rowHeight
            let middle = y + PictureFont.height / 2
            canvas.line(
                from: (entry.x + 2, middle), to: (entry.x + Self.swatch - 8, middle), radius: entry.radius, entry.color)
            canvas.text(entry.text, x: entry.x + Self.swatch, y: y, .ink)
        }
        guard !curves.isEmpty else {
            canvas.frame(columns, lines, .frame)
            let text = "not measured"
            let x = (columns.lowerBound + columns.upperBound - PictureFont.width(text)) / 2
            canvas.text(text, x: x, y: (lines.lowerBound + lines.upperBound - PictureFont.height) / 2, .quiet)
            return
        }
        let axes = GrowthCurve.axes(of: curves.map(\.curve))
        drawGrid(axes, on: &canvas)
        drawCurves(axes, on: &canvas)
    }

    private func drawGrid(_ axes: (x: DecadeAxis, y: DecadeAxis), on canvas: inout PictureCanvas) {
        for decade in axes.x.decades(atMost: 5) {
            let x = column(axes.x.fraction(Double(decade)))
            canvas.fill(x...x, lines, .grid)
            let width = Self.width(ofDecade: decade)
            let left = min(x - width / 2, self.x + Self.width - 2 - width)
            Self.draw(decade, x: left, y: lines.upperBound + 11, on: &canvas)
        }
        for decade in axes.y.decades(atMost: 6) {
            let y = line(axes.y.fraction(Double(decade)))
            canvas.fill(columns, y...y, .grid)
            let left = columns.lowerBound - 4 - Self.width(ofDecade: decade)
            let top = min(y - PictureFont.height / 2 + 2, lines.upperBound - PictureFont.height)
            Self.draw(decade, x: left, y: top, on: &canvas)
        }
        canvas.frame(columns, lines, .frame)
    }

    /// The bounds below everything, and what is over its bound on top.
    private func drawCurves(_ axes: (x: DecadeAxis, y: DecadeAxis), on canvas: inout PictureCanvas) {
        func pixel(_ place: GrowthCurve.Place) -> (x: Int, y: Int) {
            (column(axes.x.fraction(place.x)), line(axes.y.fraction(place.y)))
        }
        for (curve, _) in curves {
            for piece in curve.boundPieces(within: axes.y) {
                canvas.line(from: pixel(piece.from), to: pixel(piece.to), radius: GrowthCurve.boundWidth, .bound)
            }
        }
        for (curve, color) in curves.filter({ !$0.curve.isOver }) + curves.filter(\.curve.isOver) {
            let pixels = curve.points.map(pixel)
            for (start, end) in zip(pixels, pixels.dropFirst()) {
                canvas.line(from: start, to: end, radius: curve.width, color)
            }
            for (x, y) in pixels { canvas.disc(x, y, radius: curve.width + 3, color) }
        }
    }

    private func column(_ fraction: Double) -> Int {
        columns.lowerBound + Int((Double(columns.count - 1) * fraction).rounded())
    }

    private func line(_ fraction: Double) -> Int {
        lines.upperBound - Int((Double(lines.count - 1) * fraction).rounded())
    }

    private static func width(ofDecade decade: Int) -> Int { PictureFont.width("10\(decade)") }

    /// A power of ten with its exponent raised.
    private static func draw(_ decade: Int, x: Int, y: Int, on canvas: inout PictureCanvas) {
        canvas.text("10", x: x, y: y, .quiet)
        canvas.text("\(decade)", x: x + 2 * PictureFont.advance, y: y - 6, .quiet)
    }
}

extension GrowthCurve {
    /// The thickness of the line on either side of its middle, in pixels.
    fileprivate var width: Int { isOver ? 2 : 1 }
    /// So thick that it is seen beneath what grows like it.
    fileprivate static let boundWidth = 2
}
