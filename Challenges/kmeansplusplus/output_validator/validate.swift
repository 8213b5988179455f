import ChallengeKit

// Indices are compared exactly, the potential up to 1e-9 of itself.
//
// Why that is fair: the input validator accepts only numbers that stay at least 1e-9 of the sum of weights away from the border
// between two points, or meet it exactly where all arithmetic is exact. A weight is off by at most about d * 1.1e-16 of itself,
// if coordinates are subtracted before they are squared, and a sum by n * 1.1e-16: together below 1e-11.
// Single precision is off by 1e-8 and more in nearly every potential.
//
// A wrong output is looked at more closely: common mistakes are replayed, and the message names the first that fits.
let tolerance = 1e-9

/// What a solution does; each property is as the statement asks at the start.
struct Habits {
    enum First { case uniform, zero, zeroWithoutNumber, last, rounded, short }
    enum Weight { case squares, distances, equal, newest, first, sum, farthest, manhattan, oneColumn, fourth }
    enum Pick { case strictly, inclusive, largest, fromTheBack, before, after }
    enum Zero { case unchosen, any, firstUnchosen, lastUnchosen, firstPoint, lastPoint, amongUnchosen }
    enum Numbers { case given, firstOnly, reversed }

    var first = First.uniform
    var weight = Weight.squares
    var pick = Pick.strictly
    var zero = Zero.unchosen
    var numbers = Numbers.given
    var namesFirstEqual = false
    var forgetsChosen = false
}

/// What the solution was given.
struct Problem {
    let points: [[Double]]
    let k: Int
    let uniforms: [Double]

    init(_ reader: inout Reader) {
        points = reader.matrix("points")
        k = reader.int("k")
        uniforms = reader.doubleList("uniforms")
        reader.end()
    }

    var n: Int { points.count }

    func distance(_ a: Int, _ b: Int, _ weight: Habits.Weight) -> Double {
        var sum = 0.0
        for (x, y) in zip(points[a], points[b]) {
            sum += weight == .manhattan ? abs(x - y) : (x - y) * (x - y)
            if weight == .oneColumn { break }
        }
        switch weight {
        case .distances: return sum.squareRoot()
        case .fourth: return sum * sum
        default: return sum
        }
    }

    /// The place in `weights` that `uniform` picks.
    private func place(_ weights: [Double], _ uniform: Double, _ pick: Habits.Pick) -> Int {
        if pick == .largest { return weights.firstIndex(of: weights.max()!)! }
        let total = weights.reduce(0, +)
        let order = pick == .fromTheBack ? Array(weights.indices.reversed()) : Array(weights.indices)
        var sum = 0.0
        for place in order {
            sum += weights[place]
            if pick == .inclusive ? sum >= uniform * total : sum > uniform * total {
                if pick == .before { return max(0, place - 1) }
                return pick == .after ? min(place + 1, weights.count - 1) : place
            }
        }
        return order[order.count - 1]
    }

    private func firstPlace(_ uniform: Double, _ habits: Habits) -> Int {
        switch habits.first {
        case .zero, .zeroWithoutNumber: return 0
        case .last: return n - 1
        case .rounded: return min(n - 1, Int((uniform * Double(n)).rounded()))
        case .short: return Int(uniform * Double(n - 1))
        case .uniform:
            let pick: Habits.Pick = habits.pick == .largest ? .strictly : habits.pick
            return place([Double](repeating: 1, count: n), uniform, pick)
        }
    }

    /// The next point where every point coincides with a chosen one.
    private func flatPlace(_ uniform: Double, _ isChosen: [Bool], _ habits: Habits) -> Int {
        let unchosen = isChosen.indices.filter { !isChosen[$0] }
        switch habits.zero {
        case .unchosen: return place(isChosen.map { $0 ? 0 : 1 }, uniform, habits.pick)
        case .any: return place(isChosen.map { _ in 1 }, uniform, habits.pick)
        case .firstUnchosen: return unchosen.first ?? 0
        case .lastUnchosen: return unchosen.last ?? n - 1
        case .firstPoint: return 0
        case .lastPoint: return n - 1
        case .amongUnchosen: return place(unchosen.map { _ in 1 }, uniform, habits.pick)
        }
    }

