// Wrong repair: the mean is rounded to the nearest whole number.
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
    var labels = [Int](repeating: 0, count: pixels.count)
    for _ in 0..<rounds {
        // Each pixel goes to its nearest colour.
        labels = pixels.map { nearest(to: $0, among: colours) }

        // Add up what each colour has got.
        var sums = [[Int]](repeating: [Int](repeating: 0, count: channels), count: colours.count)
        var counts = [Int](repeating: 0, count: colours.count)
        for (pixel, label) in zip(pixels, labels) {
            counts[label] += 1
            for channel in 0..<channels { sums[label][channel] += pixel[channel] }
        }

        // Each colour moves to the mean of its pixels.
        for index in colours.indices where counts[index] > 0 {
            colours[index] = sums[index].map { (Double($0) / Double(counts[index])).rounded() }
        }
    }
    // The labels belong to the palette as it is now.
    labels = pixels.map { nearest(to: $0, among: colours) }
    return (colours, labels)
}
