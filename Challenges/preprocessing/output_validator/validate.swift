import ChallengeKit

// Numbers are compared with this validator's own, up to 1e-6 max(1, |z|); places of ones must be exactly right. Why 1e-6: a column is at most 1e4
// deviations from zero, or its sums are exact (the input validator checks it), so a mean of 20,000 numbers, summed in any order, is
// off by at most 20,000 * 1.1e-16 * 1e4 = 2e-8 deviations. `Float` is off by 1e-5 and more where a column is 100 deviations from zero.
//
// A wrong output is looked at more closely: common mistakes are replayed, and the message names the first that fits.
let tolerance = 1e-6

/// Which rows something is learned from: those of training, all, or each part from its own.
enum Source { case training, all, each }

/// What is done with numbers; the defaults are right.
struct NumberHabits {
    enum Fill { case median, mean, lower, upper, zero, medianWithZeros, mostFrequent }
    enum Missing { case filled, filledAfterMoments, zeroAtTheEnd }
    enum Spread { case deviation, sample, variance, none, range, average }
    enum Centre { case mean, median, none }
    enum Constant { case differences, zeros, untouched }

    var fill = Fill.median
    var missing = Missing.filled
    var spread = Spread.deviation
    var centre = Centre.mean
    var constant = Constant.differences
    var fillFrom = Source.training
    var momentsFrom = Source.training
}

/// What is done with categories; the defaults are right.
struct CategoryHabits {
    enum Order { case rising, falling, firstSeen, text }
    enum Missing { case last, first, never, always }
    enum Unknown { case nothing, missing, next, last }
    enum Blocks { case consecutive, restarted, shared, unions, fromZero, fromOne }

    var order = Order.rising
    var missing = Missing.last
    var unknown = Unknown.nothing
    var blocks = Blocks.consecutive
    var from = Source.training
    var dropsFirst = false
}

/// One input.
struct Problem {
    let n: Int
    let m: Int
    let d: Int
    let c: Int
    /// Columns, training rows first.
    private(set) var numbers: [[Double?]] = []
    private(set) var categories: [[Int?]] = []

    init(_ input: inout Reader) {
        (n, m, d, c) = (input.int("n"), input.int("m"), input.int("d"), input.int("c"))
        numbers = [[Double?]](repeating: [], count: d)
        categories = [[Int?]](repeating: [], count: c)
        for _ in 0..<(n + m) {
            for j in 0..<d {
                var probe = input
                if probe.word() == "?" {
                    input = probe
                    numbers[j].append(nil)
                } else {
                    numbers[j].append(input.double())
                }
            }
            for j in 0..<c {
                var probe = input
                if probe.word() == "?" {
                    input = probe
                    categories[j].append(nil)
                } else {
                    categories[j].append(input.int())
                }
            }
        }
        input.end()
    }

    /// The rows that serve for what is done with row `i`.
    private func rows(_ source: Source, isTest: Bool) -> Range<Int> {
        switch source {
        case .training: 0..<n
        case .all: 0..<(n + m)
        case .each: isTest ? n..<(n + m) : 0..<n
        }
    }

    // MARK: Numbers

    private static func fill(_ column: ArraySlice<Double?>, _ fill: NumberHabits.Fill) -> Double {
        var present = column.compactMap { $0 }
        if fill == .medianWithZeros { present += [Double](repeating: 0, count: column.count - present.count) }
        present.sort()
        guard !present.isEmpty else { return 0 }
        let (lower, upper) = (present[(present.count - 1) / 2], present[present.count / 2])
        switch fill {
        case .median, .medianWithZeros: return (lower + upper) / 2
        case .lower: return lower
        case .upper: return upper
        case .mean: return present.reduce(0, +) / Double(present.count)
        case .zero: return 0
        case .mostFrequent:
            var counts: [Double: Int] = [:]
            for value in present { counts[value, default: 0] += 1 }
            return counts.min { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }!.key
        }
    }

