import ChallengeKit

/// Keeps four decimals: short text, which is read fast.
func shortened(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }

let arguments = GeneratorArguments()
let n = arguments.int("n")
let folds = max(2, min(arguments.int("folds"), n))
let size = n / folds
let larger = n % folds
// Of the rows beside a fold, one half or the other is always longer than this.
let gap = min(arguments.int("gap"), max(0, (n - size - 2) / 2))
var random = Random(seed: arguments.seed)

// A random walk with noise: neighbours resemble each other, so that folds and gaps differ.
var level = random.uniform(-20, 20)
var targets: [Double] = []
for i in 0..<n {
    level = 0.98 * level + 2 * random.normal() + (i % max(1, size) == 0 ? random.uniform(-4, 4) : 0)
    targets.append(shortened(level + random.normal()))
}

var weights: [Double] = []
switch arguments.family {
case "mixed": weights = (0..<n).map { _ in shortened(random.uniform(0.3, 3)) }
case "heavy":
    // Folds of very different weight; every other one is heavy.
    for fold in 0..<folds {
        let scale = fold % 2 == 0 ? random.uniform(4, 9) : random.uniform(0.3, 1)
        for _ in 0..<size + (fold < larger ? 1 : 0) { weights.append(shortened(scale * random.uniform(0.5, 1.5))) }
    }
case "level":
    // All folds weigh the same, though rows do not: multiples of 1/16, of which the last makes the sum up.
    for fold in 0..<folds {
        let count = size + (fold < larger ? 1 : 0)
        var parts = (1..<count + 1).dropLast().map { _ in random.int(16...32) }
        parts.append(32 * (size + 1) - parts.reduce(0, +))
        parts.shuffle(using: &random)
        weights += parts.map { Double($0) / 16 }
    }
default: arguments.unknownFamily(known: ["mixed", "heavy", "level"])
}

var writer = Writer()
for list in [targets, weights] {
    writer.line(list.count)
    writer.line(list)
}
writer.line(folds)
writer.line(gap)
writer.print()
