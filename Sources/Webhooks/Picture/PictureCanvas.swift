/// Pixels to draw on, from the upper left corner. What would lie outside is not drawn.
struct PictureCanvas {
    let width: Int
    let height: Int
    /// Row by row, as ``PictureColor`` numbers them.
    private(set) var pixels: [UInt8]

    /// A white picture.
    init(width: Int, height: Int) {
        (self.width, self.height) = (width, height)
        pixels = Array(repeating: PictureColor.paper.rawValue, count: width * height)
    }

    mutating func dot(_ x: Int, _ y: Int, _ color: PictureColor) {
        guard (0..<width).contains(x), (0..<height).contains(y) else { return }
        pixels[y * width + x] = color.rawValue
    }

    /// A full circle.
    mutating func disc(_ x: Int, _ y: Int, radius: Int, _ color: PictureColor) {
        for down in -radius...radius {
            for right in -radius...radius where right * right + down * down <= radius * radius + radius / 2 {
                dot(x + right, y + down, color)
            }
        }
    }

    /// A straight line, `2 * radius + 1` pixels thick.
    mutating func line(from: (x: Int, y: Int), to: (x: Int, y: Int), radius: Int, _ color: PictureColor) {
        let (across, down) = (to.x - from.x, to.y - from.y)
        let steps = max(abs(across), abs(down), 1)
        for step in 0...steps {
            let part = Double(step) / Double(steps)
            let x = from.x + Int((Double(across) * part).rounded())
            let y = from.y + Int((Double(down) * part).rounded())
            disc(x, y, radius: radius, color)
        }
    }

    /// A full rectangle.
    mutating func fill(_ columns: ClosedRange<Int>, _ lines: ClosedRange<Int>, _ color: PictureColor) {
        for y in lines { for x in columns { dot(x, y, color) } }
    }

    /// The outline of a rectangle.
    mutating func frame(_ columns: ClosedRange<Int>, _ lines: ClosedRange<Int>, _ color: PictureColor) {
        for x in [columns.lowerBound, columns.upperBound] { fill(x...x, lines, color) }
        for y in [lines.lowerBound, lines.upperBound] { fill(columns, y...y, color) }
    }

    /// A line of text, its upper left corner at a place.
    mutating func text(_ text: String, x: Int, y: Int, _ color: PictureColor) {
        for (place, scalar) in text.unicodeScalars.enumerated() {
            for (row, bits) in PictureFont.glyph(scalar).enumerated() {
                for column in 0..<PictureFont.columns where bits >> (PictureFont.columns - 1 - column) & 1 == 1 {
                    for pixel in 0..<(PictureFont.scale * PictureFont.scale) {
                        dot(
                            x + place * PictureFont.advance + column * PictureFont.scale + pixel % PictureFont.scale,
                            y + row * PictureFont.scale + pixel / PictureFont.scale, color)
                    }
                }
            }
        }
    }
}
