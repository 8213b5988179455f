import ChallengeKit

// The right labels are unique, so they are compared exactly with the answer; there is no tolerance. That is fair to
// every right solution because of the input, which the input validator checks: each squared distance is an exact integer
// or differs from the squared radius by one part in 1e9, while 256 squared differences added in any order, or their
// root, are off by at most about one part in 1e13.
//
// A wrong output is looked at more closely: common mistakes are replayed, and the message names the first that fits.

/// How a point that is not a core point gets its label.
enum Border {
    case firstFound, lastFound, nearest, firstCore, never, unlessScannedBefore
}

/// What the solution was given, and the rules of the task with a mistake in them.
struct Problem {
    let points: [[Double]]
    let radius: Double
    let minimum: Int

    init(_ input: inout Reader) {
        points = input.matrix("points")
        radius = input.double("radius")
        minimum = input.int("minimumPoints")
    }

    /// Whether replaying mistakes stays within some 100 ms.
    var isSmall: Bool { points.count * points.count * (8 + (points.first?.count ?? 0)) <= 4_000_000 }

    func square(_ a: Int, _ b: Int) -> Double {
        var sum = 0.0
        for column in points[a].indices {
            sum += (points[a][column] - points[b][column]) * (points[a][column] - points[b][column])
        }
        return sum
    }

    /// The neighbours of all points, by any condition.
    func neighbours(_ isNear: (Int, Int) -> Bool) -> [[Int]] {
        points.indices.map { point in points.indices.filter { isNear(point, $0) } }
    }

    /// The labels that follow from `neighbours`, with at least `needed` of them for a core point.
    func labels(_ neighbours: [[Int]], needed: Int, border: Border = .firstFound, spreads: Bool = false) -> [Int] {
        labels(neighbours, isCore: neighbours.map { $0.count >= needed }, border: border, spreads: spreads)
    }

    /// The labels that follow from `neighbours` and core points. With `spreads` border points carry a cluster on too.
    func labels(
        _ neighbours: [[Int]], isCore: [Bool], border: Border = .firstFound, spreads: Bool = false
    ) -> [Int] {
        var labels = [Int](repeating: -1, count: points.count)
        var starts: [Int] = []
        for start in points.indices where isCore[start] && labels[start] < 0 {
            labels[start] = starts.count
            var queue = [start]
            while let point = queue.popLast() {
                for other in neighbours[point] where labels[other] < 0 && (isCore[other] || spreads) {
                    labels[other] = starts.count
                    queue.append(other)
                }
            }
            starts.append(start)
        }
        for point in points.indices where !isCore[point] && labels[point] < 0 {
            let cores = neighbours[point].filter { isCore[$0] }
            switch border {
            case .firstFound: labels[point] = cores.map { labels[$0] }.min() ?? -1
            case .lastFound: labels[point] = cores.map { labels[$0] }.max() ?? -1
            case .nearest:
                labels[point] = cores.min { square(point, $0) < square(point, $1) }.map { labels[$0] } ?? -1
            case .firstCore: labels[point] = cores.first.map { labels[$0] } ?? -1
            case .never: break
            case .unlessScannedBefore:
                labels[point] = cores.map { labels[$0] }.filter { starts[$0] < point }.min() ?? -1
            }
        }
        return labels
    }

    /// Groups of points that chains of neighbours connect, core points or not; those of fewer than `minimum` are noise.
    func connectedGroups(_ neighbours: [[Int]]) -> [Int] {
        let all = labels(neighbours, needed: 1)
        var sizes = [Int](repeating: 0, count: points.count)
        for label in all { sizes[label] += 1 }
        return renumbered(all.map { sizes[$0] >= minimum ? $0 : -1 })
    }
}

/// The same clusters, numbered by their members of smallest index.
func renumbered(_ labels: [Int]) -> [Int] {
    var numbers: [Int: Int] = [:]
    return labels.map { label in
        if label < 0 { return -1 }
        if let number = numbers[label] { return number }
        defer { numbers[label] = numbers.count }
        return numbers.count
    }
}