    /// The indices in the order of their draws, and the potential before the last centre and after it.
    func solved(_ habits: Habits = Habits()) -> (indices: [Int], before: Double, potential: Double) {
        var indices: [Int] = []
        var isChosen = [Bool](repeating: false, count: n)
        var nearest = [Double](repeating: .infinity, count: n)
        var weights = [Double](repeating: 0, count: n)
        var numbers = uniforms
        if habits.numbers == .firstOnly { numbers = uniforms.map { _ in uniforms[0] } }
        if habits.numbers == .reversed { numbers.reverse() }
        if habits.first == .zeroWithoutNumber { numbers.insert(0, at: 0) }
        var before = 0.0
        for draw in 0..<k {
            let index: Int
            if draw == 0 {
                index = firstPlace(numbers[draw], habits)
            } else if !weights.contains(where: { $0 > 0 }) {
                index = flatPlace(numbers[draw], isChosen, habits)
            } else {
                index = place(weights, numbers[draw], habits.pick)
            }
            indices.append(index)
            isChosen[index] = true
            before = nearest.reduce(0, +)
            for i in 0..<n {
                let value = distance(i, index, habits.weight)
                nearest[i] = min(nearest[i], distance(i, index, .squares))
                switch habits.weight {
                case .newest: weights[i] = value
                case .first: weights[i] = draw == 0 ? value : weights[i]
                case .sum: weights[i] += value
                case .farthest: weights[i] = max(weights[i], value)
                case .equal: weights[i] = isChosen[i] ? 0 : 1
                default: weights[i] = draw == 0 ? value : min(weights[i], value)
                }
            }
            if habits.weight == .newest, !habits.forgetsChosen { for i in indices { weights[i] = 0 } }
            if habits.weight == .sum || habits.weight == .farthest, !habits.forgetsChosen {
                for i in indices { weights[i] = 0 }
            }
        }
        if habits.namesFirstEqual { indices = indices.map { index in points.firstIndex(of: points[index])! } }
        return (indices, before, nearest.reduce(0, +))
    }
}

/// Common mistakes, each with the sentence that names it.
let mistakes: [(symptom: String, change: (inout Habits) -> Void)] = [
    ("the first centre is always point 0: it is drawn as well, with the first number", { $0.first = .zero }),
    (
        "the first centre is point 0 and takes no number: it is drawn as well, with the first number",
        { $0.first = .zeroWithoutNumber }
    ),
    ("the first centre is always the last point: it is drawn, with the first number", { $0.first = .last }),
    (
        "the product of number and n is rounded to the nearest integer: the first centre is its integer part",
        { $0.first = .rounded }
    ),
    ("the first number is multiplied by n - 1: every one of the n points can be first", { $0.first = .short }),
    ("every draw uses the first number: draw t uses number t", { $0.numbers = .firstOnly }),
    ("the numbers are used from the last to the first: draw t uses number t", { $0.numbers = .reversed }),
    ("a sum that only equals the product is taken already: it must be above it", { $0.pick = .inclusive }),
    ("the farthest point is taken: it must be drawn, with the squared distances as weights", { $0.pick = .largest }),
    ("weights are summed from the last point to the first: sum in the order of indices", { $0.pick = .fromTheBack }),
    ("the point before the right one is taken: the sum includes the point's own weight", { $0.pick = .before }),
    ("the point after the right one is taken: the sum includes the point's own weight", { $0.pick = .after }),
    ("weights are distances: they must be squared", { $0.weight = .distances }),
    ("weights are squared twice: they are the squared distances", { $0.weight = .fourth }),
    (
        "all points that are left have the same weight: it is the squared distance to the nearest centre",
        { $0.weight = .equal }
    ),
    (
        "a weight is the distance to the newest centre only: keep the smallest over all centres",
        { $0.weight = .newest }
    ),
    (
        "a weight is the distance to the newest centre only: keep the smallest over all centres",
        { ($0.weight, $0.forgetsChosen) = (.newest, true) }
    ),
    ("a weight is the distance to the first centre only: keep the smallest over all centres", { $0.weight = .first }),
    ("a weight adds up distances to all centres: it is the smallest of them", { $0.weight = .sum }),
    (
        "a weight adds up distances to all centres: it is the smallest of them",
        { ($0.weight, $0.forgetsChosen) = (.sum, true) }
    ),
    ("a weight is the distance to the farthest centre: it is the smallest of them", { $0.weight = .farthest }),
    (
        "a weight is the distance to the farthest centre: it is the smallest of them",
        { ($0.weight, $0.forgetsChosen) = (.farthest, true) }
    ),
    ("distances are sums of absolute differences: they are Euclidean, and squared", { $0.weight = .manhattan }),
    ("only the first coordinate counts: distances are over all of them", { $0.weight = .oneColumn }),
    (
        "chosen points are drawn again when all weights are 0: then every point not yet chosen has weight 1, and a chosen one 0",
        { $0.zero = .any }
    ),
    (
        "the number is not used when all weights are 0: then every point not yet chosen has weight 1",
        { $0.zero = .firstUnchosen }
    ),
    (
        "the number is not used when all weights are 0: then every point not yet chosen has weight 1",
        { $0.zero = .lastUnchosen }
    ),
    (
        "point 0 is taken when all weights are 0: then every point not yet chosen has weight 1",
        { $0.zero = .firstPoint }
    ),
    (
        "the last point is taken when all weights are 0: then every point not yet chosen has weight 1",
        { $0.zero = .lastPoint }
    ),
    (
        "a place among the points not yet chosen is returned: indices are those in the array that was given",
        { $0.zero = .amongUnchosen }
    ),
    (
        "a point that was drawn is searched for by its coordinates: return the index that was drawn, not that of an equal point",
        { $0.namesFirstEqual = true }
    ),
]

