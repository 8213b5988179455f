import ChallengeKit
import Glibc

/// One input: rows of features, and a target for each row.
struct Problem {
    var points: [[Double]] = []
    var targets: [Double] = []

    func print() {
        var writer = Writer()
        writer.matrix(points)
        writer.line(targets.count)
        writer.line(targets)
        writer.print()
    }
}

/// `value`, to the nearest multiple of 1 / `steps`: short decimals make short inputs.
func rounded(_ value: Double, steps: Double = 1e4) -> Double { (value * steps).rounded() / steps }

func transposed(_ columns: [[Double]]) -> [[Double]] {
    columns[0].indices.map { row in columns.map { $0[row] } }
}

func dot(_ left: [Double], _ right: [Double]) -> Double {
    var sum = 0.0
    for index in left.indices { sum += left[index] * right[index] }
    return sum
}

/// `count` orthonormal columns of length `n` that are orthogonal to the column of ones too; `count` is below `n`.
func orthonormalColumns(_ count: Int, length n: Int, using random: inout Random) -> [[Double]] {
    var basis = [[Double](repeating: 1 / Double(n).squareRoot(), count: n)]
    while basis.count <= count {
        var column = (0..<n).map { _ in random.normal() }
        for _ in 0..<2 {
            for other in basis {
                let along = dot(column, other)
                for row in 0..<n { column[row] -= along * other[row] }
            }
        }
        let length = dot(column, column).squareRoot()
        if length > 1e-3 { basis.append(column.map { $0 / length }) }
    }
    return Array(basis.dropFirst())
}

/// Independent normal features of different means and scales, a linear target with noise; some true weights are 0.
func gaussian(n: Int, d: Int, using random: inout Random) -> Problem {
    var problem = Problem()
    let scales = (0..<d).map { _ in exp(random.uniform(-2, 2)) }
    let means = scales.map { $0 * random.uniform(-3, 3) }
    let weights = scales.map { random.uniform() < 0.2 ? 0 : random.uniform(-2, 2) / $0 }
    let intercept = random.uniform(-10, 10)
    for _ in 0..<n {
        let point = (0..<d).map { rounded(means[$0] + scales[$0] * random.normal()) }
        problem.points.append(point)
        problem.targets.append(rounded(intercept + dot(weights, point) + 0.5 * random.normal()))
    }
    return problem
}

/// Half of the columns are independent; the others are copies, combinations and changes of unit of those, or constant.
///
/// The independent ones are multiples of 1/16, so that copies and whole-numbered combinations are exactly dependent;
/// the others are dependent up to rounding.
func collinear(n: Int, d: Int, using random: inout Random) -> Problem {
    let independent = max(1, d / 2)
    var columns = (0..<independent).map { _ in (0..<n).map { _ in (16 * random.normal()).rounded() / 16 } }
    while columns.count < d {
        let first = columns[random.int(0...independent - 1)]
        let second = columns[random.int(0...independent - 1)]
        switch (columns.count - independent) % 5 {
        case 0: columns.append(first)
        case 1: columns.append(zip(first, second).map { 2 * $0 - $1 })
        case 2: columns.append(first.map { 1.8 * $0 + 32 })
        case 3: columns.append(first.map { _ in 2.5 })
        default:
            let share = random.uniform(0.2, 0.8)
            columns.append(zip(first, second).map { share * $0 + (1 - share) * $1 + 1 })
        }
    }
    var targets = (0..<n).map { _ in 3 + random.normal() }
    for column in columns {
        let weight = random.uniform(-1, 1)
        for row in 0..<n { targets[row] += weight * column[row] }
    }
    let order = random.permutation(d)
    return Problem(points: transposed(order.map { columns[$0] }), targets: targets.map { rounded($0) })
}

/// Features with singular values from 1 down to 1 / condition in a geometric series, in random directions.
///
/// The targets vary along every direction: by about as much as the targets do along the strong ones, and by three
/// times the noise along the weak ones. So leaving a weak direction out shows, and yet methods that square the
/// condition number lose less than the tolerance.
func illConditioned(n: Int, d: Int, condition: Double, using random: inout Random) -> Problem {
    let rank = min(d, n - 1)
    if rank == 0 { return gaussian(n: n, d: d, using: &random) }
    let noise = 0.1
    let directions = orthonormalColumns(rank, length: n, using: &random)
    let mixing = random.rotation(d)
    var columns = (0..<d).map { _ in [Double](repeating: random.uniform(-1, 1), count: n) }
    var targets = (0..<n).map { _ in 5 + noise * random.normal() }
    let size = Double(n * d).squareRoot()
    for (index, direction) in directions.enumerated() {
        let value = rank == 1 ? 1 : pow(condition, -Double(index) / Double(rank - 1))
        let share = value > 0.03 ? Double(n).squareRoot() * random.uniform(0.5, 1.5) : 3 * noise
        let signed = random.uniform() < 0.5 ? -share : share
        for row in 0..<n {
            targets[row] += signed * direction[row]
            for feature in 0..<d { columns[feature][row] += size * value * mixing[index][feature] * direction[row] }
        }
    }
    return Problem(points: transposed(columns), targets: targets)
}