    /// What column `j` becomes.
    func standardised(_ j: Int, _ habits: NumberHabits = NumberHabits()) -> [Double] {
        var result: [Double] = []
        for isTest in [false, true] {
            let fill = Self.fill(numbers[j][rows(habits.fillFrom, isTest: isTest)], habits.fill)
            let learned = numbers[j][rows(habits.momentsFrom, isTest: isTest)]
            var values = habits.missing == .filled ? learned.map { $0 ?? fill } : learned.compactMap { $0 }
            if values.isEmpty { values = [fill] }
            let count = Double(values.count)
            let mean = values.reduce(0, +) / count
            let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            let (least, largest) = (values.min()!, values.max()!)
            let isConstant = least == largest
            var divisor =
                switch habits.spread {
                case .deviation: (squares / count).squareRoot()
                case .sample: (squares / max(1, count - 1)).squareRoot()
                case .variance: squares / count
                case .none: 1.0
                case .range: largest - least
                case .average: values.reduce(0) { $0 + abs($1 - mean) } / count
                }
            if isConstant { divisor = 1 }
            let centre =
                switch habits.centre {
                case .mean: mean
                case .median: fill
                case .none: 0.0
                }
            for value in numbers[j][isTest ? n..<(n + m) : 0..<n] {
                if isConstant, habits.constant == .zeros {
                    result.append(0)
                } else if isConstant, habits.constant == .untouched {
                    result.append(value ?? fill)
                } else if value == nil, habits.missing == .zeroAtTheEnd {
                    result.append(0)
                } else {
                    result.append(((value ?? fill) - centre) / divisor)
                }
            }
        }
        return result
    }

    /// Whether column `j` is so far from zero that a mean of squares has lost the variance.
    func isFar(_ j: Int) -> Bool {
        let present = numbers[j][..<n].compactMap { $0 }
        guard let least = present.min(), let largest = present.max() else { return false }
        return abs(least) > 1e4 * (largest - least)
    }

    // MARK: Categories

    /// The places of the ones in each row.
    func ones(_ habits: CategoryHabits = CategoryHabits()) -> [[Int]] {
        var result = [[Int]](repeating: [], count: n + m)
        let learned = categories.map { habits.from == .all ? $0[...] : $0[..<n] }
        var start = habits.blocks == .fromZero ? 0 : habits.blocks == .fromOne ? d + 1 : d
        for j in 0..<c {
            let isWide = habits.blocks == .unions || habits.blocks == .shared
            let entries = isWide ? learned.flatMap(\.self) : Array(learned[j])
            var seen: Set<Int> = []
            var names = entries.compactMap(\.self).filter { seen.insert($0).inserted }
            switch habits.order {
            case .rising: names.sort()
            case .falling: names.sort(by: >)
            case .firstSeen: break
            case .text: names.sort { "\($0)" < "\($1)" }
            }
            var order = names.map { Optional($0) }
            let hasMissing = habits.missing == .always || habits.missing != .never && entries.contains(nil)
            if hasMissing { habits.missing == .first ? order.insert(nil, at: 0) : order.append(nil) }
            if habits.dropsFirst, !order.isEmpty { order.removeFirst() }
            var places: [Int?: Int] = [:]
            for (rank, name) in order.enumerated() { places[name] = start + rank }
            let isKnown = habits.dropsFirst ? seen : []
            for (row, entry) in categories[j].enumerated() {
                if let place = places[entry] {
                    result[row].append(place)
                } else if let entry, !isKnown.contains(entry) {
                    switch habits.unknown {
                    case .nothing: break
                    case .missing: if let place = places[nil] { result[row].append(place) }
                    case .next: result[row].append(start + names.count { $0 < entry })
                    case .last: result[row].append(start + order.count - 1)
                    }
                }
            }
            if habits.blocks != .restarted, habits.blocks != .shared { start += order.count }
        }
        return result
    }
}

func differs(_ found: Double, _ right: Double) -> Bool { !(abs(found - right) <= tolerance * max(1, abs(right))) }

