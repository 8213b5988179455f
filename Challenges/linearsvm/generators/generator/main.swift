import ChallengeKit
import Glibc

/// Keeps four decimals: short text, which is read fast.
func shortened(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }

let arguments = GeneratorArguments()
let n = arguments.int("n")
let d = arguments.int("d")
let steps = arguments.int("steps")
var random = Random(seed: arguments.seed)

// Two clouds, each on its side of a plane; about two fifths of the points are positive. What they are apart by, in deviations, makes that
// many steps find nothing to correct (separable) or only some do.
var apart = 1.6
var shift = 0.3
let projects = ["projected", "zeros"].contains(arguments.family)
switch arguments.family {
case "separable": apart = 6
case "overlapping", "oneclass", "exact": break
case "projected", "zeros": apart = 2.5
case "offset": (apart, shift) = (4, 3)
default:
    arguments.unknownFamily(known: ["separable", "overlapping", "projected", "offset", "oneclass", "zeros", "exact"])
}
var direction = (0..<d).map { _ in random.normal() + 0.1 }
let length = direction.reduce(0) { $0 + $1 * $1 }.squareRoot()
direction = direction.map { $0 / length }
// Features shrink with their number, so that the length of a point does not depend on it.
let size = 1 / Double(d).squareRoot()
let unit = projects ? 1.2 : 0.3
var labels = (0..<n).map { $0 < 2 ? $0 : random.uniform() < 0.4 ? 1 : 0 }
if arguments.family == "oneclass" { labels = [Int](repeating: random.int(0...1), count: n) }
var points = labels.map { label -> [Double] in
    let side = (label == 1 ? 0.5 : -0.5) * apart + shift
    return (0..<d).map { j in shortened(unit * (side * direction[j] + size * random.normal())) }
}
// A small lambda makes first steps long. With projection it is larger, so that the projection shortens more than the first of them.
var lambda = shortened(projects ? random.uniform(0.1, 0.4) : random.uniform(0.02, 0.08))

// What the order begins with, if that is not left to chance.
var beginning: [Int] = []
if arguments.family == "zeros" {
    // Points at the origin push the bias alone: there are no weights yet that could be projected.
    for i in stride(from: 0, to: n, by: 3) { points[i] = points[i].map { _ in 0 } }
    beginning = [0]
}
if arguments.family == "exact" {
    // Point 0 comes first, and point 1 then has a margin of exactly 1, which whole numbers and a power of two give without rounding.
    lambda = [0.5, 1, 2][random.int(0...2)]
    points[0] = (0..<d).map { $0 == 0 ? 1 : Double(random.int(-3...3)) }
    points[1] = (0..<d).map { _ in Double(random.int(-3...3)) }
    let sign = labels[0] == 1 ? 1.0 : -1.0
    var rest = sign
    for j in 1..<max(d, 1) { rest += sign * points[0][j] * points[1][j] }
    points[1][0] = sign * ((labels[1] == 1 ? lambda : -lambda) - rest)
    beginning = [0, 1]
}

/// The steps, taken along, to choose an order in which no margin is near 1: there rounding would decide.
var weights = [Double](repeating: 0, count: d)
var bias = 0.0
var order: [Int] = []
for step in 0..<steps {
    let t = Double(step + 1)
    var row = 0
    var margin = 0.0
    var distance = 0.0
    var tries = 0
    repeat {
        // With few points the order also repeats some, and some never come.
        row = step < beginning.count ? beginning[step] : random.int(0...n - 1)
        var score = bias
        var magnitude = abs(bias) + 1
        for j in 0..<d {
            score += weights[j] * points[row][j]
            magnitude += abs(weights[j] * points[row][j])
        }
        margin = labels[row] == 1 ? score : -score
        distance = abs(margin - 1) / magnitude
        tries += 1
    } while distance < 1e-5 && tries < 1000 && step >= beginning.count
    order.append(row)
    let sign = labels[row] == 1 ? 1.0 : -1.0
    let push = margin < 1 ? sign / (lambda * t) : 0
    for j in 0..<d { weights[j] = (1 - 1 / t) * weights[j] + push * points[row][j] }
    bias += push
    if projects {
        let scale = 1 / (lambda * weights.reduce(0) { $0 + $1 * $1 }).squareRoot()
        if scale < 1 { weights = weights.map { $0 * scale } }
    }
}

var writer = Writer()
writer.matrix(points)
writer.line(labels.count)
writer.line(labels)
writer.line(order.count)
writer.line(order)
writer.line(lambda)
writer.line(projects ? 1 : 0)
writer.print()
