import ChallengeKit
import Glibc

/// What is to be boosted.
struct Task {
    var points: [[Double]]
    var labels: [Int]
    var rounds: Int
}

/// The sizes that the command line asks for.
struct Sizes {
    let n: Int
    let d: Int
    let rounds: Int
}

/// Keeps four decimals: short text, and neighbours that are equal or clearly apart.
func shortened(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }

/// Whether the best error of each round stays away from 0 and from 1/2, unless it is one of the two. The margins are wider than
/// those promised.
func isFair(_ task: Task) -> Bool {
    let n = task.points.count
    let orders = task.points[0].indices.map { f in
        task.points.indices.sorted { task.points[$0][f] < task.points[$1][f] }
    }
    let values = orders.indices.map { f in orders[f].map { task.points[$0][f] } }
    var weights = [Double](repeating: 1 / Double(n), count: n)
    for _ in 0..<task.rounds {
        var changes = weights
        var start = 0.0
        for i in 0..<n where task.labels[i] < 0 {
            changes[i] = -weights[i]
            start += weights[i]
        }
        var best = (feature: 0, position: 0, error: Double.infinity)
        var isPositive = true
        for feature in orders.indices {
            var error = start
            for position in 1..<n {
                error += changes[orders[feature][position - 1]]
                if values[feature][position - 1] == values[feature][position] { continue }
                if min(error, 1 - error) < best.error - 1e-9 {
                    best = (feature, position, min(error, 1 - error))
                    isPositive = error < 0.5
                }
            }
        }
        if best.error < 1e-13 || best.error >= 0.5 - 1e-13 { return true }
        if best.error < 1e-4 || best.error > 0.5 - 1e-5 { return false }
        let factor = ((1 - best.error) / best.error).squareRoot()
        var total = 0.0
        for position in 0..<n {
            let i = orders[best.feature][position]
            let isRight = (position >= best.position) == (isPositive == (task.labels[i] == 1))
            weights[i] *= isRight ? 1 / factor : factor
            total += weights[i]
        }
        for i in 0..<n { weights[i] /= total }
    }
    return true
}

/// Two overlapping clouds, and a share of labels that say nothing, so that boosting has work in all rounds.
func blobs(_ sizes: Sizes, _ random: inout Random) -> Task {
    let units = (0..<sizes.d).map { _ in random.uniform(1, 50) }
    let shifts = units.map { $0 * random.uniform(-3, 3) }
    let gaps = units.map { _ in random.uniform(-1, 1) }
    let share = random.uniform(0.3, 0.7)
    var task = Task(points: [], labels: [], rounds: sizes.rounds)
    for _ in 0..<sizes.n {
        let label = random.uniform() < share ? 1 : -1
        task.points.append(
            (0..<sizes.d).map { shortened(shifts[$0] + units[$0] * (Double(label) * gaps[$0] + random.normal())) })
        task.labels.append(random.int(0...9) == 0 ? -label : label)
    }
    return task
}

/// The same, sorted by the first feature; the others rise or fall with it.
func sorted(_ sizes: Sizes, _ random: inout Random) -> Task {
    var task = blobs(sizes, &random)
    let columns = (0..<sizes.d).map { feature in
        let column = task.points.map { $0[feature] }.sorted()
        return feature % 2 == 1 ? column.reversed() : column
    }
    task.points = (0..<sizes.n).map { row in columns.map { $0[row] } }
    return task
}

/// Small integers: many equal values, few thresholds, and stumps that tie within a feature and between features.
func grid(_ sizes: Sizes, _ random: inout Random) -> Task {
    let width = 2 + sizes.n / 4
    var task = Task(points: [], labels: [], rounds: sizes.rounds)
    let share = random.uniform(0.25, 0.75)
    for _ in 0..<sizes.n {
        task.points.append((0..<sizes.d).map { _ in Double(2 * random.int(0...width) - width) })
        task.labels.append(random.uniform() < share ? 1 : -1)
    }
    return task
}

/// Each feature occurs again: reversed, shifted, or with a longer unit. The best stump is there several times, at thresholds that
/// do not rise with the features, and reversed ones have the other polarity.
func mirrored(_ sizes: Sizes, _ random: inout Random) -> Task {
    let half = Sizes(n: sizes.n, d: max(1, sizes.d / 2), rounds: sizes.rounds)
    var task = grid(half, &random)
    let sources = (0..<sizes.d).map { $0 < half.d ? $0 : random.int(0...(half.d - 1)) }
    let factors = (0..<sizes.d).map { $0 < half.d ? 1 : Double([-1, -1, -2, 1, 2][random.int(0...4)]) }
    let shifts = (0..<sizes.d).map { _ in Double(random.int(-20...20)) }
    let order = random.permutation(sizes.d)
    task.points = task.points.map { row in order.map { factors[$0] * row[sources[$0]] + shifts[$0] } }
    return task
}