/// Common mistakes, each with what is said about it.
typealias Mistake<Habits> = (message: String, change: (inout Habits) -> Void)
let learned = "medians, means and deviations are learned from the training rows alone"
let numberMistakes: [Mistake<NumberHabits>] = [
    ("all rows take part in what is learned: \(learned)", { ($0.fillFrom, $0.momentsFrom) = (.all, .all) }),
    (
        "test rows are filled and scaled by what they hold themselves: \(learned)",
        { ($0.fillFrom, $0.momentsFrom) = (.each, .each) }
    ),
    ("test rows are scaled by their own mean and deviation: \(learned)", { $0.momentsFrom = .each }),
    ("test rows take part in means and deviations: \(learned)", { $0.momentsFrom = .all }),
    ("test rows take part in the medians: \(learned)", { $0.fillFrom = .all }),
    ("missing numbers of test rows get the median of test rows: \(learned)", { $0.fillFrom = .each }),
    ("missing numbers get the mean, not the median", { $0.fill = .mean }),
    ("missing numbers get the lower of two middle numbers: the median is their mean", { $0.fill = .lower }),
    ("missing numbers get the upper of two middle numbers: the median is their mean", { $0.fill = .upper }),
    ("missing numbers become 0 before scaling: they get the median", { $0.fill = .zero }),
    ("missing numbers count as 0 in the median: only numbers that are present count", { $0.fill = .medianWithZeros }),
    ("missing numbers get the most frequent number: they get the median", { $0.fill = .mostFrequent }),
    (
        "means and deviations are taken before missing numbers are filled in: they are taken after",
        { $0.missing = .filledAfterMoments }
    ),
    ("missing numbers become 0 after scaling: they are filled in first", { $0.missing = .zeroAtTheEnd }),
    ("variances are divided by n - 1: they are divided by n", { $0.spread = .sample }),
    ("numbers are divided by the variance: they are divided by its root", { $0.spread = .variance }),
    ("numbers are not divided by the deviation", { $0.spread = .none }),
    ("numbers are divided by the range: they are divided by the deviation", { $0.spread = .range }),
    ("numbers are divided by the mean absolute deviation: squares are averaged", { $0.spread = .average }),
    ("the mean is not subtracted", { $0.centre = .none }),
    ("the median is subtracted, not the mean", { $0.centre = .median }),
    (
        "a constant column becomes zeros: its mean is subtracted, and a test row may differ from it",
        { $0.constant = .zeros }
    ),
    ("a constant column is left as it is: its mean is subtracted", { $0.constant = .untouched }),
]
let training = "the categories of a column are those of its training rows"
let categoryMistakes: [Mistake<CategoryHabits>] = [
    ("categories of test rows get places: \(training)", { $0.from = .all }),
    ("places are in the order in which categories occur: they rise with the category", { $0.order = .firstSeen }),
    ("categories are ordered as texts: they are integers", { $0.order = .text }),
    ("places fall with the category: they rise", { $0.order = .falling }),
    ("missing categories have no place of their own: they have where training rows miss some", { $0.missing = .never }),
    ("the place of missing categories comes first in its column: it comes last", { $0.missing = .first }),
    (
        "every column has a place for missing categories: only those have one where training rows miss some",
        { $0.missing = .always }
    ),
    ("an unknown category gets the place of missing ones: it has none", { $0.unknown = .missing }),
    ("an unknown category gets the place of the next larger one: it has none", { $0.unknown = .next }),
    ("an unknown category gets the last place of its column: it has none", { $0.unknown = .last }),
    ("places are counted from 0: the d numbers come first", { $0.blocks = .fromZero }),
    ("places are counted from d + 1: the first one is d", { $0.blocks = .fromOne }),
    ("each column counts its places from d anew: they go on", { $0.blocks = .restarted }),
    ("all columns share their places: each has its own categories", { $0.blocks = .shared }),
    ("every column has places for the categories of all columns: each has its own", { $0.blocks = .unions }),
    ("the first category of a column has no place: each has one", { $0.dropsFirst = true }),
]

/// What an output holds, training rows first.
struct Rows {
    var values: [[Double]] = []
    var ones: [[Int]] = []
}

