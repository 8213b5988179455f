// A rewrite: flat arrays, and means that are kept up to date with each pixel.
func quantise(pixels: [[Int]], palette: [[Int]], rounds: Int) -> (palette: [[Double]], labels: [Int]) {
    let d = palette[0].count
    let k = palette.count
    let values = pixels.flatMap { $0.map { Double($0) } }
    var colours = palette.flatMap { $0.map { Double($0) } }
    var labels = [Int](repeating: 0, count: pixels.count)

    func assign() {
        for row in labels.indices {
            var least = Double.greatestFiniteMagnitude
            for index in 0..<k {
                var distance = 0.0
                for channel in 0..<d {
                    let difference = values[row * d + channel] - colours[index * d + channel]
                    distance += difference * difference
                }
                if distance < least {
                    least = distance
                    labels[row] = index
                }
            }
        }
    }

    assign()
    for _ in 0..<rounds {
        var counts = [Double](repeating: 0, count: k)
        for (row, label) in labels.enumerated() {
            counts[label] += 1
            for channel in 0..<d {
                let place = label * d + channel
                let old = counts[label] == 1 ? 0 : colours[place]
                colours[place] = old + (values[row * d + channel] - old) / counts[label]
            }
        }
        assign()
    }
    return ((0..<k).map { Array(colours[($0 * d)..<(($0 + 1) * d)]) }, labels)
}
