// Keeps the members of each colour and takes their mean.
func quantise(pixels: [[Int]], palette: [[Int]], rounds: Int) -> (palette: [[Double]], labels: [Int]) {
    var colours = palette.map { $0.map { Double($0) } }
    func label(_ pixel: [Int]) -> Int {
        var (best, least) = (0, Double.infinity)
        for index in colours.indices {
            let distance = zip(pixel, colours[index]).reduce(0.0) { sum, pair in
                sum + (Double(pair.0) - pair.1) * (Double(pair.0) - pair.1)
            }
            if distance < least { (best, least) = (index, distance) }
        }
        return best
    }
    for _ in 0..<rounds {
        var members = [[Int]](repeating: [], count: colours.count)
        for index in pixels.indices { members[label(pixels[index])].append(index) }
        for (index, own) in members.enumerated() where !own.isEmpty {
            for channel in colours[index].indices {
                let sum = own.reduce(0) { $0 + pixels[$1][channel] }
                colours[index][channel] = Double(sum) / Double(own.count)
            }
        }
    }
    return (colours, pixels.map(label))
}