/// The message for wrong numbers. `wrong` are their rows and columns.
func explainNumbers(_ problem: Problem, _ found: [[Double]], _ expected: [[Double]], _ wrong: [(row: Int, column: Int)])
    -> String
{
    // Replays take a while; on large inputs they are left out.
    if problem.d * (problem.n + problem.m) <= 200_000 {
        for (message, change) in numberMistakes {
            var habits = NumberHabits()
            change(&habits)
            let fits = (0..<problem.d).allSatisfy { j in
                let column = problem.standardised(j, habits)
                return column.indices.allSatisfy { !differs(found[$0][j], column[$0]) }
            }
            if fits { return "It looks as if \(message)." }
        }
    }
    let isSlight = wrong.allSatisfy { abs(found[$0.row][$0.column] - expected[$0.column][$0.row]) < 1e-3 }
    if isSlight || wrong.allSatisfy({ problem.isFar($0.column) }) {
        return "It looks as if digits are lost: subtract the mean before squaring, and compute in Double."
    }
    if wrong.allSatisfy({ problem.numbers[$0.column][$0.row] == nil }) {
        return "Only numbers that were missing are wrong: they get the median of those present in the training rows."
    }
    return wrong[0].row < problem.n
        ? "A number of a training row is not (x - mean) / deviation."
        : "All numbers of training rows are right, but one of a test row is not: \(learned)."
}

/// The message for wrong places of ones.
func explainOnes(_ problem: Problem, _ found: [[Int]], _ expected: [[Int]]) -> String {
    if zip(found, expected).allSatisfy({ $0.sorted() == $1 }) { return "The places of a row's ones must rise." }
    if problem.c * (problem.n + problem.m) <= 200_000 {
        for (message, change) in categoryMistakes {
            var habits = CategoryHabits()
            change(&habits)
            if problem.ones(habits) == found { return "It looks as if \(message)." }
        }
    }
    if zip(found, expected).contains(where: { $0.count > $1.count }) {
        return "A row has more ones than known categories."
    }
    return found[..<problem.n] != expected[..<problem.n]
        ? "A one of a training row is at a wrong place."
        : "All ones of training rows are right, but not those of test rows."
}

/// Reads what the harness writes; `nil` where the numbers of rows are not `counts`.
func readRows(_ reader: inout Reader, _ counts: [Int]) -> Rows? {
    var rows = Rows()
    for count in counts {
        guard reader.int("the number of rows") == count else { return nil }
        for _ in 0..<count {
            rows.values.append(reader.doubleList("values"))
            rows.ones.append(reader.intList("ones"))
        }
    }
    return rows
}

var validator = OutputValidator()
let problem = Problem(&validator.input)
let columns = (0..<problem.d).map { problem.standardised($0) }
let expectedOnes = problem.ones()

/// The rows and columns of numbers that are not right.
func wrongNumbers(_ values: [[Double]]) -> [(row: Int, column: Int)] {
    values.indices.flatMap { row in
        columns.indices.filter { differs(values[row][$0], columns[$0][row]) }.map { (row, $0) }
    }
}

// The answer file is the model solution's; a wrong one is the challenge's fault.
guard let answered = readRows(&validator.answer, [problem.n, problem.m]) else {
    validator.answer.fail("there must be one row for each of the input")
}
validator.answer.end()
if answered.ones != expectedOnes || !answered.values.allSatisfy({ $0.count == problem.d })
    || !wrongNumbers(answered.values).isEmpty
{
    validator.answer.fail("these are not the encoded rows")
}

var found = Rows()
for (count, what) in [(problem.n, "training"), (problem.m, "test")] {
    let rows = validator.output.int("the number of \(what) rows")
    validator.require(rows == count, "There must be one encoded row for each \(what) row.", detail: "\(rows)")
    for _ in 0..<count {
        let width = validator.output.int("the number of values")
        validator.require(width == problem.d, "A row must have one value for each numeric column.", detail: "\(width)")
        var values: [Double] = []
        for _ in 0..<width {
            var probe = validator.output
            if ["nan", "-nan", "inf", "-inf"].contains(probe.word("a value")) {
                validator.reject(
                    "A value is not finite: a column that is constant has the deviation 0, and is divided by 1.")
            }
            values.append(validator.output.double("a value"))
        }
        found.values.append(values)
        found.ones.append(validator.output.intList("the places of ones"))
    }
}
let wrong = wrongNumbers(found.values)
if !wrong.isEmpty {
    validator.reject(
        explainNumbers(problem, found.values, columns, wrong),
        detail: "\(wrong.count) numbers, the first in row \(wrong[0].row), column \(wrong[0].column)")
}
if found.ones != expectedOnes { validator.reject(explainOnes(problem, found.ones, expectedOnes)) }
validator.accept()
