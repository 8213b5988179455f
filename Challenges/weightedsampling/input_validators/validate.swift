import ChallengeKit

/// The statement's limits.
let mostItems = 200_000
let mostDraws = 200_000
let largestMagnitude = 1e100
let smallestMagnitude = 1e-100
let margin = 1e-9

/// Whether weights are integers whose largest and whose sum are powers of two, so that nothing is rounded.
func isExact(_ weights: [Double]) -> Bool {
    guard weights.allSatisfy({ $0 == $0.rounded() && $0 <= 0x1p40 }) else { return false }
    return [weights.max()!, weights.reduce(0, +)].allSatisfy { $0.significand == 1 && $0 <= 0x1p50 }
}

validateInput { input in
    let weights = input.doubleList("weights")
    guard (1...mostItems).contains(weights.count) else { input.fail("there must be 1 to \(mostItems) weights") }
    for weight in weights where weight != 0 {
        guard weight >= smallestMagnitude, weight <= largestMagnitude else {
            input.fail("a weight is 0, or from 1e-100 to 1e100, found \(weight)")
        }
    }
    guard let last = weights.lastIndex(where: { $0 > 0 }) else { input.fail("at least one weight must be above 0") }
    let uniforms = input.doubleList("uniforms")
    guard uniforms.count <= mostDraws else { input.fail("there must be at most \(mostDraws) uniform numbers") }

    var sums: [Double] = []
    for weight in weights { sums.append((sums.last ?? 0) + weight) }
    let total = sums[last]
    let isExact = isExact(weights)
    for uniform in uniforms {
        guard uniform >= 0, uniform < 1, uniform == 0 || uniform >= smallestMagnitude else {
            input.fail("a uniform number is 0, or from 1e-100 to below 1, found \(uniform)")
        }
        if isExact || uniform == 0 { continue }
        // The sums next to the target on both sides; that of all weights needs no margin.
        let target = uniform * total
        var (low, high) = (0, last)
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] > target { high = middle } else { low = middle + 1 }
        }
        let isFarBelow = low == last || sums[low] - target > margin * sums[low]
        let isFarAbove = low == 0 || target - sums[low - 1] > margin * sums[low - 1]
        guard isFarBelow, isFarAbove else {
            input.fail("a uniform number must not come next to a cumulative sum, unless all sums are exact: \(uniform)")
        }
    }
}
