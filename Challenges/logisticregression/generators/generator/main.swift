import ChallengeKit
import Glibc

/// A data set: rows of features, and a class for each.
struct Rows {
    var points: [[Double]] = []
    var labels: [Int] = []

    mutating func append(_ point: [Double], _ label: Int) {
        points.append(point)
        labels.append(label)
    }
}

/// A random vector of length 1.
func direction(_ size: Int, _ random: inout Random) -> [Double] {
    while true {
        let vector = (0..<size).map { _ in random.normal() }
        let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
        if length > 1e-3 { return vector.map { $0 / length } }
    }
}

func product(_ left: [Double], _ right: [Double]) -> Double {
    zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
}

/// Four decimals: short files that are quick to read, and the rate is computed from the very numbers that are written.
func short(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }

/// `value` with `digits` significant digits, towards 0.
func truncated(_ value: Double, digits: Int) -> Double {
    let power = digits - 1 - Int(floor(log10(value)))
    // Dividing by a power of ten, not multiplying by its inexact inverse, keeps the printed form short.
    let scale = pow(10, Double(abs(power)))
    return power >= 0 ? (value * scale).rounded(.down) / scale : (value / scale).rounded(.down) * scale
}

/// Two round clouds about three deviations apart, away from the origin, one class often more frequent.
func blobs(n: Int, d: Int, _ random: inout Random) -> Rows {
    let along = direction(d, &random)
    let offset = (0..<d).map { _ in random.uniform(-1, 1) }
    let share = random.uniform(0.3, 0.7)
    var rows = Rows()
    for _ in 0..<n {
        let label = random.uniform() < share ? 1 : 0
        let side = label == 1 ? 1.5 : -1.5
        rows.append((0..<d).map { short(offset[$0] + side * along[$0] + random.normal()) }, label)
    }
    return rows
}

/// Correlated features of uneven scale, classes drawn from a logistic model: no plane parts them.
///
/// Correlation tells a gradient step from one that moves feature after feature.
func overlapping(n: Int, d: Int, _ random: inout Random) -> Rows {
    let truth = direction(d, &random).map { 2 * $0 }
    let bias = random.uniform(-1, 1)
    let scales = (0..<d).map { _ in random.uniform(0.5, 2) }
    var rows = Rows()
    for _ in 0..<n {
        var latent: [Double] = []
        for column in 0..<d { latent.append(0.6 * (column > 0 ? latent[column - 1] : 0) + 0.8 * random.normal()) }
        let probability = 1 / (1 + exp(-(bias + product(truth, latent))))
        let label = random.uniform() < probability ? 1 : 0
        rows.append((0..<d).map { short(scales[$0] * latent[$0] + 0.5) }, label)
    }
    return rows
}

/// A plane off the centre parts the classes and leaves a gap, so that weights would grow for ever.
func separable(n: Int, d: Int, _ random: inout Random) -> Rows {
    let along = direction(d, &random)
    let threshold = random.uniform(-0.5, 0.5)
    var rows = Rows()
    while rows.points.count < n {
        let point = (0..<d).map { _ in short(random.normal()) }
        let distance = product(along, point) - threshold
        if abs(distance) > 0.2 { rows.append(point, distance > 0 ? 1 : 0) }
    }
    return rows
}

/// Few distinct points of small integers, each many times and with both labels.
func duplicates(n: Int, d: Int, _ random: inout Random) -> Rows {
    let places = (0..<max(1, min(8, n / 4))).map { _ in (0..<d).map { _ in Double(random.int(-3...3)) } }
    let shares = places.map { _ in [0.25, 0.5, 0.75][random.int(0...2)] }
    var rows = Rows()
    for _ in 0..<n {
        let place = random.int(0...places.count - 1)
        rows.append(places[place], random.uniform() < shares[place] ? 1 : 0)
    }
    return rows
}

