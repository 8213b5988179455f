import ChallengeKit

// There is one right answer: counts, and quotients of counts. Counts are compared exactly. A quotient may be off by one part
// in 1e9: dividing, or a harmonic mean of two quotients, rounds by some 1e-16, and a mean over 500 classes by less than 1e-13,
// whatever its order, while another count changes a quotient by one part in 4e5 or more. Where the right value is 0 so little
// as 1e-12 is forgiven, for a tiny number that somebody adds to every denominator.
//
// A wrong output is looked at more closely: common mistakes are replayed, and the message names the first that fits.

func isClose(_ found: Double, _ expected: Double) -> Bool { abs(found - expected) <= 1e-9 * abs(expected) + 1e-12 }

func areClose(_ found: [Double], _ expected: [Double]) -> Bool {
    found.count == expected.count && zip(found, expected).allSatisfy { isClose($0, $1) }
}

func quotient(_ numerator: Double, _ denominator: Double) -> Double { denominator > 0 ? numerator / denominator : 0 }

func mean(_ values: some Collection<Double>) -> Double { quotient(values.reduce(0, +), Double(values.count)) }

/// The right answer, and what common mistakes are made of.
struct Metrics {
    var confusion: [[Int]]
    /// Of each class: how often it was right, how often it is true, and how often it was predicted.
    let hits: [Double]
    let support: [Double]
    let claims: [Double]
    let n: Double

    init(actual: [Int], predicted: [Int], classes: Int) {
        var confusion = [[Int]](repeating: [Int](repeating: 0, count: classes), count: classes)
        var support = [Int](repeating: 0, count: classes)
        var claims = support
        for (row, column) in zip(actual, predicted) {
            confusion[row][column] += 1
            support[row] += 1
            claims[column] += 1
        }
        hits = confusion.indices.map { Double(confusion[$0][$0]) }
        self.confusion = confusion
        self.support = support.map { Double($0) }
        self.claims = claims.map { Double($0) }
        n = Double(actual.count)
    }

    var classes: Range<Int> { confusion.indices }
    var transposed: [[Int]] { classes.map { column in confusion.map { $0[column] } } }
    var occurring: [Int] { classes.filter { support[$0] + claims[$0] > 0 } }

    var accuracy: Double { quotient(hits.reduce(0, +), n) }
    var precision: [Double] { classes.map { quotient(hits[$0], claims[$0]) } }
    var recall: [Double] { classes.map { quotient(hits[$0], support[$0]) } }
    var f1: [Double] { classes.map { quotient(2 * hits[$0], claims[$0] + support[$0]) } }
    var macroF1: Double { mean(of: f1, over: occurring) }
    /// Each wrong sample is a false positive of one class and a false negative of another.
    var microF1: Double { accuracy }

    func mean(of values: [Double], over classes: [Int]) -> Double {
        quotient(classes.reduce(0) { $0 + values[$1] }, Double(classes.count))
    }
}

/// What is found where, and what it looks like.
struct Mistake {
    let symptom: String
    let fits: () -> Bool

    init(_ symptom: String, _ fits: @autoclosure @escaping () -> Bool) {
        self.symptom = symptom
        self.fits = fits
    }
}

extension OutputValidator {
    /// The next number of the output; one that is not finite gets a message of its own.
    mutating func number(_ what: String) -> Double {
        var probe = output
        if ["nan", "-nan", "inf", "-inf"].contains(probe.word(what)) {
            reject(
                "It looks as if something is divided by 0: a quotient whose denominator is 0 must be 0.", detail: what)
        }
        return output.double(what)
    }

    /// The next list of the output, one number for each class.
    mutating func numbers(_ what: String, classes: Int) -> [Double] {
        let count = output.int("the number of values of \(what)")
        require(
            count == classes, "There must be one value of \(what) for each class, 0 to classes - 1.",
            detail: "\(count) for \(classes) classes")
        return (0..<count).map { _ in number("a value of \(what)") }
    }

