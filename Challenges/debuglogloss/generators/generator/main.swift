import ChallengeKit
import Glibc

/// `value`, to four decimals: short numbers make short inputs.
func rounded(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }

let arguments = GeneratorArguments()
let n = arguments.int("n")
let k = arguments.int("k")
var random = Random(seed: arguments.seed)

/// Ordinary logits about `level`.
func ordinary(_ level: Double = 0) -> [Double] {
    let scale = random.uniform(0.5, 3)
    return (0..<k).map { _ in rounded(level + scale * random.normal()) }
}

/// All logits far below zero, but near to each other.
func low() -> [Double] { ordinary(-exp(random.uniform(log(850), log(20_000)))) }

/// Logits about zero or above, and one class, not the label, far above all of them.
func spread(_ label: Int) -> [Double] {
    var row = ordinary(random.uniform(0, 5000)).map { abs($0) }
    guard k > 1 else { return row }
    let winner = (label + random.int(1...k - 1)) % k
    let top = rounded((row.max() ?? 0) + exp(random.uniform(log(850), log(9000))))
    row[winner] = top
    // Half of the time another class is near to the top one, so that the loss is not just the gap.
    if k > 2, random.int(0...1) == 0 {
        let second = (0..<k).first { $0 != label && $0 != winner } ?? winner
        row[second] = rounded(top - random.uniform(0, 3))
    }
    return row
}

/// Ordinary logits, but for one far below all others.
func deep() -> [Double] {
    var row = ordinary()
    row[random.int(0...k - 1)] = -rounded(exp(random.uniform(log(850), log(9000))))
    return row
}

var logits: [[Double]] = []
var labels: [Int] = []
for i in 0..<n {
    var label = random.int(0...k - 1)
    switch arguments.family {
    case "ordinary": logits.append(ordinary())
    case "level": logits.append(low())
    case "spread":
        // The first row's label is always far below; others are ordinary now and then.
        logits.append(
            i > 0 && random.int(0...2) == 0 ? ordinary(random.uniform(10, 50)).map { abs($0) } : spread(label))
    case "partial":
        // Of the first two rows one has a label and one has none.
        logits.append(ordinary())
        if i < 2 ? i == 1 : random.int(0...2) == 0 { label = -1 }
    case "mixed":
        switch i < 6 ? i : random.int(0...5) {
        case 0: logits.append(low())
        case 1: logits.append(spread(label))
        case 2:
            // Without a label, and with logits that would be heard of if it counted.
            logits.append(random.int(0...1) == 0 ? low() : spread(label))
            label = -1
        case 3: logits.append(deep())
        default: logits.append(ordinary(random.uniform(-5, 5)))
        }
    default: arguments.unknownFamily(known: ["ordinary", "level", "spread", "partial", "mixed"])
    }
    labels.append(label)
}

var writer = Writer()
// Written by hand: a batch without rows has classes all the same.
writer.line([n, k])
for row in logits { writer.line(row) }
writer.line(labels.count)
writer.line(labels)
writer.print()
