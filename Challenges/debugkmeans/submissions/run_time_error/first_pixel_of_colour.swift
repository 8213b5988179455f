// Traps where a colour has no pixels: it looks for the first of them.
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
    let channels = pixels[0].count
    var colours = palette.map { $0.map(Double.init) }
    for _ in 0..<rounds {
        var members = [[Int]](repeating: [], count: colours.count)
        for (index, pixel) in pixels.enumerated() { members[nearest(to: pixel, among: colours)].append(index) }
        for index in colours.indices {
            var sum = pixels[members[index].first!]
            for member in members[index].dropFirst() {
                for channel in 0..<channels { sum[channel] += pixels[member][channel] }
            }
            colours[index] = sum.map { Double($0) / Double(members[index].count) }
        }
    }
    return (colours, pixels.map { nearest(to: $0, among: colours) })
}
