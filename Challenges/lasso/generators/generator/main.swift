import ChallengeKit
import Glibc

/// Keeps four decimals: short text, which is read fast.
func shortened(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }

/// Keeps about four digits of a penalty, whatever its size.
func rounded(_ value: Double) -> Double {
    let unit = pow(10, 3 - log10(value).rounded(.down))
    return (value * unit).rounded() / unit
}

/// A problem by its centred columns, for choosing penalties that make coordinate descent converge in time.
struct Descent {
    let columns: [[Double]]
    let squares: [Double]
    let targets: [Double]
    /// The mean square of the centred targets, its root.
    let spread: Double

    init(columns: [[Double]], targets: [Double]) {
        func centred(_ values: [Double]) -> [Double] {
            let mean = values.reduce(0, +) / Double(values.count)
            return values.map { $0 - mean }
        }
        self.columns = columns.map { column in
            column.allSatisfy { $0 == column[0] } ? column.map { _ in 0 } : centred(column)
        }
        self.targets = centred(targets)
        let count = Double(targets.count)
        squares = self.columns.map { column in column.reduce(0) { $0 + $1 * $1 } / count }
        spread = (self.targets.reduce(0) { $0 + $1 * $1 } / count).squareRoot()
    }

    func product(_ j: Int, _ residuals: [Double]) -> Double {
        var sum = 0.0
        for (value, residual) in zip(columns[j], residuals) { sum += value * residual }
        return sum / Double(targets.count)
    }

    /// Whether `sweeps` sweeps in this order meet the conditions with a five-hundredth of the tolerance.
    func converges(_ order: [Int], l1: Double, l2: Double, sweeps: Int) -> Bool {
        var residuals = targets
        var weights = [Double](repeating: 0, count: columns.count)
        for _ in 0..<sweeps {
            for j in order where squares[j] + l2 > 0 {
                let pull = product(j, residuals) + squares[j] * weights[j]
                let weight = (max(pull - l1, 0) - max(-pull - l1, 0)) / (squares[j] + l2)
                let change = weight - weights[j]
                weights[j] = weight
                if change != 0 {
                    for (i, value) in columns[j].enumerated() { residuals[i] -= change * value }
                }
            }
        }
        return order.allSatisfy { j in
            let slope = product(j, residuals) - l2 * weights[j]
            let wanted = weights[j] > 0 ? l1 : weights[j] < 0 ? -l1 : max(-l1, min(l1, slope))
            return abs(slope - wanted) <= 2e-10 * squares[j].squareRoot() * spread
        }
    }
}

let arguments = GeneratorArguments()
let n = arguments.int("n")
let d = arguments.int("d")
let sweeps = arguments.int("sweeps")
var random = Random(seed: arguments.seed)

// Features of different scales, so that penalties on standardised features show, and of different means.
let isCorrelated = ["elastic", "duplicates", "slow"].contains(arguments.family)
let distance = arguments.family == "offset" ? 3000.0 : 2.0
let scales = (0..<d).map { _ in exp(random.uniform(-0.8, 0.8)) }
let means = (0..<d).map { scales[$0] * random.uniform(0.5, 1) * distance * ($0 % 2 == 0 ? 1 : -1) }
var columns = (0..<d).map { _ in (0..<n).map { _ in random.normal() } }
if isCorrelated {
    // Neighbours are alike, or alike with the opposite sign.
    for j in stride(from: 1, to: d, by: 2) {
        let likeness = arguments.family == "slow" ? random.uniform(0.975, 0.985) : random.uniform(0.3, 0.6)
        let share = likeness * (random.int(0...1) == 0 ? 1 : -1)
        for i in 0..<n { columns[j][i] = share * columns[j - 1][i] + (1 - share * share).squareRoot() * columns[j][i] }
    }
}
for j in 0..<d { columns[j] = columns[j].map { shortened(means[j] + scales[j] * $0) } }

// About half of the features matter, with both signs; others have true weights of 0.
var targets = (0..<n).map { _ in 5 + 0.7 * random.normal() }
for j in 0..<d where j < 2 || random.int(0...1) == 0 {
    let weight = random.uniform(0.6, 1.8) / scales[j] * (j % 3 == 1 ? -1 : 1)
    for i in 0..<n { targets[i] += weight * (columns[j][i] - means[j]) }
}
if arguments.family == "offset" { targets = targets.map { $0 + 4000 } }
targets = targets.map { shortened($0) }

if arguments.family == "duplicates" {
    // Every third feature is one of those before again: itself, its opposite, in another unit, or a constant.
    for j in stride(from: 2, to: d, by: 3) {
        let source = columns[j - 1 - random.int(0...1)]
        switch j / 3 % 4 {
        case 0: columns[j] = source
        case 1: columns[j] = source.map { -$0 }
        case 2: columns[j] = source.map { 2 * $0 + 1 }
        default: columns[j] = source.map { _ in 0.1 }
        }
    }
}

// Other units for all features, by powers of two, so that decimals stay what they are; features far smaller or larger than 1.
if arguments.family == "units" {
    let unit = random.int(0...1) == 0 ? 0x1p-17 : 0x1p14
    columns = columns.map { $0.map { $0 * unit } }
}

// Penalties rise until plain coordinate descent needs clearly less than all sweeps, in either direction.
let descent = Descent(columns: columns, targets: targets)
let largest = (0..<d).map { abs(descent.product($0, descent.targets)) }.max() ?? 0
let meanSquare = descent.squares.reduce(0, +) / Double(d)
var l1 = rounded(largest * random.uniform(0.06, 0.15))
var l2 = rounded(meanSquare * random.uniform(0.1, 0.3))
switch arguments.family {
case "sparse", "units": l2 = 0
case "ridge": l1 = 0
case "slow": (l1, l2) = (0, rounded(meanSquare * random.uniform(0.0005, 0.001)))
case "elastic", "offset": break
case "duplicates": if random.int(0...1) == 0 { l2 = 0 }
case "silent": l1 = rounded(largest * random.uniform(1.1, 1.5) + 0.001)
default:
    arguments.unknownFamily(known: ["sparse", "ridge", "elastic", "duplicates", "offset", "silent", "units", "slow"])
}
let forth = Array(0..<d)
let few = max(1, sweeps * 3 / 4)
while !descent.converges(forth, l1: l1, l2: l2, sweeps: few)
    || !descent.converges(forth.reversed(), l1: l1, l2: l2, sweeps: few)
{
    // Where there are both, it is l2 that conditions the problem; a large l1 would leave no weights to look at.
    if l2 > 0 { l2 = rounded(l2 * 1.3) } else { l1 = rounded(l1 * 1.3) }
}

var writer = Writer()
writer.matrix((0..<n).map { i in columns.map { $0[i] } })
writer.line(targets.count)
writer.line(targets)
writer.line(l1)
writer.line(l2)
writer.line(sweeps)
writer.print()
