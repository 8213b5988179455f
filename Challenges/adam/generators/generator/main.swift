import ChallengeKit

/// Keeps four decimals: short text, which is read fast.
func shortened(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }

let arguments = GeneratorArguments()
let d = arguments.int("d")
let steps = arguments.int("steps")
var random = Random(seed: arguments.seed)

// A noisy step function with a start of its own, so that gradients differ in size and sign and stay away from 0 for a while.
var level = 0.0
var targets: [Double] = []
for _ in 0..<d {
    if random.int(0...4) == 0 { level = random.uniform(-5, 5) }
    targets.append(shortened(level + random.normal()))
}
let start = (0..<d).map { _ in shortened(random.uniform(-8, 8)) }
let confidences = (0..<d).map { _ in shortened(random.uniform(0.2, 1.5)) }
let smoothness = shortened(random.uniform(0.4, 1.2))

// Epsilon is large enough for its place to show, and both betas differ clearly. Rates keep all steps stable: the largest
// curvature is at most 1.5 + 4 * 1.2 = 6.3. Near the minimum Adam is momentum with the rate learningRate / epsilon, which
// times 6.3 must stay below 2 (1 + beta1) / (1 - beta1), 8 at least; here it is at most 3.8. Few steps may be longer.
let isAdaptive = arguments.family != "momentum"
let learningRate: Double
var weightDecay = 0.0
switch arguments.family {
case "momentum":
    learningRate = shortened(random.uniform(0.02, 0.06))
    weightDecay = shortened(random.uniform(0.02, 0.1))
case "adam": learningRate = shortened(random.uniform(0.02, 0.06))
case "decay":
    learningRate = shortened(random.uniform(0.02, 0.06))
    weightDecay = shortened(random.uniform(0.05, 0.2))
case "jump": learningRate = shortened(random.uniform(0.5, 1.5))
default: arguments.unknownFamily(known: ["momentum", "adam", "decay", "jump"])
}

var writer = Writer()
for list in [start, targets, confidences] {
    writer.line(list.count)
    writer.line(list)
}
writer.line(smoothness)
writer.line(isAdaptive ? 1 : 0)
writer.line(learningRate)
writer.line(shortened(random.uniform(0.6, 0.92)))
writer.line(shortened(random.uniform(0.97, 0.995)))
writer.line(shortened(random.uniform(0.1, 0.3)))
writer.line(weightDecay)
writer.line(steps)
writer.print()
