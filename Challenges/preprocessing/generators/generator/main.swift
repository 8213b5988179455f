import ChallengeKit

let families = ["mixed", "sparse", "sorted", "few", "constant", "far", "tiny"]
let arguments = GeneratorArguments()
let n = arguments.int("n")
let m = arguments.int("m")
let d = arguments.int("d")
let c = arguments.int("c")
let k = arguments.int("k")
guard families.contains(arguments.family) else { arguments.unknownFamily(known: families) }
var random = Random(seed: arguments.seed)

/// Keeps four decimals: short text.
func shortened(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }

/// The entries of one numeric column, training rows first.
func numbers(_ j: Int) -> [Double?] {
    let unit = arguments.family == "tiny" ? 2e-5 : [0.5, 2, 7, 30][random.int(0...3)]
    let shift = unit * random.uniform(-4, 4)
    let far = (random.uniform(2e6, 6e6) * (random.int(0...1) == 0 ? 1 : -1)).rounded()
    let rate = arguments.family == "sorted" ? 0 : arguments.family == "sparse" ? 0.6 : random.uniform(0.08, 0.3)
    // Skewed, so that the median is not the mean; test rows lie elsewhere, so that a look at them shows.
    func draw(isTest: Bool) -> Double {
        let height = random.normal()
        let skewed = height + 0.6 * height * height + (isTest ? 1.5 : 0)
        switch arguments.family {
        case "few": return Double(random.int(0...4) * random.int(0...2) + (isTest ? 2 : 0))
        case "far": return far + (8 * skewed).rounded() / 4
        case "tiny": return ((shift + unit * skewed) * 1e7).rounded() / 1e7
        default: return shortened(shift + unit * skewed)
        }
    }
    func lossy(_ value: Double) -> Double? { random.uniform() < rate ? nil : value }

    let test: [Double?] = (0..<m).map { _ in lossy(draw(isTest: true)) }
    if arguments.family == "constant", j % 4 < 3 {
        // Without any number, constant where there is one, constant everywhere.
        let value = Double(random.int(-40...40))
        let share = [0, 0.6, 1][j % 4]
        let training = (0..<n).map { index -> Double? in
            j % 4 > 0 && index == n / 2 || random.uniform() < share ? value : nil
        }
        return training + test
    }
    while true {
        var training = (0..<n).map { _ in lossy(draw(isTest: false)) }
        if arguments.family == "sorted" {
            let rising = training.compactMap { $0 }.sorted()
            // Rising, falling, or rising to the middle and falling from there.
            let half = stride(from: 0, to: n, by: 2).map { rising[$0] }
            training =
                [rising, rising.reversed(), half + stride(from: 1, to: n, by: 2).reversed().map { rising[$0] }][j % 3]
        }
        // Deviations must not be next to nothing; columns that are constant belong to another family.
        let present = training.compactMap { $0 }
        if n <= 2 {
            // So few rows may well lack all their numbers, or be one alone.
            if present.count == 2, abs(present[0] - present[1]) < unit / 10 { continue }
            if present.count < 2 { training = [Double?](repeating: Double(j), count: n) }
            return training + test
        }
        guard let least = present.min(), let largest = present.max(), largest - least > unit / 10 else { continue }
        return training + test
    }
}

/// The entries of one categorical column: training rows with exactly `min(k, n)` different categories, then test rows.
func categories(_ j: Int) -> [Int?] {
    // A narrow range, so that columns share codes, with one, two and more digits.
    let range = 0...(3 * k + 20)
    var codes: [Int] = []
    var known: Set<Int> = []
    while codes.count < min(k, n) {
        let code = random.int(0...19) == 0 ? random.int(0...1_000_000_000) : random.int(range)
        if known.insert(code).inserted { codes.append(code) }
    }
    // Every other column has missing entries in training rows, all have them in test rows.
    let rate = j % 2 == 0 ? random.uniform(0.05, 0.2) : 0
    var training: [Int?] = codes
    while training.count < n {
        if training.count == codes.count, rate > 0 {
            training.append(nil)
        } else {
            training.append(random.uniform() < rate ? nil : codes[random.int(0...(codes.count - 1))])
        }
    }
    let order = random.permutation(n)
    let test = (0..<m).map { _ -> Int? in
        let toss = random.uniform()
        return toss < 0.12 ? nil : toss < 0.3 ? random.int(range) : codes[random.int(0...(codes.count - 1))]
    }
    return order.map { training[$0] } + test
}

let numeric = (0..<d).map { numbers($0) }
let categorical = (0..<c).map { categories($0) }
var writer = Writer()
writer.line([n, m, d, c])
for i in 0..<(n + m) {
    writer.line(numeric.map { $0[i].map { $0.description } ?? "?" } + categorical.map { $0[i].map { "\($0)" } ?? "?" })
}
writer.print()