/// The first common mistake that gives exactly the labels that were found, as a sentence.
func mistake(_ problem: Problem, expected: [Int], found: [Int]) -> String? {
    let radius = problem.radius
    let square = radius * radius
    let minimum = problem.minimum
    let points = problem.points
    let near = problem.neighbours { problem.square($0, $1) <= square }

    if zip(expected, found).allSatisfy({ $0 < 0 ? $1 <= 0 : $1 == $0 + 1 }) {
        return "It looks as if clusters are numbered from 1: the first one found has the number 0, and noise is -1."
    }
    let usual = { (border: Border) in problem.labels(near, needed: minimum, border: border) }
    if found == usual(.never) {
        return "It looks as if only core points get a label: a neighbour of a core point belongs to its cluster."
    }
    if found == usual(.unlessScannedBefore) {
        return "It looks as if a point that is scanned before its cluster stays noise: a border point may come first."
    }
    if found == usual(.lastFound) {
        return "It looks as if a border point of several clusters goes to the last one found: it stays in the first."
    }
    if found == usual(.nearest) {
        return "It looks as if a border point goes to the nearest core point: it belongs to the cluster found first."
    }
    if found == usual(.firstCore) {
        return
            "It looks as if a border point goes to the core point of smallest index: it belongs to the cluster found first."
    }
    if found == problem.labels(near, needed: minimum, spreads: true) {
        return "It looks as if clusters grow through border points: only core points carry a cluster on."
    }
    if found == problem.labels(near, needed: minimum + 1) {
        return
            "It looks as if a core point needs one neighbour too many: it counts itself, and exactly minimumPoints are enough."
    }
    if minimum > 1, found == problem.labels(near, needed: minimum - 1) {
        return "It looks as if a core point needs one neighbour too few: it counts itself, but once only."
    }
    let strict = problem.neighbours { problem.square($0, $1) < square }
    if found == problem.labels(strict, needed: minimum) {
        return "It looks as if a distance of exactly the radius does not count: neighbours are at most the radius away."
    }
    let placeIsNew = points.indices.map { point in points.firstIndex(of: points[point]) == point }
    let places = near.map { neighbours in
        // Equal points have the same neighbours, so the first of them stands for all.
        neighbours.filter { placeIsNew[$0] }.count
    }
    if found == problem.labels(near, isCore: places.map { $0 >= minimum }) {
        return "It looks as if equal points count once: each of them is a neighbour of its own."
    }
    if found == problem.connectedGroups(near) {
        return "It looks as if minimumPoints is the size of a cluster: it is the number of neighbours of a core point."
    }
    if found == renumbered(expected) {
        return
            "It looks as if clusters are numbered by their first points of any kind: their first core points decide."
    }
    if renumbered(found) == renumbered(expected) {
        return
            "It looks as if the clusters are right but numbered otherwise: from 0 in the order of their first core points."
    }
    let manhattan = problem.neighbours { first, second in
        zip(points[first], points[second]).reduce(0) { $0 + abs($1.0 - $1.1) } <= radius
    }
    if found == problem.labels(manhattan, needed: minimum) {
        return "It looks as if distances are sums of absolute differences: they are Euclidean."
    }
    let chebyshev = problem.neighbours { first, second in
        zip(points[first], points[second]).allSatisfy { abs($0 - $1) <= radius }
    }
    if found == problem.labels(chebyshev, needed: minimum) {
        return "It looks as if the neighbourhood is a box: distances are Euclidean."
    }
    let norms = points.map { $0.reduce(0) { $0 + $1 * $1 } }
    let expanded = problem.neighbours { first, second in
        norms[first] + norms[second] - 2 * zip(points[first], points[second]).reduce(0) { $0 + $1.0 * $1.1 } <= square
    }
    if found == problem.labels(expanded, needed: minimum) {
        return "It looks as if distances lose digits in the expanded square: subtract before you square."
    }
    let single = problem.neighbours { first, second in
        var sum: Float = 0
        for (x, z) in zip(points[first], points[second]) { sum += (Float(x) - Float(z)) * (Float(x) - Float(z)) }
        return sum <= Float(radius) * Float(radius)
    }
    if found == problem.labels(single, needed: minimum) {
        return "It looks as if distances lose digits in Float: Double is needed."
    }
    for tolerance in [1e-12, 1e-10, 1e-9, 1e-8, 1e-6] {
        let tolerant = problem.neighbours { problem.square($0, $1) <= square + tolerance }
        let tolerantRoot = problem.neighbours { problem.square($0, $1).squareRoot() <= radius + tolerance }
        for neighbours in [tolerant, tolerantRoot] where found == problem.labels(neighbours, needed: minimum) {
            return "It looks as if distances are compared with a tolerance: data may be smaller than any of them."
        }
    }
    let unsquared = problem.neighbours { problem.square($0, $1) <= radius }
    if found == problem.labels(unsquared, needed: minimum) {
        return "It looks as if squared distances are compared with the radius itself: square both or neither."
    }
    return nil
}

/// Why `found` is wrong, in one sentence that does not give the data away.
func explain(_ problem: Problem, expected: [Int], found: [Int]) -> String {
    if problem.isSmall, let sentence = mistake(problem, expected: expected, found: found) { return sentence }
    if zip(expected, found).contains(where: { $0 < 0 && $1 >= 0 }) {
        return "A point has a label that is noise: neither it nor a neighbour of it is a core point."
    }
    if zip(expected, found).contains(where: { $0 >= 0 && $1 < 0 }) {
        return "A point is called noise that is a core point or has one among its neighbours."
    }
    if renumbered(found) == renumbered(expected) {
        return "The clusters are right but numbered otherwise: from 0 in the order of their first core points."
    }
    return "A point has the number of another cluster."
}

var validator = OutputValidator()
let expected = validator.answer.intList("the answer")
let count = validator.output.int("the number of labels")
validator.require(
    count == expected.count,
    "There must be one label for each point; there are too \(count < expected.count ? "few" : "many").")
let found = validator.output.ints(count: count, "a label")
let agreeing = zip(expected, found).reduce(0) { $0 + ($1.0 == $1.1 ? 1 : 0) }
validator.metric("agreement", expected.isEmpty ? 1 : Double(agreeing) / Double(expected.count))
validator.require(found.allSatisfy { $0 >= -1 }, "A label is the number of a cluster, or -1 for noise.")
if agreeing < expected.count {
    let problem = Problem(&validator.input)
    validator.reject(
        explain(problem, expected: expected, found: found), detail: "\(agreeing) of \(expected.count) agree")
}
validator.accept()
