import Glibc

private func disorder<C: Collection>(_ labels: C, _ entropy: Bool) -> Double where C.Element == Int {
    let size = Double(labels.count)
    let shares = Dictionary(grouping: labels) { $0 }.values.map { Double($0.count) / size }
    return entropy
        ? shares.map { -$0 * log2($0) }.reduce(0, +)
        : shares.map { $0 * (1 - $0) }.reduce(0, +)
}

func bestSplit(points: [[Double]], labels: [Int], entropy: Bool) -> (feature: Int, threshold: Double, gain: Double)? {
    let parent = disorder(labels, entropy)
    let candidates = points[0].indices.flatMap { feature -> [(feature: Int, threshold: Double, gain: Double)] in
        let values = Set(points.map { $0[feature] }).sorted()
        return zip(values, values.dropFirst()).map { low, high in
            let threshold = low + (high - low) / 2
            let sides = Dictionary(grouping: labels.indices) { points[$0][feature] <= threshold }
                .values.map { side in side.map { labels[$0] } }
            let children = sides.reduce(0.0) { $0 + Double($1.count) / Double(labels.count) * disorder($1, entropy) }
            return (feature, threshold, parent - children)
        }
    }
    guard let top = candidates.map(\.gain).max() else { return nil }
    return candidates.first { $0.gain > top - 1e-9 }
}
