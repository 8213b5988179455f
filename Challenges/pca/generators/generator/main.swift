import ChallengeKit

/// `value`, to the nearest multiple of 1 / `steps`: short decimals make short inputs.
func rounded(_ value: Double, steps: Double = 1e4) -> Double {
    let result = (value * steps).rounded() / steps
    // Nothing but 0 is smaller than the statement's limit.
    return abs(result) < 1e-6 ? 0 : result
}

func dot(_ left: [Double], _ right: [Double]) -> Double {
    var sum = 0.0
    for index in left.indices { sum += left[index] * right[index] }
    return sum
}

/// Normal points with deviations that fall by a quarter from direction to direction, in random directions, around `centre`. No deviation
/// is below a hundredth of the first.
func factors(_ n: Int, _ d: Int, centre: [Double], using random: inout Random) -> [[Double]] {
    let directions = random.rotation(d)
    var deviations: [Double] = []
    for index in 0..<d { deviations.append(max(0.05, index == 0 ? 5 : 0.75 * deviations[index - 1])) }
    return (0..<n).map { _ in
        var point = centre
        for (direction, deviation) in zip(directions, deviations) {
            let part = deviation * random.normal()
            for j in 0..<d { point[j] += part * direction[j] }
        }
        return point.map { rounded($0) }
    }
}

/// Independent columns of about the same variance: all variances are close to each other.
func noise(_ n: Int, _ d: Int, using random: inout Random) -> [[Double]] {
    let centre = (0..<d).map { _ in random.uniform(-3, 3) }
    let scales = (0..<d).map { _ in random.uniform(0.9, 1.1) }
    return (0..<n).map { _ in (0..<d).map { rounded(centre[$0] + scales[$0] * random.normal()) } }
}

/// Whole-numbered combinations of half as many directions as there could be, so that the other variances are exactly 0. One column
/// is constant.
func lowRank(_ n: Int, _ d: Int, using random: inout Random) -> [[Double]] {
    let rank = max(1, min(n - 1, d) / 2)
    let directions = (0..<rank).map { _ in (0..<d).map { _ in Double(random.int(-3...3)) } }
    let constant = random.int(0...max(0, d - 1))
    return (0..<n).map { _ in
        var point = [Double](repeating: 0.1, count: d)
        for direction in directions {
            let part = Double(random.int(-4...4))
            for j in 0..<d where j != constant || d == 1 { point[j] += part * direction[j] }
        }
        return point.map { rounded($0, steps: 10) }
    }
}

/// Pairs of opposite points on orthogonal axes, in groups of three whose variances are exactly equal; the points that are left over
/// lie at the centre. The axes are turned by whole-numbered rotations (3, 4, 5), so that everything is exact.
func ties(_ n: Int, _ d: Int, using random: inout Random) -> [[Double]] {
    let axes = min(d, n / 2)
    let rounds = axes > 0 ? n / (2 * axes) : 0
    let centre = (0..<d).map { _ in Double(random.int(-20...20)) }
    var basis = (0..<d).map { row in (0..<d).map { $0 == row ? 1.0 : 0.0 } }
    for first in [0, 1] {
        for j in 0..<d {
            // Those that have no partner are stretched as well, so that all stay equally long.
            let isLeft = (j - first) % 2 == 0 && j >= first
            let partner = isLeft ? j + 1 : j - 1
            guard j >= first, partner < d, partner >= first else {
                for row in 0..<d { basis[row][j] *= 5 }
                continue
            }
            guard isLeft else { continue }
            for row in 0..<d {
                let (x, y) = (basis[row][j], basis[row][partner])
                (basis[row][j], basis[row][partner]) = (3 * x - 4 * y, 4 * x + 3 * y)
            }
        }
    }
    var length = Double(random.int(8...12)) * Double(1 + axes / 3)
    var points: [[Double]] = []
    for axis in 0..<axes {
        if axis % 3 == 0, axis > 0 { length -= 4 }
        for sign in [1.0, -1.0] {
            let point = (0..<d).map { centre[$0] + sign * length * basis[axis][$0] }
            points += [[Double]](repeating: point, count: rounds)
        }
    }
    points += [[Double]](repeating: centre, count: n - points.count)
    return random.permutation(n).map { points[$0] }
}

let arguments = GeneratorArguments()
var random = Random(seed: arguments.seed)
let n = arguments.int("n")
let d = arguments.int("d")
let k = min(arguments.int("k"), n, d)
let points: [[Double]]
switch arguments.family {
case "factors":
    points = factors(n, d, centre: (0..<d).map { _ in random.uniform(-9, 9) }, using: &random)
case "noise": points = noise(n, d, using: &random)
case "lowrank": points = lowRank(n, d, using: &random)
case "ties": points = ties(n, d, using: &random)
case "offset":
    // As far from zero as the limits allow, with room to spare.
    let distance = min(5e5, 5e7 / Double(n)) / Double(d).squareRoot()
    let centre = (0..<d).map { _ in distance * random.uniform(0.6, 1) * (random.int(0...1) == 0 ? -1 : 1) }
    points = factors(n, d, centre: centre, using: &random)
case "tiny":
    // Five decimals less: covariances are far below 1e-9.
    let plain = factors(n, d, centre: (0..<d).map { _ in random.uniform(-9, 9) }, using: &random)
    points = plain.map { point in point.map { rounded(1e-5 * $0, steps: 1e9) } }
case "duplicates":
    // Few different points, each many times.
    let different = factors(max(1, n / 5), d, centre: (0..<d).map { _ in random.uniform(-2, 2) }, using: &random)
    points = (0..<n).map { _ in different[random.int(0...different.count - 1)] }
default:
    arguments.unknownFamily(known: ["factors", "noise", "lowrank", "ties", "offset", "tiny", "duplicates"])
}
var writer = Writer()
writer.matrix(points)
writer.line(k)
writer.print()
