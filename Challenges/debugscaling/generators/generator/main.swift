import ChallengeKit

/// Keeps four decimals: short text, which is read fast.
func shortened(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }

let arguments = GeneratorArguments()
let families = ["mixed", "constant", "shifted", "paired", "listed"]
let n = arguments.int("n")
let d = arguments.int("d")
let m = min(arguments.int("m"), n - 1)
var random = Random(seed: arguments.seed)
let trained = n - m

var train: [[Double]]
var test: [[Double]]
switch arguments.family {
case "paired", "listed":
    // Pairs around a level of each column, the test rows' as well as the training rows', so that means of all rows are means of the
    // training rows. All are multiples of 1/16: the sums are exact.
    let levels = (0..<d).map { _ in Double(random.int(-20...20)) }
    func pairs(_ count: Int) -> [[Double]] {
        var rows: [[Double]] = []
        for _ in 0..<count / 2 {
            let steps = (0..<d).map { _ in Double(random.int(8...120)) / 16 * (random.int(0...1) == 0 ? 1 : -1) }
            rows.append(zip(levels, steps).map { $0 + $1 })
            rows.append(zip(levels, steps).map { $0 - $1 })
        }
        if count % 2 == 1 { rows.append(levels) }
        return rows
    }
    train = pairs(trained)
    test = pairs(m)
case "mixed", "constant", "shifted":
    // Columns of different levels and scales. Test rows lie beside the training rows, so that they would move every mean.
    // As few rows may lie near to each other by chance, the first two are kept apart.
    let levels = (0..<d).map { _ in random.uniform(-20, 20) }
    let scales = (0..<d).map { _ in random.uniform(0.5, 8) }
    func row(_ shift: Double) -> [Double] {
        (0..<d).map { shortened(levels[$0] + scales[$0] * (shift + random.normal())) }
    }
    train = (0..<trained).map { _ in row(0) }
    if trained > 1 { for j in 0..<d { train[1][j] = shortened(train[0][j] + 2 * scales[j]) } }
    test = (0..<m).map { _ in row(4) }
    // A test row that equals a training row is another row all the same.
    if m > 1, trained > 1, arguments.family == "mixed" { test[0] = train[0] }
    for j in 0..<d where trained == 1 || arguments.family == "constant" && (j % 2 == 0 || random.int(0...3) == 0) {
        let value = Double(random.int(-1000...1000))
        for i in 0..<trained { train[i][j] = value }
        // Half of the test rows share the value.
        for i in 0..<m where i % 2 == 1 { test[i][j] = value }
    }
default: arguments.unknownFamily(known: families)
}

// The training rows keep a random order, and the test rows stand anywhere among them, named in an order of their own.
train.shuffle(using: &random)
// The ends of a column may be equal without its being constant.
if trained >= 10, arguments.family == "mixed" { train[trained - 1][0] = train[0][0] }
// So may the first numbers.
if trained >= 20, d > 1, arguments.family == "mixed" { train[1][1] = train[0][1] }
let order = random.permutation(n)
var testIndices = Array(order[..<m])
switch arguments.family {
case "shifted", "paired": testIndices.sort()
case "listed": if testIndices == testIndices.sorted() { testIndices.reverse() }
default: break
}
var rows = [[Double]](repeating: [], count: n)
for (place, index) in testIndices.enumerated() { rows[index] = test[place] }
for (place, index) in order[m...].sorted().enumerated() { rows[index] = train[place] }

var writer = Writer()
writer.matrix(rows)
writer.line(m)
writer.line(testIndices)
writer.print()
