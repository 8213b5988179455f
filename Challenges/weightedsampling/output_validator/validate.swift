import ChallengeKit
import Glibc

// Each number must draw exactly the item that the statement says. That is clear: a target u * S is more than 1e-9 away from every cumulative sum, relative to the
// sum, or all sums are exact, or u is 0 (the input validator checks it); a sum of 200,000 weights in any order is off by at most 3e-11 of itself. The sum of all
// weights needs no margin, as u is below 1: there the last item of a positive weight is drawn.
//
// A wrong output is looked at more closely: common mistakes are replayed, and the message names the first that fits.

/// One input.
struct Problem {
    let weights: [Double]
    let uniforms: [Double]

    init(_ input: inout Reader) {
        weights = input.doubleList("weights")
        uniforms = input.doubleList("uniforms")
        input.end()
    }

    init(_ weights: [Double], _ uniforms: [Double]) { (self.weights, self.uniforms) = (weights, uniforms) }

    static func sums(_ weights: [Double]) -> [Double] {
        var sum = 0.0
        return weights.map {
            sum += $0
            return sum
        }
    }

    /// The first place for which `isBeyond` holds, which holds for all after it; the number of places if there is none.
    static func first(_ count: Int, _ isBeyond: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBeyond(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    func draws() -> [Int] {
        let sums = Self.sums(weights)
        let last = weights.lastIndex { $0 > 0 } ?? 0
        return uniforms.map { uniform in Self.first(last) { sums[$0] > uniform * sums[last] } }
    }

    /// The draws of other weights or numbers.
    func draws(weights: [Double]? = nil, uniforms: [Double]? = nil) -> [Int] {
        Problem(weights ?? self.weights, uniforms ?? self.uniforms).draws()
    }

    /// The draws when items stand in another order: as places in that order, or as items.
    func draws(order: [Int], mapsBack: Bool) -> [Int] {
        let found = draws(weights: order.map { weights[$0] })
        return mapsBack ? found.map { order[$0] } : found
    }

    /// The draws when each item is drawn once only, as long as there are any.
    func drawsOnce() -> [Int] {
        var rest = weights
        return uniforms.map { uniform in
            let index = Problem(rest, [uniform]).draws()[0]
            rest[index] = 0
            return index
        }
    }

    func drawsSingle() -> [Int] {
        var sum: Float = 0
        let sums = weights.map { weight -> Float in
            sum += Float(weight)
            return sum
        }
        return uniforms.map { uniform in
            min(weights.count - 1, Self.first(weights.count) { sums[$0] > Float(uniform) * sum })
        }
    }

    /// Vose's alias table, with the whole part of u * n as the column and the rest as the coin.
    func drawsByAlias() -> [Int] {
        let n = weights.count
        let total = weights.reduce(0, +)
        var shares = weights.map { $0 / total * Double(n) }
        var alias = Array(0..<n)
        var small = shares.indices.filter { shares[$0] < 1 }
        var large = shares.indices.filter { shares[$0] >= 1 }
        var limits = [Double](repeating: 1, count: n)
        while let light = small.popLast(), let heavy = large.popLast() {
            limits[light] = shares[light]
            alias[light] = heavy
            shares[heavy] -= 1 - shares[light]
            if shares[heavy] < 1 { small.append(heavy) } else { large.append(heavy) }
        }
        return uniforms.map { uniform in
            let place = min(n - 1, Int(uniform * Double(n)))
            return uniform * Double(n) - Double(place) < limits[place] ? place : alias[place]
        }
    }
}

extension Problem {
    /// The common mistake that explains `found`, if one does.
    func mistake(_ found: [Int], right: [Int]) -> String? {
        let n = weights.count
        let sums = Self.sums(weights)
        let total = sums[n - 1]
        let positive = weights.indices.filter { weights[$0] > 0 }
        let rising = weights.indices.sorted { (weights[$0], $0) < (weights[$1], $1) }
        let falling = weights.indices.sorted { (-weights[$0], $0) < (-weights[$1], $1) }
        // Replays in the order in which they are tried.
        let replays: [(String, () -> [Int])] = [
            (
                "a number that falls exactly on a cumulative sum draws the item before: the sum must be greater than u * S",
                { self.uniforms.map { u in Self.first(n) { sums[$0] >= u * total } } }
            ),
            (
                "the sum of the weights is taken to be 1: u must be multiplied by it",
                { self.uniforms.map { u in min(n - 1, Self.first(n) { sums[$0] > u }) } }
            ),
            ("weights are ignored", { self.uniforms.map { Int($0 * Double(n)) } }),
            ("indices are counted from 1", { right.map { $0 + 1 } }),
            ("the item before is drawn", { right.map { $0 - 1 } }),
            (
                "indices count the items of a positive weight only",
                { right.map { index in Self.first(positive.count) { positive[$0] >= index } } }
            ),
            (
                "weights are added from the last item, or 1 - u stands for u",
                { self.draws(order: (0..<n).reversed(), mapsBack: true) }
            ),
            (
                "weights are added from the last item, or 1 - u stands for u",
                { self.draws(uniforms: self.uniforms.map { min(1 - $0, 1.0.nextDown) }) }
            ),
            (
                "places among the items sorted by weight are returned: indices are those of weights",
                { self.draws(order: falling, mapsBack: false) }
            ),
            (
                "places among the items sorted by weight are returned: indices are those of weights",
                { self.draws(order: rising, mapsBack: false) }
            ),
            (
                "weights are added in falling order: they are added as they stand",
                { self.draws(order: falling, mapsBack: true) }
            ),
            (
                "weights are added in rising order: they are added as they stand",
                { self.draws(order: rising, mapsBack: true) }
            ),
            ("the draws are sorted: they belong to the numbers in their order", { right.sorted() }),
            ("every number draws the heaviest item", { right.map { _ in falling[0] } }),
            ("an item is drawn once only: it is drawn with replacement", { self.drawsOnce() }),
            (
                "an alias table chooses the items: its draws are others than those of the cumulative sums",
                { self.drawsByAlias() }
            ),
            ("weights are squared", { self.draws(weights: self.weights.map { $0 * $0 }) }),
            ("the roots of weights are taken", { self.draws(weights: self.weights.map { $0.squareRoot() }) }),
            (
                "weights go through softmax: they are proportional to the probabilities",
                {
                    let largest = self.weights.max()!
                    return self.draws(weights: self.weights.map { exp($0 - largest) })
                }
            ),
            ("weights are rounded to integers", { self.draws(weights: self.weights.map { $0.rounded() }) }),
            ("digits are lost, as in Float: add in Double", { self.drawsSingle() }),
        ]
        // Replays take a while; on large inputs they are left out.
        guard n <= 2000, uniforms.count <= 2000 else { return nil }
        return replays.first { $0.1() == found }.map(\.0)
    }

    /// What is said about a wrong output.
    func explanation(_ found: [Int], right: [Int]) -> String {
        let wrong = right.indices.filter { found[$0] != right[$0] }
        let isZero = wrong.map { weights.indices.contains(found[$0]) && weights[found[$0]] == 0 }
        let zero = "An item of weight 0 is drawn: that must never happen, also where u is 0 or nearly 1."
        if isZero.allSatisfy({ $0 }) { return zero }
        if let mistake = mistake(found, right: right) { return "It looks as if \(mistake)." }
        if let index = wrong.first(where: { !weights.indices.contains(found[$0]) }) {
            return uniforms[index] > 1 - 1e-9
                ? "An index is none of an item: rounded sums of shares may end below u; the last item of a positive weight is meant."
                : "An index is none of an item: they go from 0 to n - 1."
        }
        if isZero.contains(true) { return zero }
        let first = weights.firstIndex { $0 > 0 }
        if wrong.contains(where: { uniforms[$0] == 0 && right[$0] == first }) {
            return "The number 0 draws the first item of a positive weight, however small that weight is."
        }
        if wrong.allSatisfy({ abs(found[$0] - right[$0]) <= 1 }) {
            return "A neighbour of the right item is drawn: it is the first whose cumulative sum is greater than u * S."
        }
        return "A number does not draw the first item whose cumulative sum is greater than u * S."
    }
}

var validator = OutputValidator()
let problem = Problem(&validator.input)
let expected = problem.draws()

// The answer file is the model solution's; a wrong one is the challenge's fault.
let answered = validator.answer.intList("draws")
validator.answer.end()
if answered != expected { validator.answer.fail("these are not the draws of these numbers") }

let count = validator.output.int("the number of draws")
validator.require(
    count == expected.count, "There must be one draw for each uniform number.", detail: "\(count)")
let found = validator.output.ints(count: count, "the index of an item")
if found != expected {
    let wrong = expected.indices.filter { found[$0] != expected[$0] }
    validator.reject(
        problem.explanation(found, right: expected),
        detail: "\(wrong.count) of \(count), the first for u = \(problem.uniforms[wrong[0]])")
}
validator.accept()
