import Foundation

/// Shares that sum to 1, of the items with a positive weight alone; what rounding leaves above the last sum belongs to the last
/// of them.
func drawWeighted(weights: [Double], uniforms: [Double]) -> [Int] {
    let items = weights.enumerated().filter { $0.element > 0 }.map(\.offset)
    let total = weights.reduce(0, +)
    let ends = items.reduce(into: [Double]()) { ends, item in ends.append((ends.last ?? 0) + weights[item] / total) }
    return uniforms.map { uniform in
        var range = ends.indices
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            if ends[middle] > uniform {
                range = range.lowerBound..<middle
            } else {
                range = middle + 1..<range.upperBound
            }
        }
        return items[min(range.lowerBound, items.count - 1)]
    }
}
