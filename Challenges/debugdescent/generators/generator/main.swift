import ChallengeKit

/// Keeps three decimals: short text, which is read fast.
func shortened(_ value: Double) -> Double { (value * 1e3).rounded() / 1e3 }

let arguments = GeneratorArguments()
let n = arguments.int("n")
let d = arguments.int("d")
let steps = arguments.int("steps")
var random = Random(seed: arguments.seed)

/// A feature far enough from zero that none is 0 by chance.
func value() -> Double {
    while true {
        let value = shortened(random.normal())
        if abs(value) >= 0.02 { return value }
    }
}

/// Rows whose features have mean 0: each comes with its opposite, and a last one alone is 0.
func balancedRows() -> [[Double]] {
    var rows: [[Double]] = []
    while rows.count + 1 < n {
        let row = (0..<d).map { _ in value() }
        rows += [row, row.map { -$0 }]
    }
    if rows.count < n { rows.append([Double](repeating: 0, count: d)) }
    rows.shuffle(using: &random)
    return rows
}

/// Rows whose features have means of their own.
func shiftedRows() -> [[Double]] {
    let means = (0..<d).map { _ in (random.int(0...1) == 0 ? -1 : 1) * random.uniform(1, 3) }
    return (0..<n).map { _ in means.map { shortened($0 + 0.7 * value()) } }
}

let points: [[Double]]
var penalty = 0.0
switch arguments.family {
case "shifted": points = shiftedRows()
case "balanced":
    points = balancedRows()
    penalty = shortened(random.uniform(0.2, 1))
case "long": points = balancedRows()
case "general":
    points = shiftedRows()
    penalty = shortened(random.uniform(0.05, 0.5))
default: arguments.unknownFamily(known: ["shifted", "balanced", "long", "general"])
}
let truth = (0..<d).map { _ in random.uniform(0.5, 2) * (random.int(0...1) == 0 ? -1 : 1) }
let base = random.uniform(2, 6) * (random.int(0...1) == 0 ? -1 : 1)
let targets = points.map { point in
    shortened(zip(point, truth).reduce(base) { $0 + $1.0 * $1.1 } + 0.3 * random.normal())
}
let square = points.joined().reduce(0) { $0 + $1 * $1 } / Double(n)
// Rounded down, so that the product stays below 1.
let rate = (random.uniform(0.4, 0.9) / (1 + penalty + square) * 1e6).rounded(.down) / 1e6

var writer = Writer()
writer.matrix(points)
writer.line(targets.count)
writer.line(targets)
writer.line(penalty)
writer.line(rate)
writer.line(steps)
writer.print()
