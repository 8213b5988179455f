// Wrong repair: colours move while pixels are still being assigned.
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
        var sums = [[Int]](repeating: [Int](repeating: 0, count: channels), count: colours.count)
        var counts = [Int](repeating: 0, count: colours.count)
        for pixel in pixels {
            let label = nearest(to: pixel, among: colours)
            counts[label] += 1
            for channel in 0..<channels {
                sums[label][channel] += pixel[channel]
                colours[label][channel] = Double(sums[label][channel]) / Double(counts[label])
            }
        }
    }
    return (colours, pixels.map { nearest(to: $0, among: colours) })
}
