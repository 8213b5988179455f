import ChallengeKit
import Glibc

/// One input, before it is written.
struct Problem {
    var points: [[Double]] = []
    var labels: [Int] = []
    var queries: [[Double]] = []
    var smoothing = 0.01
}

/// The sizes that the command line asks for.
struct Sizes {
    let n: Int
    let d: Int
    let q: Int
    let c: Int
}

/// Keeps four decimals: short text, and exactly the numbers that the margins were checked on.
func shortened(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }

/// The model that the statement asks for; only used to see that queries are clear.
struct Model {
    private var classes: [(constant: Double, means: [Double], variances: [Double])] = []

    init(_ problem: Problem) {
        func moments(_ rows: [[Double]]) -> (means: [Double], variances: [Double]) {
            var means = rows[0].map { _ in 0.0 }
            var variances = means
            for row in rows { for j in row.indices { means[j] += row[j] } }
            for j in means.indices { means[j] /= Double(rows.count) }
            for row in rows { for j in row.indices { variances[j] += (row[j] - means[j]) * (row[j] - means[j]) } }
            return (means, variances.map { $0 / Double(rows.count) })
        }
        let largest = moments(problem.points).variances.max()!
        let epsilon = problem.smoothing * (largest > 0 ? largest : 1)
        var members: [Int: [[Double]]] = [:]
        for (point, label) in zip(problem.points, problem.labels) { members[label, default: []].append(point) }
        for (_, rows) in members.sorted(by: { $0.key < $1.key }) {
            let (means, raw) = moments(rows)
            let variances = raw.map { $0 + epsilon }
            let logs = variances.reduce(0) { $0 + log(2 * .pi * $1) }
            classes.append((log(Double(rows.count) / Double(problem.points.count)) - 0.5 * logs, means, variances))
        }
    }

    /// Whether every class is either exactly as probable as the best or clearly less so.
    func isClear(_ query: [Double]) -> Bool {
        let joints = classes.map { fitted in
            var sum = 0.0
            for j in query.indices {
                let difference = query[j] - fitted.means[j]
                sum += difference * difference / fitted.variances[j]
            }
            return fitted.constant - 0.5 * sum
        }
        let best = joints.max()!
        return best > -1e5 && joints.allSatisfy { $0 == best || $0 < best - 2e-4 }
    }
}

/// `count` different labels that are neither contiguous nor sorted; now and then one is huge.
func distinctLabels(_ count: Int, _ random: inout Random) -> [Int] {
    var labels: Set<Int> = []
    var order: [Int] = []
    while order.count < count {
        let label = random.int(0...9) == 0 ? random.int(0...1_000_000_000) : random.int(0...(8 * count))
        if labels.insert(label).inserted { order.append(label) }
    }
    return order
}

/// A smoothing factor from 0.001 to 0.3, large enough to show in every probability.
func drawSmoothing(_ random: inout Random) -> Double {
    (exp(random.uniform(log(0.001), log(0.3))) * 1e6).rounded() / 1e6
}

/// Puts the points in random order.
func shuffle(_ problem: inout Problem, _ random: inout Random) {
    let order = random.permutation(problem.points.count)
    problem.points = order.map { [points = problem.points] in points[$0] }
    problem.labels = order.map { [labels = problem.labels] in labels[$0] }
}

/// Adds queries that are clear.
func finish(_ problem: inout Problem, _ q: Int, _ random: inout Random, _ draw: (inout Random) -> [Double]) {
    let model = Model(problem)
    for _ in 0..<q {
        var query = draw(&random)
        var tries = 1
        while !model.isClear(query) {
            guard tries < 10_000 else { fatalError("no clear query was found") }
            query = draw(&random)
            tries += 1
        }
        problem.queries.append(query)
    }
}

/// Overlapping clouds of unequal sizes and spreads. Queries lie between them, so that probabilities are seldom 0 or 1.
/// In many features the clouds lie as close together as needed for that, while densities underflow.
func clouds(_ sizes: Sizes, offset: Bool, _ random: inout Random) -> Problem {
    let names = distinctLabels(sizes.c, &random)
    let nearness = 1 / Double(sizes.d).squareRoot()
    let units = (0..<sizes.d).map { _ in exp(random.uniform(log(0.5), log(offset ? 4 : 50))) }
    let shifts = units.map { unit in
        offset
            ? (random.uniform(2e6, 6e6) * (random.int(0...1) == 0 ? 1 : -1)).rounded() : unit * random.uniform(-3, 3)
    }
    let centres = names.map { _ in (0..<sizes.d).map { _ in 2 * nearness * random.normal() } }
    let spreads = names.map { _ in (0..<sizes.d).map { _ in exp(0.6 * nearness * random.normal()) } }
    // Far from zero numbers are quarters, so that their sums are exact and any loss is the variance's.
    func place(_ value: Double) -> Double { offset ? (value * 4).rounded() / 4 : shortened(value) }
    var problem = Problem()
    problem.smoothing = drawSmoothing(&random)
    let shares = names.map { _ in 0.1 + random.uniform() * random.uniform() }
    let total = shares.reduce(0, +)
    var ends: [Double] = []
    for share in shares { ends.append((ends.last ?? 0) + share / total) }
    for index in 0..<sizes.n {
        let toss = random.uniform()
        let k = index < sizes.c ? index : ends.firstIndex { toss < $0 } ?? sizes.c - 1
        problem.points.append(
            (0..<sizes.d).map { place(shifts[$0] + units[$0] * (centres[k][$0] + spreads[k][$0] * random.normal())) })
        problem.labels.append(names[k])
    }
    shuffle(&problem, &random)
    finish(&problem, sizes.q, &random) { random in
        let a = centres[random.int(0...(sizes.c - 1))]
        let b = centres[random.int(0...(sizes.c - 1))]
        let share = random.uniform()
        return (0..<sizes.d).map { j in
            place(shifts[j] + units[j] * (share * a[j] + (1 - share) * b[j] + 0.8 * random.normal()))
        }
    }
    return problem
}