/// Fewer independent directions than features, so that a whole subspace of weights is best.
///
/// With n at most d / 2 there are fewer rows than features and the fit is exact; with more, the rows are random
/// mixtures of a few directions, and no feature by itself is a copy or combination of two others. Half as many of
/// either keep the condition number small: a square random matrix may have any.
func wide(n: Int, d: Int, using random: inout Random) -> Problem {
    var points = (0..<n).map { _ in (0..<d).map { _ in rounded(2 + random.normal()) } }
    if 2 * n > d {
        let rank = max(1, min(n, d) / 2)
        let directions = (0..<rank).map { _ in (0..<d).map { _ in rounded(random.normal()) } }
        for row in 0..<n {
            let parts = (0..<rank).map { _ in rounded(random.normal()) }
            points[row] = (0..<d).map { feature in
                zip(parts, directions).reduce(2) { $0 + $1.0 * $1.1[feature] }
            }
        }
    }
    return Problem(points: points, targets: points.map { rounded($0[0] - $0[d - 1] + 2 * random.normal()) })
}

/// Features and targets around a million that vary by less than a tenth: ten million deviations from zero.
///
/// For n above d only: with fewer rows the rounding of values this large would blur what is exactly dependent.
func offset(n: Int, d: Int, using random: inout Random) -> Problem {
    var problem = Problem()
    let means = (0..<d).map { _ in (random.uniform() < 0.3 ? -1e6 : 1e6) * random.uniform(0.8, 1.2) }
    let scales = (0..<d).map { _ in random.uniform(0.05, 0.1) }
    let weights = (0..<d).map { _ in random.uniform(0.5, 2) * (random.uniform() < 0.5 ? -1 : 1) }
    let level = 1e6 * random.uniform(0.8, 1.2)
    for _ in 0..<n {
        let deviations = scales.map { rounded($0 * random.normal(), steps: 1e6) }
        problem.points.append(zip(means, deviations).map { rounded($0 + $1, steps: 1e6) })
        problem.targets.append(rounded(level + dot(weights, deviations) + 0.05 * random.normal(), steps: 1e6))
    }
    return problem
}

/// One of the wine data's columns from the other twelve: standardised, rotated, scaled and shifted; rows permuted.
func wine(using random: inout Random) -> Problem {
    let order = random.permutation(Wine.rows.count)
    let rows = order.map { Wine.rows[$0] }
    let columns = transposed(rows).map { column -> [Double] in
        let mean = column.reduce(0, +) / Double(column.count)
        let centred = column.map { $0 - mean }
        let deviation = (dot(centred, centred) / Double(column.count)).squareRoot()
        return centred.map { $0 / deviation }
    }
    let chosen = random.int(0...columns.count - 1)
    let features = transposed(columns.indices.filter { $0 != chosen }.map { columns[$0] })
    let rotation = random.rotation(columns.count - 1)
    let scales = rotation.map { _ in exp(random.uniform(-4, 4)) }
    let shifts = scales.map { $0 * random.uniform(-3, 3) }
    let scale = exp(random.uniform(-4, 4))
    let shift = scale * random.uniform(-3, 3)
    return Problem(
        points: features.map { row in
            rotation.indices.map { shifts[$0] + scales[$0] * dot(rotation[$0], row) }
        },
        targets: columns[chosen].map { shift + scale * $0 })
}

let arguments = GeneratorArguments()
var random = Random(seed: arguments.seed)
let n = arguments.int("n", default: 178)
let d = arguments.int("d", default: 12)
switch arguments.family {
case "gaussian": gaussian(n: n, d: d, using: &random).print()
case "collinear": collinear(n: n, d: d, using: &random).print()
case "illconditioned":
    let condition = arguments.int("condition", default: 300_000)
    illConditioned(n: n, d: d, condition: Double(condition), using: &random).print()
case "wide": wide(n: n, d: d, using: &random).print()
case "offset": offset(n: n, d: d, using: &random).print()
case "wine": wine(using: &random).print()
default:
    arguments.unknownFamily(known: ["gaussian", "collinear", "illconditioned", "wide", "offset", "wine"])
}
