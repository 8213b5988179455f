// Too slow: each palette is computed from the first one, by recursion.
/// The index of the colour that is nearest to `pixel`; the lowest of equally near ones.
func nearest(to pixel: [Int], among colours: [[Double]]) -> Int {
    var best = 0
    var least = Double.infinity
    for (index, colour) in colours.enumerated() {
        var distance = 0.0
        for channel in pixel.indices {
            let difference = Double(pixel[channel]) - colour[channel]
            distance += difference * difference
        }
        if distance < least {
            least = distance
            best = index
        }
    }
    return best
}

func quantise(pixels: [[Int]], palette: [[Int]], rounds: Int) -> (palette: [[Double]], labels: [Int]) {
    func colours(after count: Int) -> [[Double]] {
        if count == 0 { return palette.map { $0.map(Double.init) } }
        let labels = pixels.map { nearest(to: $0, among: colours(after: count - 1)) }
        let before = colours(after: count - 1)
        return before.indices.map { index in
            let own = pixels.indices.filter { labels[$0] == index }.map { pixels[$0] }
            if own.isEmpty { return before[index] }
            return before[index].indices.map { channel in
                Double(own.reduce(0) { $0 + $1[channel] }) / Double(own.count)
            }
        }
    }
    let last = colours(after: rounds)
    return (last, pixels.map { nearest(to: $0, among: last) })
}