/// Classes of a single point, features that are constant in some classes and one that is constant in all.
func single(_ sizes: Sizes, _ random: inout Random) -> Problem {
    let names = distinctLabels(sizes.c, &random)
    let centres = names.map { _ in (0..<sizes.d).map { _ in Double(random.int(-6...6)) } }
    var problem = Problem()
    problem.smoothing = drawSmoothing(&random)
    let constant = sizes.d > 1 ? random.int(0...(sizes.d - 1)) : -1
    // The last third of the classes has one point each.
    let crowds = max(1, sizes.c - sizes.c / 3)
    for index in 0..<sizes.n {
        let k = index < sizes.c ? index : random.int(0...(crowds - 1))
        problem.points.append(
            (0..<sizes.d).map { j in
                if j == constant { return 3 }
                return (j + k) % 3 == 0 ? centres[k][j] : shortened(centres[k][j] + 2 * random.normal())
            })
        problem.labels.append(names[k])
    }
    shuffle(&problem, &random)
    finish(&problem, sizes.q, &random) { random in
        let a = centres[random.int(0...(sizes.c - 1))]
        let b = centres[random.int(0...(sizes.c - 1))]
        let share = random.uniform()
        return (0..<sizes.d).map { j in
            j == constant ? 3 + 0.5 * Double(random.int(-1...1)) : shortened(share * a[j] + (1 - share) * b[j])
        }
    }
    return problem
}

/// Pairs of classes with the same points in the same order, so that queries tie exactly, whatever the order of sums.
///
/// Small integers, and a power of two of them in a class, make means and variances exact on top of that.
func twins(_ sizes: Sizes, _ random: inout Random) -> Problem {
    let names = distinctLabels(sizes.c, &random)
    var size = 1
    while 2 * size * sizes.c <= sizes.n, size < 512 { size *= 2 }
    func crowd(_ count: Int) -> [[Double]] {
        let centre = (0..<sizes.d).map { _ in random.int(-8...8) }
        return (0..<count).map { _ in centre.map { Double($0 + random.int(-3...3)) } }
    }
    var members: [Int: [[Double]]] = [:]
    var previous: [[Double]] = []
    for k in 0..<sizes.c {
        if k % 2 == 0 { previous = crowd(size) }
        members[names[k]] = previous
    }
    // The rest of the points goes to one more class, without a twin, whose label lies among the others.
    var label = names[0] / 2 + 1
    while names.contains(label) { label += 1 }
    members[label] = crowd(sizes.n - size * sizes.c)

    var problem = Problem()
    problem.smoothing = drawSmoothing(&random)
    let all = members.sorted { $0.key < $1.key }.flatMap { entry in entry.value.map { _ in entry.key } }
    problem.labels = random.permutation(all.count).map { all[$0] }
    // In every other pair the larger label occurs first, in the others the smaller: neither rule is right by chance.
    for pair in 0..<(sizes.c / 2) {
        let low = min(names[2 * pair], names[2 * pair + 1])
        let high = max(names[2 * pair], names[2 * pair + 1])
        let first = problem.labels.first { $0 == low || $0 == high }
        if first == (pair % 2 == 0 ? high : low) { continue }
        problem.labels = problem.labels.map { $0 == low ? high : $0 == high ? low : $0 }
    }
    var used: [Int: Int] = [:]
    for label in problem.labels {
        problem.points.append(members[label]![used[label, default: 0]])
        used[label, default: 0] += 1
    }
    // Queries lie near the pairs in turn, so that each of them wins some.
    var turn = 0
    finish(&problem, sizes.q, &random) { random in
        turn += 1
        let crowd = members[names[2 * turn % sizes.c]]!
        return crowd[random.int(0...(crowd.count - 1))].map { $0 + Double(random.int(-2...2)) }
    }
    return problem
}

let arguments = GeneratorArguments()
let sizes = Sizes(
    n: arguments.int("n"), d: arguments.int("d"), q: arguments.int("q"),
    c: min(arguments.int("c"), arguments.int("n")))
var random = Random(seed: arguments.seed)
let problem: Problem
switch arguments.family {
case "clouds", "wide": problem = clouds(sizes, offset: false, &random)
case "far": problem = clouds(sizes, offset: true, &random)
case "single": problem = single(sizes, &random)
case "twins": problem = twins(sizes, &random)
default: arguments.unknownFamily(known: ["clouds", "wide", "far", "single", "twins"])
}

var writer = Writer()
writer.matrix(problem.points)
writer.line(problem.labels.count)
writer.line(problem.labels)
// Written by hand: without queries the number of columns must still be that of the points.
writer.line([problem.queries.count, sizes.d])
for query in problem.queries { writer.line(query) }
writer.line(problem.smoothing)
writer.print()
