import ChallengeKit

/// The statement's limits.
let mostPoints = 50_000
let mostColumns = 1000
let mostNumbers = 1_000_000
let mostWork = 50_000_000
let largest = 1e9
let smallest = 1e-9

/// How far a draw must stay from where it would pick another point, as a share of the sum of weights.
let margin = 1e-9

/// Whether a draw that meets a border exactly does so in whatever way it is computed: sum of weights, borders and the
/// product are small integers, quotients have few digits, and distances have no roots to be rounded.
func isExact(_ weights: [Double], total: Double, product: Double) -> Bool {
    guard total <= 0x1p40, total.significandBitPattern == 0, product == product.rounded() else { return false }
    return weights.allSatisfy { weight in
        let root = weight.squareRoot()
        return root == root.rounded() && root * root == weight
    }
}

/// The index that `uniform` picks, by the rule of the statement; ends as invalid where rounding could change it.
func pick(_ weights: [Double], _ uniform: Double, in input: Reader) -> Int {
    let total = weights.reduce(0, +)
    let product = uniform * total
    var chosen: Int?
    var sum = 0.0
    var nearest = Double.infinity
    for (index, weight) in weights.enumerated() where weight > 0 {
        sum += weight
        nearest = min(nearest, abs(sum - product))
        if chosen == nil, sum > product { chosen = index }
    }
    // At 0 any way of computing gives the first point with a weight.
    if uniform > 0, nearest < margin * total || uniform < margin {
        guard isExact(weights, total: total, product: product) else {
            input.fail("a draw is too near the border between two points")
        }
    }
    guard let chosen else { input.fail("a draw picks no point") }
    return chosen
}

validateInput { input in
    let n = input.int("the number of points", in: 1...mostPoints)
    let d = input.int("the number of coordinates", in: 1...mostColumns)
    guard n * d <= mostNumbers else { input.fail("there must be at most \(mostNumbers) coordinates in all") }
    let points = (0..<n).map { _ in input.doubles(count: d, "a coordinate") }
    for value in points.joined() {
        guard value == 0 || abs(value) >= smallest && abs(value) <= largest else {
            input.fail("a coordinate must be 0, or between 1e-9 and 1e9 in magnitude")
        }
    }
    let k = input.int("k", in: 1...n)
    guard n * k * d <= mostWork else { input.fail("n * k * d must be at most \(mostWork)") }
    let uniforms = input.doubleList("uniforms")
    guard uniforms.count == k else { input.fail("there must be one uniform number for each of the k draws") }
    guard uniforms.allSatisfy({ $0 >= 0 && $0 < 1 && $0.sign == .plus }) else {
        input.fail("uniform numbers must be from 0 to below 1")
    }

    var nearest = [Double](repeating: 0, count: n)
    var isChosen = [Bool](repeating: false, count: n)
    for (draw, uniform) in uniforms.enumerated() {
        let isFlat = nearest.allSatisfy { $0 == 0 }
        let index = pick(isFlat ? isChosen.map { $0 ? 0 : 1 } : nearest, uniform, in: input)
        isChosen[index] = true
        for i in 0..<n {
            var square = 0.0
            for j in 0..<d { square += (points[i][j] - points[index][j]) * (points[i][j] - points[index][j]) }
            nearest[i] = draw == 0 ? square : min(nearest[i], square)
        }
    }
}