/// Boosting that stops early, or never begins: after a stump without any error, at an error of 1/2, and without thresholds.
func stops(_ kind: Int, _ sizes: Sizes, _ random: inout Random) -> Task {
    var task = grid(sizes, &random)
    let chosen = random.int(0...(sizes.d - 1))
    switch kind % 5 {
    case 0:
        // One feature separates the labels.
        let cut = Double(random.int(-1...1))
        let polarity = random.int(0...1) == 0 ? 1 : -1
        task.points[0][chosen] = cut - 3
        task.points[1][chosen] = cut + 3
        task.labels = task.points.map { $0[chosen] > cut ? polarity : -polarity }
    case 1:
        // One feature with two values, the others constant: a second round finds an error of 1/2.
        task.points = task.points.map { _ in (0..<sizes.d).map { Double($0) } }
        let low = (sizes.n + 1) / 2
        for row in low..<sizes.n { task.points[row][chosen] += 1 }
        task.labels = task.points.indices.map { $0 < low ? -1 : 1 }
        task.labels[0] = 1
        if random.int(0...1) == 0 { task.labels = task.labels.map { -$0 } }
    case 2:
        // Exclusive or: every error is 1/2.
        let corners = [(0.0, 0.0, 1), (0, 1, -1), (1, 0, -1), (1, 1, 1)]
        let order = random.permutation(max(1, sizes.n / 4) * 4)
        task.points = order.map { place in
            (0..<sizes.d).map { [corners[place % 4].0, corners[place % 4].1, 3][$0 % 3] }
        }
        task.labels = order.map { corners[$0 % 4].2 }
        if sizes.d == 1 { task.points = task.points.map { _ in [4] } }
    case 3: task.points = task.points.map { _ in task.points[0] }
    default:
        task.points = [task.points[0]]
        task.labels = [task.labels[0]]
    }
    return task
}

/// One feature tells the labels, but for a few points: small errors.
func easy(_ sizes: Sizes, _ random: inout Random) -> Task {
    var task = blobs(sizes, &random)
    let chosen = random.int(0...(sizes.d - 1))
    let cut = task.points[random.int(0...(sizes.n - 1))][chosen]
    let polarity = random.int(0...1) == 0 ? 1 : -1
    task.labels = task.points.map { $0[chosen] > cut ? polarity : -polarity }
    for _ in 0..<random.int(1...3) {
        let row = random.int(0...(sizes.n - 1))
        task.labels[row] = -task.labels[row]
    }
    return task
}

/// Values that lie near to each other, far from 0: nothing but their order counts.
func scale(_ sizes: Sizes, _ random: inout Random) -> Task {
    var task = grid(sizes, &random)
    let units = (0..<sizes.d).map { _ in [1e-7, 1e-4, 1, 1e4][random.int(0...3)] }
    let offsets = units.map { Double(random.int(-9...9)) * min($0 * 1e7, 1e8) }
    task.points = task.points.map { row in row.indices.map { offsets[$0] + units[$0] * row[$0] } }
    return task
}

let arguments = GeneratorArguments()
let count = arguments.int("tasks", default: 1)
let sizes = Sizes(n: arguments.int("n"), d: arguments.int("d"), rounds: arguments.int("rounds"))
var random = Random(seed: arguments.seed)

func drawn(_ index: Int) -> Task {
    switch arguments.family {
    case "blobs": return blobs(sizes, &random)
    case "sorted": return sorted(sizes, &random)
    case "grid": return grid(sizes, &random)
    case "mirrored": return mirrored(sizes, &random)
    case "stops": return stops(index, sizes, &random)
    case "easy": return easy(sizes, &random)
    case "scale": return scale(sizes, &random)
    default: arguments.unknownFamily(known: ["blobs", "sorted", "grid", "mirrored", "stops", "easy", "scale"])
    }
}

var writer = Writer()
writer.line(count)
for index in 0..<count {
    var task = drawn(index)
    while !isFair(task) { task = drawn(index) }
    writer.matrix(task.points)
    writer.line(task.labels.count)
    writer.line(task.labels)
    writer.line(task.rounds)
}
writer.print()
