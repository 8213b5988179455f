import ChallengeKit

/// Signs and magnitudes of n eigenvalues, the first `leading` of them with gaps: a magnitude is that of the one before, or at most
/// 0.87 of it. The others are smaller than all of these.
///
/// - Parameter next: the sign and the group of each: those of one group have one magnitude.
func spectrum(
    _ n: Int, leading: Int, using random: inout Random, next: (Int, inout Random) -> (sign: Double, isNew: Bool)
) -> [Double] {
    var values: [Double] = []
    var magnitude = random.uniform(5, 20)
    // Many are wanted: smaller steps, so that the last ones are not lost.
    let range = leading > 16 ? 0.83...0.87 : 0.7...0.87
    for index in 0..<min(n, leading) {
        let (sign, isNew) = next(index, &random)
        if isNew, index > 0 { magnitude *= random.uniform(range.lowerBound, range.upperBound) }
        values.append(sign * magnitude)
    }
    while values.count < n { values.append(0.85 * magnitude * random.uniform(-1, 1)) }
    return values
}

/// A symmetric matrix with these eigenvalues, in random directions.
func matrix(_ values: [Double], using random: inout Random) -> [[Double]] {
    let n = values.count
    let directions = random.rotation(n)
    var rows = [[Double]](repeating: [Double](repeating: 0, count: n), count: n)
    for (value, direction) in zip(values, directions) where value != 0 {
        for i in 0..<n {
            let factor = value * direction[i]
            for j in 0...i { rows[i][j] += factor * direction[j] }
        }
    }
    for i in 0..<n {
        for j in 0..<i {
            // Nothing but 0 is smaller than the statement's limit.
            if abs(rows[i][j]) < 1e-12 { rows[i][j] = 0 }
            rows[j][i] = rows[i][j]
        }
    }
    return rows
}

/// The matrix ((P, -P), (-P, P)), with a row and column of zeros more where `size` is odd. Its eigenvalues are twice those of P, and 0.
/// The entries are so short that the sum of each row is exactly 0: whoever starts from (1, ..., 1) gets nowhere.
func mirrored(_ block: [[Double]], size: Int) -> [[Double]] {
    let half = block.count
    var rows = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
    for i in 0..<half {
        for j in 0..<half {
            let entry = (block[i][j] * 0x1p20).rounded() * 0x1p-20
            rows[i][j] = entry
            rows[half + i][half + j] = entry
            rows[i][half + j] = -entry
            rows[half + i][j] = -entry
        }
    }
    return rows
}

let arguments = GeneratorArguments()
var random = Random(seed: arguments.seed)
let n = arguments.int("n")
let k = min(arguments.int("k"), n)
func randomSign(_ random: inout Random) -> Double { random.int(0...1) == 0 ? -1 : 1 }

let values: [Double]
switch arguments.family {
case "mixed", "tiny":
    // The last of the leading ones but one and the first differ in sign, so that neither order by value is right.
    let first = randomSign(&random)
    values = spectrum(n, leading: k + 1, using: &random) { index, random in
        (index == 0 ? first : index == 1 ? -first : randomSign(&random), true)
    }
case "positive": values = spectrum(n, leading: k + 1, using: &random) { _, _ in (1, true) }
case "negative": values = spectrum(n, leading: k + 1, using: &random) { _, _ in (-1, true) }
case "opposite":
    // Pairs of opposite eigenvalues, and single ones between them.
    values = spectrum(n, leading: k + 2, using: &random) { index, random in
        (index % 3 == 0 ? randomSign(&random) : index % 3 == 1 ? 1 : -1, index % 3 != 2)
    }
case "alternating":
    values = spectrum(n, leading: k + 2, using: &random) { index, _ in (index % 2 == 0 ? 1 : -1, index % 2 == 0) }
case "repeated":
    // One, two and three times, each time of one sign.
    var sign = 1.0
    values = spectrum(n, leading: k + 3, using: &random) { index, random in
        let isNew = [0, 1, 3].contains(index % 6)
        if isNew { sign = randomSign(&random) }
        return (sign, isNew)
    }
case "mirrored":
    values = spectrum(n / 2, leading: k + 1, using: &random) { _, random in (randomSign(&random), true) }
case "lowrank":
    // Half of what is asked for is there, the rest is 0.
    let rank = max(1, k / 2)
    values =
        spectrum(rank, leading: rank, using: &random) { _, random in (randomSign(&random), true) }
        + [Double](repeating: 0, count: n - rank)
default:
    arguments.unknownFamily(known: [
        "mixed", "positive", "negative", "opposite", "alternating", "repeated", "lowrank", "mirrored", "tiny",
    ])
}
let scale = arguments.family == "tiny" ? 1e-8 : 1
var rows = matrix(values.map { scale * $0 }, using: &random)
if arguments.family == "mirrored" { rows = mirrored(rows, size: n) }
var writer = Writer()
writer.matrix(rows)
writer.line(k)
writer.print()