/// Two far clouds with as many rows each, and the rate that gives every score at least 800 after the first step.
///
/// There every sigmoid is exactly 0 or 1 (or less than 1e-300 from it) and nothing moves any more, so that a rate far
/// above the stable ones cannot blow rounding errors up; what it tells apart are sigmoids that overflow at 709.
func steep(n: Int, d: Int, _ random: inout Random) -> (Rows, rate: Double) {
    while true {
        let along = direction(d, &random)
        var rows = Rows()
        for row in random.permutation(n) {
            let label = row % 2
            let side = (label == 1 ? 1.0 : -1.0) * random.uniform(2, 4)
            rows.append(along.map { short(side * $0 + 0.2 * random.normal() / Double(d).squareRoot()) }, label)
        }
        // The first step from zero moves along the mean of (y - 1/2) x.
        let signs = rows.labels.map { Double($0) - 0.5 }
        let weights = (0..<d).map { column in
            zip(signs, rows.points).reduce(0) { $0 + $1.0 * $1.1[column] } / Double(n)
        }
        let intercept = signs.reduce(0, +) / Double(n)
        let margins = zip(signs, rows.points).map { ($0 > 0 ? 1 : -1) * (intercept + product(weights, $1)) }
        if let least = margins.min(), least > 0.01 { return (rows, (810 / least).rounded(.up)) }
    }
}

/// Breast Cancer Wisconsin: some rows in random order, standardised, rotated and scaled.
func cancer(n: Int, _ random: inout Random) -> Rows {
    let lines = breastCancer.split(separator: "\n").map { $0.split(separator: " ").compactMap { Double($0) } }
    let rotation = random.rotation(10)
    let scale = random.uniform(0.5, 3)
    let count = Double(lines.count)
    let means = (1...10).map { column in lines.reduce(0) { $0 + $1[column] } / count }
    let deviations = (1...10).map { column in
        let mean = means[column - 1]
        return (lines.reduce(0) { $0 + ($1[column] - mean) * ($1[column] - mean) } / count).squareRoot()
    }
    var rows = Rows()
    for line in random.permutation(lines.count).prefix(n) {
        let standard = (0..<10).map { (lines[line][$0 + 1] - means[$0]) / deviations[$0] }
        rows.append(rotation.map { short(scale * product($0, standard)) }, Int(lines[line][0]))
    }
    return rows
}

/// A rate of 60 to 90 % of 1/L, where L is the largest eigenvalue of X'X / (4n) and X has a column of ones.
///
/// L is estimated from below by power iteration; up to 2/L descent stays stable, so there is room enough.
func stableRate(_ rows: Rows, _ random: inout Random) -> Double {
    let d = rows.points[0].count
    var vector = direction(d + 1, &random)
    var eigenvalue = 0.0
    for _ in 0..<60 {
        var image = [Double](repeating: 0, count: d + 1)
        for point in rows.points {
            var along = vector[d]
            for column in 0..<d { along += vector[column] * point[column] }
            for column in 0..<d { image[column] += along * point[column] }
            image[d] += along
        }
        eigenvalue = product(image, image).squareRoot()
        vector = image.map { $0 / eigenvalue }
    }
    return truncated(random.uniform(0.6, 0.9) * 4 * Double(rows.points.count) / eigenvalue, digits: 3)
}

let arguments = GeneratorArguments()
let n = arguments.int("n")
let d = arguments.int("d", default: 10)
var iterations = arguments.int("iterations")
var random = Random(seed: arguments.seed)

var rows = Rows()
var rate: Double?
switch arguments.family {
case "blobs": rows = blobs(n: n, d: d, &random)
case "overlapping": rows = overlapping(n: n, d: d, &random)
case "separable": rows = separable(n: n, d: d, &random)
case "duplicates": rows = duplicates(n: n, d: d, &random)
case "steep":
    (rows, rate) = steep(n: n, d: d, &random)
    iterations = min(iterations, 10)
case "cancer": rows = cancer(n: n, &random)
default:
    arguments.unknownFamily(known: ["blobs", "overlapping", "separable", "duplicates", "steep", "cancer"])
}

var writer = Writer()
writer.matrix(rows.points)
writer.line(rows.labels.count)
writer.line(rows.labels)
writer.line(rate ?? stableRate(rows, &random))
writer.line(iterations)
writer.print()
