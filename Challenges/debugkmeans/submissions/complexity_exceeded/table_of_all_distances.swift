// Too much memory: a table of the distances of all pixels from all colours.
func quantise(pixels: [[Int]], palette: [[Int]], rounds: Int) -> (palette: [[Double]], labels: [Int]) {
    var colours = palette.map { $0.map { Double($0) } }
    func assigned() -> [Int] {
        let table = pixels.map { pixel in
            colours.map { colour in
                pixel.indices.reduce(0.0) { sum, channel in
                    let difference = Double(pixel[channel]) - colour[channel]
                    return sum + difference * difference
                }
            }
        }
        return table.map { row in row.indices.min { row[$0] < row[$1] }! }
    }
    for _ in 0..<rounds {
        let labels = assigned()
        var sums = palette.map { $0.map { _ in 0 } }
        var counts = palette.map { _ in 0 }
        for (pixel, label) in zip(pixels, labels) {
            counts[label] += 1
            for channel in pixel.indices { sums[label][channel] += pixel[channel] }
        }
        for index in colours.indices where counts[index] > 0 {
            colours[index] = sums[index].map { Double($0) / Double(counts[index]) }
        }
    }
    return (colours, assigned())
}