extension OutputValidator {
    /// The next number of the output; one that is not finite gets a message of its own.
    mutating func potential() -> Double {
        var probe = output
        if ["nan", "-nan", "inf", "-inf"].contains(probe.word("the potential")) {
            reject("The potential is not finite.")
        }
        return output.double("the potential")
    }
}

/// What is wrong with indices that are not the right ones.
func explain(_ problem: Problem, _ found: [Int], _ expected: [Int]) -> String {
    let n = problem.n
    if found.sorted() == expected.sorted(), found == found.sorted() {
        return "It looks as if the indices are sorted: they must be in the order of the draws."
    }
    if found == expected.map({ $0 + 1 }) { return "It looks as if indices are counted from 1: the first point is 0." }
    if found == expected.reversed() { return "It looks as if the last centre comes first: return them as drawn." }
    // Explaining replays all draws for each mistake, so it is for small cases.
    if n * problem.k * problem.points[0].count <= 200_000 {
        for (symptom, change) in mistakes {
            var habits = Habits()
            change(&habits)
            if problem.solved(habits).indices == found { return "It looks as if \(symptom)." }
        }
    }
    guard found.allSatisfy({ (0..<n).contains($0) }) else {
        return "An index is that of no point: they run from 0 to n - 1."
    }
    if Set(found).count < found.count {
        return "A point is chosen twice: a chosen point has weight 0, even where all weights are 0."
    }
    let differing = zip(found, expected).first { $0 != $1 }!
    if problem.points[differing.0] == problem.points[differing.1] {
        return "A point equal to the right one is chosen: each point has an index and a weight of its own."
    }
    if problem.uniforms.contains(0) {
        return "A draw picks another point than the rule: mind numbers that are 0, and points whose weight is 0."
    }
    return found[0] == expected[0]
        ? "The first centre is right, but a later draw picks another point than the rule: mind how weights are kept and added up."
        : "The first centre is not the one that the first number picks."
}

/// What is wrong with the potential after right indices.
func explain(_ problem: Problem, potential: Double, expected: Double, before: Double) -> String {
    func isNear(_ value: Double) -> Bool { abs(potential - value) <= tolerance * abs(value) }
    let rule = "it is the sum of squared distances to the nearest of all k centres"
    if problem.k > 1, isNear(before) { return "It looks as if the potential leaves out the last centre: \(rule)." }
    if isNear(expected / Double(problem.n)) { return "It looks as if the potential is a mean: \(rule)." }
    if isNear(expected / 2) { return "It looks as if the potential is halved: \(rule)." }
    if isNear(expected.squareRoot()) { return "It looks as if the potential is a root: \(rule)." }
    // One more pass over all pairs, so it is for small cases.
    if problem.n * problem.k * problem.points[0].count <= 2_000_000 {
        let (indices, _, _) = problem.solved()
        let roots = problem.points.indices.reduce(0) { sum, i in
            sum + indices.map { problem.distance(i, $0, .distances) }.min()!
        }
        if isNear(roots) { return "It looks as if distances in the potential are not squared: \(rule)." }
        let newest = problem.points.indices.reduce(0) { $0 + problem.distance($1, indices.last!, .squares) }
        if isNear(newest) { return "It looks as if the potential is that of the newest centre only: \(rule)." }
    }
    if expected == 0 || abs(potential - expected) <= 1e-3 * expected {
        return
            "It looks as if digits of the potential are lost: subtract coordinates before squaring, in Double, and add it up anew "
            + "instead of correcting an older sum."
    }
    return "The potential is not right: \(rule)."
}

var validator = OutputValidator()
let problem = Problem(&validator.input)
let (expected, before, potential) = problem.solved()

// The answer file is the model solution's; a wrong one is the challenge's fault.
let answered = validator.answer.intList("indices")
let answeredPotential = validator.answer.double("the potential")
validator.answer.end()
if answered != expected || abs(answeredPotential - potential) > tolerance * potential {
    validator.answer.fail("this is not what these numbers draw")
}

let count = validator.output.int("the number of indices")
validator.require(count == problem.k, "There must be k indices, one for each draw.", detail: "\(count)")
let found = validator.output.ints(count: count, "an index")
if found != expected {
    validator.reject(explain(problem, found, expected), detail: "found \(found.prefix(20)), not \(expected.prefix(20))")
}
let sum = validator.potential()
if abs(sum - potential) > tolerance * potential {
    validator.reject(
        explain(problem, potential: sum, expected: potential, before: before),
        detail: "potential \(sum), not \(potential)")
}
validator.accept()
