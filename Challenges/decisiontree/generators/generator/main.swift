import ChallengeKit

// Coordinates are written in units of 1/16, so that every midpoint is exact, and so that some values occur twice.
func rounded(_ value: Double) -> Double { (value * 16).rounded() / 16 }

/// A case: what the solution gets, and the queries' true labels for the validator.
struct Case {
    var points: [[Double]] = []
    var labels: [Int] = []
    var maxDepth: Int
    var queries: [[Double]] = []
    var truth: [Int] = []

    mutating func add(_ row: [Double], _ label: Int, asQuery: Bool) {
        if asQuery {
            queries.append(row)
            truth.append(label)
        } else {
            points.append(row)
            labels.append(label)
        }
    }

    func print() {
        var writer = Writer()
        writer.matrix(points)
        writer.line(labels.count)
        writer.line(labels)
        writer.line(maxDepth)
        writer.matrix(queries)
        writer.line(truth.count)
        writer.line(truth)
        writer.print()
    }
}

/// Three classes of three overlapping Gaussian clouds each, which differ along half of the features; one label in
/// ten is random. Trees that are too deep, too shallow or cut in other places answer many queries otherwise.
func blobs(_ n: Int, _ d: Int, _ maxDepth: Int, _ q: Int, _ random: inout Random) -> Case {
    var result = Case(maxDepth: maxDepth)
    let informative = Set(random.permutation(d).prefix((d + 1) / 2))
    let centres = (0..<9).map { _ in (0..<d).map { informative.contains($0) ? random.uniform(-2, 2) : 0 } }
    let scales = (0..<d).map { _ in random.uniform(20, 500) }
    let offsets = (0..<d).map { _ in random.uniform(-500, 500) }
    for index in 0..<(n + q) {
        let cloud = random.int(0...8)
        let row = (0..<d).map { rounded(offsets[$0] + scales[$0] * (centres[cloud][$0] + 0.5 * random.normal())) }
        let label = random.uniform() < 0.1 ? random.int(0...2) : cloud % 3
        result.add(row, label, asQuery: index >= n)
    }
    return result
}

/// Small integers, so that many points coincide, with labels that disagree; one feature is constant where there are
/// three or more. Queries lie on integers and halves, so that many of them equal a threshold or lie in a gap.
func grid(_ n: Int, _ d: Int, _ maxDepth: Int, _ q: Int, _ random: inout Random) -> Case {
    var result = Case(maxDepth: maxDepth)
    let constant = d > 2 ? random.int(0...(d - 1)) : -1
    // Even values are three times as frequent, and some nodes lack the odd ones: gaps of two.
    let values = [0, 2, 2, 2, 4, 4, 4, 6, 6, 6, 8, 8, 8, 3, 5, 7]
    let rules = (0..<5).map { _ in
        (feature: random.int(0...(d - 1)), cut: random.int(1...7), weight: random.int(1...3))
    }
    for index in 0..<(n + q) {
        let asQuery = index >= n
        let row = (0..<d).map { feature in
            if feature == constant { return 3.0 }
            return asQuery ? Double(random.int(-1...17)) / 2 : Double(values[random.int(0...15)])
        }
        let score = rules.reduce(0) { row[$1.feature] > Double($1.cut) ? $0 + $1.weight : $0 }
        let label = random.uniform() < 0.2 ? random.int(0...3) : score % 4
        result.add(row, label, asQuery: asQuery)
    }
    return result
}

/// One feature carries strips of labels 0, 1, 2, 0, …, each a little smaller than the one before. The best split
/// takes the first strip off, then the second, and so on: a chain as deep as the limit, with large nodes all the way.
func strips(_ n: Int, _ d: Int, _ maxDepth: Int, _ q: Int, _ random: inout Random) -> Case {
    var result = Case(maxDepth: maxDepth)
    let carrier = random.int(0...(d - 1))
    let direction = random.int(0...1) == 0 ? 1.0 : -1.0
    let shift = random.uniform(-300, 300)
    let count = maxDepth + 2 + maxDepth / 2
    let weights = (0..<count).map { 2 - Double($0) / Double(count) }
    let total = weights.reduce(0, +)
    var ends: [Double] = []
    var sum = 0.0
    for weight in weights {
        sum += weight
        ends.append(sum / total)
    }
    for index in 0..<(n + q) {
        let asQuery = index >= n
        // Points fill the shares evenly; queries also fall into the gaps between strips.
        let share = asQuery ? random.uniform() : (Double(index) + 0.5) / Double(n)
        let strip = ends.firstIndex { share < $0 } ?? count - 1
        let place = 20 * Double(strip) + (asQuery ? random.uniform(-3, 17) : random.uniform(0, 14))
        var row = (0..<d).map { _ in rounded(random.uniform(-400, 400)) }
        row[carrier] = rounded(shift + direction * place)
        result.add(row, strip % 3, asQuery: asQuery)
    }
    return result
}

/// Breast Cancer Wisconsin, standardised, rotated and scaled, with 399 of its 569 rows as points.
func cancer(_ maxDepth: Int, _ random: inout Random) -> Case {
    var result = Case(maxDepth: maxDepth)
    let table = cancerRows.split(separator: "\n").map { line in line.split(separator: " ").compactMap { Double($0) } }
    let d = table[0].count - 1
    let rotation = random.rotation(d)
    let scales = (0..<d).map { _ in random.uniform(50, 2000) }
    var columns: [[Double]] = []
    for feature in 0..<d {
        let column = table.map { $0[feature] }
        let mean = column.reduce(0, +) / Double(column.count)
        let deviation = (column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(column.count)).squareRoot()
        columns.append(column.map { ($0 - mean) / deviation })
    }
    for (index, row) in random.permutation(table.count).enumerated() {
        let turned = (0..<d).map { axis in
            rounded(scales[axis] * (0..<d).reduce(0) { $0 + rotation[axis][$1] * columns[$1][row] })
        }
        result.add(turned, Int(table[row][d]), asQuery: index >= 399)
    }
    return result
}

let arguments = GeneratorArguments()
let n = arguments.int("n")
let d = arguments.int("d")
let maxDepth = arguments.int("maxDepth")
let q = arguments.int("q")
var random = Random(seed: arguments.seed)
var result: Case
switch arguments.family {
case "blobs": result = blobs(n, d, maxDepth, q, &random)
case "grid": result = grid(n, d, maxDepth, q, &random)
case "strips": result = strips(n, d, maxDepth, q, &random)
case "cancer": result = cancer(maxDepth, &random)
default: arguments.unknownFamily(known: ["blobs", "grid", "strips", "cancer"])
}
// Rows in no order of their own.
let order = random.permutation(result.points.count)
result.points = order.map { [points = result.points] in points[$0] }
result.labels = order.map { [labels = result.labels] in labels[$0] }
result.print()
