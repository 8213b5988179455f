import Glibc

/// Optimised: orders and borders lie in flat buffers, and weights move by two divisions instead of an exponential: the weights of
/// misclassified points add up to 1/2 after a round, and so do the others.
func adaBoost(
    points: [[Double]], labels: [Int], rounds: Int
) -> [(feature: Int, threshold: Double, polarity: Int, alpha: Double)] {
    let n = points.count
    let d = points[0].count
    // The order of all features, one after the other, and for each place whether a border follows it.
    var order = [Int32](repeating: 0, count: n * d)
    var isBorder = [Bool](repeating: false, count: n * d)
    var pairs: [(value: Double, row: Int32)] = Array(repeating: (0, 0), count: n)
    for feature in 0..<d {
        for row in 0..<n { pairs[row] = (points[row][feature], Int32(row)) }
        pairs.sort { $0.value < $1.value }
        for place in 0..<n {
            order[feature * n + place] = pairs[place].row
            isBorder[feature * n + place] = place + 1 < n && pairs[place].value < pairs[place + 1].value
        }
    }
    // Signed weights: the label is the sign.
    var signed = labels.map { Double($0) / Double(n) }
    var result: [(feature: Int, threshold: Double, polarity: Int, alpha: Double)] = []
    for _ in 0..<rounds {
        // The wider the distance of an error from 1/2, the better one of the polarities. It starts at the share of
        // negative weights, less a half.
        var start = -0.5
        for value in signed where value < 0 { start -= value }
        var widest = 0.0
        var best = (place: -1, distance: 0.0)
        order.withUnsafeBufferPointer { order in
            isBorder.withUnsafeBufferPointer { isBorder in
                signed.withUnsafeBufferPointer { signed in
                    for feature in 0..<d {
                        var distance = start
                        for place in feature * n..<(feature + 1) * n {
                            distance += signed[Int(order[place])]
                            if isBorder[place], abs(distance) > widest + 1e-9 {
                                widest = abs(distance)
                                best = (place, distance)
                            }
                        }
                    }
                }
            }
        }
        // Distances below 1e-9 have not replaced the first one.
        if best.place < 0 { break }
        let feature = best.place / n
        let low = points[Int(order[best.place])][feature]
        let high = points[Int(order[best.place + 1])][feature]
        let threshold = low / 2 + high / 2
        let polarity = best.distance < 0 ? 1 : -1
        let error = 0.5 - widest
        if error < 1e-9 {
            result.append((feature, threshold, polarity, 1))
            break
        }
        result.append((feature, threshold, polarity, (log1p(-error) - log(error)) / 2))
        var wrongSum = 0.0
        var rightSum = 0.0
        for place in 0..<n {
            let row = Int(order[feature * n + place])
            let predictsPositive = (feature * n + place > best.place) == (polarity == 1)
            if predictsPositive == (signed[row] > 0) {
                signed[row] /= 2 * (1 - error)
                rightSum += abs(signed[row])
            } else {
                signed[row] /= 2 * error
                wrongSum += abs(signed[row])
            }
        }
        // Takes rounding away, so that it does not pile up.
        let total = wrongSum + rightSum
        for row in 0..<n { signed[row] /= total }
    }
    return result
}
