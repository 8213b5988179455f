import ChallengeKit

// generator --family NAME --seed N --n N --k K --d D
//
// Families: blobs, far (blobs around 1e8), scales (groups whose sizes differ by powers of 10,000), duplicates (about k / 2 different
// points), equal (one point, n times), zeros (blobs, every other uniform number is 0) and ties (the second draw meets a border exactly).
// A uniform number too near a border is drawn again, so that no right solution can fail for the order of its sums.

let arguments = GeneratorArguments()
let n = max(1, arguments.int("n"))
let k = min(n, max(1, arguments.int("k")))
let d = max(1, arguments.int("d"))
let isTied = arguments.family == "ties"
var random = Random(seed: arguments.seed)

/// Keeps three decimals: short text, which is read fast.
func shortened(_ value: Double) -> Double { (value * 1e3).rounded() / 1e3 }

func blobs(at offset: Double) -> [[Double]] {
    let centres = (0..<5).map { _ in (0..<d).map { _ in random.uniform(-20, 20) } }
    return (0..<n).map { _ in
        let centre = centres[random.int(0...4)]
        return centre.map { shortened(offset + $0 + random.normal()) }
    }
}

func scales() -> [[Double]] {
    let groups: [(size: Double, centre: [Double])] = [1e8, 1e4, 1, 1e-4].map { size in
        (size, (0..<d).map { _ in random.uniform(1, 2) * (random.int(0...1) == 0 ? size : -size) })
    }
    return (0..<n).map { _ in
        let group = groups[random.int(0...3)]
        // Three digits more than the size of the group.
        return group.centre.map { (($0 / group.size + 1e-3 * random.normal()) * 1e6).rounded() / 1e6 * group.size }
    }
}

func duplicates(_ count: Int) -> [[Double]] {
    let distinct = (0..<count).map { _ in (0..<d).map { _ in Double(random.int(-9...9)) } }
    return (0..<n).map { _ in distinct[random.int(0...count - 1)] }
}

/// Four integers whose squares add up to `sum` (Lagrange).
func fourSquares(_ sum: Int) -> [Int] {
    for a in 0...sum where a * a <= sum {
        for b in 0...a where a * a + b * b <= sum {
            for c in 0...b where a * a + b * b + c * c <= sum {
                let rest = sum - a * a - b * b - c * c
                let root = Int(Double(rest).squareRoot().rounded())
                if root * root == rest { return [a, b, c, root] }
            }
        }
    }
    fatalError("generator: every number is a sum of four squares")
}

/// Points on a line through point `first`, at distances whose squares add up to a power of two.
func ties(first: Int) -> [[Double]] {
    var offsets = (0..<max(0, n - 5)).map { _ in random.int(1...9) }
    let sum = offsets.reduce(0) { $0 + $1 * $1 }
    var power = 64
    while power <= sum { power *= 2 }
    offsets = (offsets + fourSquares(power - sum)).shuffled(using: &random)
    offsets.insert(0, at: first)
    let base = (0..<d).map { _ in Double(random.int(-9...9)) }
    return offsets.map { offset in
        [base[0] + Double(random.int(0...1) == 0 ? offset : -offset)] + base.dropFirst()
    }
}

/// A number that picks a point clearly, and the index of that.
func draw(_ weights: [Double]) -> (uniform: Double, index: Int) {
    let total = weights.reduce(0, +)
    while true {
        let uniform = (random.uniform() * 1e6).rounded(.down) / 1e6
        var sum = 0.0
        var index: Int?
        var isClear = uniform > 0
        for (place, weight) in weights.enumerated() where weight > 0 {
            sum += weight
            if abs(sum - uniform * total) < 3e-9 * total { isClear = false }
            if index == nil, sum > uniform * total { index = place }
        }
        if isClear, let index { return (uniform, index) }
    }
}

/// A number that meets the border behind a point with a weight, and the index of the next one, which it picks.
func drawTie(_ weights: [Double]) -> (uniform: Double, index: Int) {
    let heavy = weights.indices.filter { weights[$0] > 0 }
    let place = random.int(0...heavy.count - 2)
    let sum = heavy[...place].reduce(0) { $0 + weights[$1] }
    return (sum / weights.reduce(0, +), heavy[place + 1])
}

let points: [[Double]]
switch arguments.family {
case "blobs", "zeros": points = blobs(at: 0)
case "far": points = blobs(at: 1e8)
case "scales": points = scales()
case "duplicates": points = duplicates(max(1, k / 2))
case "equal": points = duplicates(1)
case "ties":
    precondition(n >= 8, "generator: ties need at least 8 points")
    points = ties(first: n / 2)
default:
    arguments.unknownFamily(known: ["blobs", "far", "scales", "duplicates", "equal", "zeros", "ties"])
}

var nearest = [Double](repeating: 0, count: n)
var isChosen = [Bool](repeating: false, count: n)
var uniforms: [Double] = []
for round in 0..<k {
    let isFlat = nearest.allSatisfy { $0 == 0 }
    let weights = isFlat ? isChosen.map { $0 ? 0 : 1.0 } : nearest
    let uniform: Double
    let index: Int
    if isTied, round == 0 {
        // A border as well, if n is a power of two.
        index = n / 2
        uniform = n & (n - 1) == 0 ? 0.5 : (Double(n / 2) + 0.5) / Double(n)
    } else if isTied, round == 1 {
        (uniform, index) = drawTie(weights)
    } else if arguments.family == "zeros", round % 2 == 1 {
        uniform = 0
        index = weights.firstIndex { $0 > 0 }!
    } else {
        (uniform, index) = draw(weights)
    }
    uniforms.append(uniform)
    isChosen[index] = true
    for i in 0..<n {
        var square = 0.0
        for j in 0..<d { square += (points[i][j] - points[index][j]) * (points[i][j] - points[index][j]) }
        nearest[i] = round == 0 ? square : min(nearest[i], square)
    }
}

var writer = Writer()
writer.matrix(points)
writer.line(k)
writer.line(uniforms.count)
writer.line(uniforms)
writer.print()
