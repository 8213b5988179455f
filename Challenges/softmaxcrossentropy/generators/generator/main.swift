import ChallengeKit
import Glibc

/// A batch: rows of logits, and a label for each row.
struct Batch {
    var logits: [[Double]] = []
    var labels: [Int] = []
}

/// `value`, to four decimals: short numbers make short inputs.
func rounded(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }

/// Rows of ordinary logits, of which some are confident and others are not.
func gaussian(n: Int, k: Int, using random: inout Random) -> Batch {
    var batch = Batch()
    for _ in 0..<n {
        let scale = random.uniform(0.5, 4)
        let level = random.uniform(-2, 2)
        batch.logits.append((0..<k).map { _ in rounded(level + scale * random.normal()) })
        batch.labels.append(random.int(0...k - 1))
    }
    return batch
}

/// Logits up to 1e4 in magnitude, in one row near to each other and in the next thousands apart.
///
/// The first rows are those at both ends, so that no seed is without them; a label's probability is mostly 0 in double
/// precision, and every third label is the row's largest logit.
func extreme(n: Int, k: Int, using random: inout Random) -> Batch {
    var batch = Batch()
    for row in 0..<n {
        let level = row == 0 ? -9900 : row == 1 ? 9900 : random.uniform(-5000, 5000)
        let spread = row < 2 || row % 4 == 3 ? random.uniform(1, 50) : 5000
        let logits = (0..<k).map { _ in rounded(level + spread * random.uniform(-1, 1)) }
        batch.logits.append(logits)
        let largest = logits.indices.max { logits[$0] < logits[$1] } ?? 0
        batch.labels.append(row % 3 == 2 ? largest : random.int(0...k - 1))
    }
    return batch
}

/// Ordinary logits about a level of each row's own, far above zero in one row and far below in the next.
func shifted(n: Int, k: Int, using random: inout Random) -> Batch {
    var batch = gaussian(n: n, k: k, using: &random)
    for row in 0..<n {
        let level = (row % 2 == 0 ? 1 : -1) * exp(random.uniform(log(800), log(20_000)))
        batch.logits[row] = batch.logits[row].map { rounded($0 + level) }
    }
    return batch
}

/// One logit is above all others by 20 to 300: for the label in one row, for another class in the next.
///
/// So the loss of a row is next to nothing, or the gap: probabilities of 1e-9 to 1e-130, which are no zeros.
func confident(n: Int, k: Int, using random: inout Random) -> Batch {
    var batch = gaussian(n: n, k: k, using: &random)
    for row in 0..<n {
        let largest = batch.logits[row].max() ?? 0
        let offset = row % 2 == 0 ? 0 : random.int(1...max(1, k - 1))
        let winner = (batch.labels[row] + offset) % k
        batch.logits[row][winner] = rounded(largest + random.uniform(20, 300))
    }
    return batch
}

/// Small integers, many of them equal within a row.
func integers(n: Int, k: Int, using random: inout Random) -> Batch {
    var batch = Batch()
    for _ in 0..<n {
        batch.logits.append((0..<k).map { _ in Double(random.int(-2...2)) })
        batch.labels.append(random.int(0...k - 1))
    }
    return batch
}

let arguments = GeneratorArguments()
var random = Random(seed: arguments.seed)
let n = arguments.int("n")
let k = arguments.int("k")
let batch: Batch
switch arguments.family {
case "gaussian": batch = gaussian(n: n, k: k, using: &random)
case "extreme": batch = extreme(n: n, k: k, using: &random)
case "shifted": batch = shifted(n: n, k: k, using: &random)
case "confident": batch = confident(n: n, k: k, using: &random)
case "integers": batch = integers(n: n, k: k, using: &random)
default: arguments.unknownFamily(known: ["gaussian", "extreme", "shifted", "confident", "integers"])
}

var writer = Writer()
// Written by hand: a batch without rows has classes all the same.
writer.line([n, k])
for row in batch.logits { writer.line(row) }
writer.line(batch.labels.count)
writer.line(batch.labels)
writer.print()