    /// Rejects values that are not the right ones, for the first mistake that fits.
    func check(_ what: String, _ found: [Double], _ expected: [Double], _ mistakes: [Mistake]) {
        if areClose(found, expected) { return }
        let detail = zip(found, expected).enumerated().first { !isClose($0.element.0, $0.element.1) }
            .map { "\(what) \($0.offset): \($0.element.0), not \($0.element.1)" }
        let precision = [
            Mistake(
                "\(what) is rounded to a few digits: do not round",
                zip(found, expected).allSatisfy { isRounded($0, $1) }),
            Mistake(
                "\(what) loses digits: compute in Double, and add nothing to denominators",
                zip(found, expected).allSatisfy { abs($0 - $1) <= 1e-5 * abs($1) + 1e-12 }),
        ]
        let mistake = (mistakes + precision).first { $0.fits() }
        let symptom =
            mistake.map { "It looks as if \($0.symptom)." } ?? "\(what) is wrong: see the statement's formulas."
        reject(symptom, detail: detail ?? "")
    }

    private func isRounded(_ found: Double, _ expected: Double) -> Bool {
        [100.0, 1e3, 1e4, 1e5, 1e6].contains { scale in
            isClose(found, (found * scale).rounded() / scale) && abs(found - expected) <= 0.51 / scale
        }
    }
}

var validator = OutputValidator()
let actual = validator.input.intList("actual")
let predicted = validator.input.intList("predicted")
let classes = validator.input.int("classes")
let right = Metrics(actual: actual, predicted: predicted, classes: classes)

let rows = validator.output.int("the number of rows of the confusion matrix")
validator.require(
    rows == classes, "The confusion matrix must have one row for each class, also for classes that do not occur.",
    detail: "\(rows) rows, \(classes) classes")
var confusion: [[Int]] = []
for _ in 0..<rows {
    let columns = validator.output.int("the number of columns of the confusion matrix")
    validator.require(
        columns == classes, "Each row of the confusion matrix must have one entry for each class.",
        detail: "\(columns) columns, \(classes) classes")
    confusion.append(validator.output.ints(count: columns, "a count of the confusion matrix"))
}
if confusion != right.confusion {
    validator.require(
        confusion != right.transposed,
        "It looks as if the rows of the confusion matrix are predicted classes: rows are actual ones, columns predicted ones."
    )
    validator.reject(
        "A count in the confusion matrix is wrong: row i, column j counts samples of class i that were predicted as j.")
}

let accuracy = validator.number("accuracy")
let precision = validator.numbers("precision", classes: classes)
let recall = validator.numbers("recall", classes: classes)
let f1 = validator.numbers("F1", classes: classes)
let macroF1 = validator.number("macro F1")
let microF1 = validator.number("micro F1")

/// `values` with 1 for each class whose `denominators` are 0.
func withOnes(_ values: [Double], _ denominators: [Double]) -> [Double] {
    zip(values, denominators).map { $1 > 0 ? $0 : 1 }
}

/// Values of the classes whose `denominators` are not 0.
func defined(_ values: [Double], _ denominators: [Double]) -> [Double] {
    zip(values, denominators).filter { $0.1 > 0 }.map(\.0)
}

let zeroRule = "an empty denominator gives 1: it must give 0"
validator.check(
    "Accuracy", [accuracy], [right.accuracy],
    [
        Mistake("accuracy of no samples is 1: it must be 0", actual.isEmpty && accuracy == 1),
        Mistake(
            "accuracy counts true negatives: it is the share of samples whose class was predicted",
            isClose(
                accuracy,
                mean(right.classes.map { right.n + 2 * right.hits[$0] - right.support[$0] - right.claims[$0] })
                    / right.n)),
    ])
validator.check(
    "Precision", precision, right.precision,
    [
        Mistake("precision and recall are swapped", areClose(precision, right.recall)),
        Mistake(
            zeroRule, areClose(withOnes(precision, right.claims), withOnes(right.precision, right.claims))),
    ])
validator.check(
    "Recall", recall, right.recall,
    [
        Mistake(
            zeroRule, areClose(withOnes(recall, right.support), withOnes(right.recall, right.support))),
        Mistake(
            "recall is the share of true negatives, which is specificity",
            areClose(
                recall,
                right.classes.map {
                    quotient(
                        right.n - right.support[$0] - right.claims[$0] + right.hits[$0], right.n - right.support[$0])
                })),
    ])
let sums = right.classes.map { right.claims[$0] + right.support[$0] }
validator.check(
    "F1", f1, right.f1,
    [
        Mistake(zeroRule, areClose(withOnes(f1, sums), withOnes(right.f1, sums))),
        Mistake(
            "F1 is the arithmetic mean of precision and recall: it is the harmonic one",
            areClose(f1, zip(right.precision, right.recall).map { ($0 + $1) / 2 })),
        Mistake(
            "F1 is the geometric mean of precision and recall: it is the harmonic one",
            areClose(f1, zip(right.precision, right.recall).map { ($0 * $1).squareRoot() })),
        Mistake(
            "F1 lacks its factor 2", areClose(f1, right.f1.map { $0 / 2 })),
    ])

let macroPrecision = right.mean(of: right.precision, over: right.occurring)
let macroRecall = right.mean(of: right.recall, over: right.occurring)
let weighted = quotient(right.classes.reduce(0) { $0 + right.support[$1] * right.f1[$1] }, right.n)
let positive = right.f1.filter { $0 > 0 }
validator.check(
    "Macro F1", [macroF1], [right.macroF1],
    [
        Mistake("macro F1 of no samples is not 0", actual.isEmpty),
        Mistake(
            "macro F1 counts classes that occur nowhere: it is over those that are actual or predicted",
            isClose(macroF1, mean(right.f1))),
        Mistake(
            "macro F1 leaves out classes that are only predicted: their F1 of 0 counts",
            isClose(macroF1, mean(defined(right.f1, right.support)))),
        Mistake(
            "macro F1 leaves out classes that are never predicted: their F1 of 0 counts",
            isClose(macroF1, mean(defined(right.f1, right.claims)))),
        Mistake(
            "macro F1 leaves out classes whose F1 is 0: where they occur they count",
            isClose(macroF1, mean(positive))
                || isClose(
                    macroF1, mean(defined(defined(right.f1, right.support), defined(right.claims, right.support))))
        ),
        Mistake(
            "macro F1 is made of mean precision and mean recall: it is the mean of the classes' F1",
            isClose(macroF1, quotient(2 * macroPrecision * macroRecall, macroPrecision + macroRecall))
                || isClose(
                    macroF1,
                    quotient(2 * mean(right.precision) * mean(right.recall), mean(right.precision) + mean(right.recall))
                )),
        Mistake("macro F1 is weighted by support: each class counts alike", isClose(macroF1, weighted)),
        Mistake(
            "macro F1 and micro F1 are swapped", isClose(macroF1, right.microF1) && isClose(microF1, right.macroF1)),
        Mistake("macro F1 is pooled over classes: that is micro F1", isClose(macroF1, right.microF1)),
    ])
let others = right.classes.dropFirst()
let pooledOthers = quotient(
    others.reduce(0) { $0 + 2 * right.hits[$1] }, others.reduce(0) { $0 + right.support[$1] + right.claims[$1] })
validator.check(
    "Micro F1", [microF1], [right.microF1],
    [
        Mistake("micro F1 of no samples is not 0", actual.isEmpty),
        Mistake("micro F1 is a mean over classes: it pools their counts first", isClose(microF1, right.macroF1)),
        Mistake(
            "micro F1 is a mean over classes, weighted by support: it pools their counts first",
            isClose(microF1, weighted)),
        Mistake("micro F1 leaves out class 0: all classes are pooled", isClose(microF1, pooledOthers)),
        Mistake(
            "micro F1 counts a wrong sample once: it is a false positive of one class and a false negative of another",
            isClose(microF1, quotient(2 * right.accuracy, 1 + right.accuracy))),
    ])
validator.accept()
