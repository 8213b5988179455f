import ChallengeKit

// What is checked, in this order: the shape, that every value is finite, that each label is the index of the nearest
// RETURNED centroid (the lower index of equally near ones), and that the centroids are those of the reference.
//
// Tolerances.
// - A centroid's coordinate may differ from the reference's by 1e-9 of its column's range R (over points and initial
//   centroids) + n * 2^-52 * A, A the column's largest magnitude. The second term is twice the worst rounding error of
//   the mean of n values, (n - 1) * 2^-53 * A, whatever the order; the first leaves room on top for running means and
//   reciprocals. One point more or less in a cluster moves its mean by the order of R / n >= 2e-5 * R, far outside.
//   Both are relative, so data of 1e-9 and of 1e9 are judged alike, and each column by its own scale.
// - A label's squared distance may exceed the least one by 1e-11 of the squared diagonal D of the data's box. Rounding
//   costs a squared distance (d + 2) * 2^-53 * D at most, 3e-14 * D for d = 256. The generator leaves a gap of at least
//   1e-10 * D between the nearest and the next centroid in every round, so this tolerance never excuses a wrong label.
// - Where squared distances are exact (see `isExact`) there is no tolerance: that is where ties are tested. Centroids
//   equal to the last bit are equally near in any arithmetic, so there the lower index is asked for everywhere.

/// A matrix as one array, row after row.
struct Matrix {
    var values: [Double]
    let columns: Int

    init(_ rows: [[Double]]) {
        values = Array(rows.joined())
        columns = rows.first?.count ?? 0
    }

    var rows: Int { columns == 0 ? 0 : values.count / columns }

    /// The squared Euclidean distance between a row of this matrix and a row of another.
    func squaredDistance(_ row: Int, _ other: Matrix, _ otherRow: Int) -> Double {
        var sum = 0.0
        for column in 0..<columns {
            let difference = values[row * columns + column] - other.values[otherRow * columns + column]
            sum += difference * difference
        }
        return sum
    }

    /// The index of the row of `centroids` that is nearest to `row`: the lowest index of equally near ones, or the
    /// highest.
    func nearest(_ row: Int, in centroids: Matrix, lowest: Bool = true) -> Int {
        var best = 0
        var bestDistance = squaredDistance(row, centroids, 0)
        for index in 1..<max(1, centroids.rows) {
            let distance = squaredDistance(row, centroids, index)
            if distance < bestDistance || !lowest && distance == bestDistance {
                best = index
                bestDistance = distance
            }
        }
        return best
    }

    /// One round of Lloyd's algorithm on `centroids`. `onEmpty` is what becomes of an empty cluster's coordinate;
    /// `sawEmpty` turns true if there was one.
    func round(_ centroids: inout Matrix, lowest: Bool, onEmpty: (Double) -> Double, sawEmpty: inout Bool) {
        var sums = [Double](repeating: 0, count: centroids.values.count)
        var counts = [Int](repeating: 0, count: centroids.rows)
        for row in 0..<rows {
            let label = nearest(row, in: centroids, lowest: lowest)
            counts[label] += 1
            for column in 0..<columns { sums[label * columns + column] += values[row * columns + column] }
        }
        for position in sums.indices {
            let count = counts[position / columns]
            sawEmpty = sawEmpty || count == 0
            centroids.values[position] =
                count == 0 ? onEmpty(centroids.values[position]) : sums[position] / Double(count)
        }
    }
}

var validator = OutputValidator()
let pointRows = validator.input.matrix("points")
let initialRows = validator.input.matrix("initial centroids")
let points = Matrix(pointRows)
let initial = Matrix(initialRows)
let iterations = validator.input.int("iterations")
let reference = Matrix(validator.answer.matrix("the reference's centroids"))
let referenceLabels = validator.answer.intList("the reference's labels")
let n = points.rows
let k = initial.rows
let d = points.columns

// Shape and values.

let rowCount = validator.output.int("the number of centroids")
validator.require(rowCount == k, "There must be as many centroids as initial centroids, in the same order.")
let columnCount = validator.output.int("the number of coordinates of a centroid")
validator.require(columnCount != -1, "All centroids must have the same number of coordinates.")
validator.require(columnCount == d, "Each centroid must have as many coordinates as a point.")
var centroidRows: [[Double]] = []
for _ in 0..<k {
    var row: [Double] = []
    for _ in 0..<d {
        var ahead = validator.output
        if ["nan", "-nan", "inf", "-inf"].contains(ahead.word("a coordinate")) {
            validator.reject("A centroid is not finite: an empty cluster keeps its centroid, it has no mean.")
        }
        row.append(validator.output.double("a coordinate of a centroid"))
    }
    centroidRows.append(row)
}
let centroids = Matrix(centroidRows)
let labelCount = validator.output.int("the number of labels")
validator.require(labelCount == n, "There must be one label for each point.")
let labels = validator.output.ints(count: n, "a label")
validator.require(
    labels.allSatisfy { (0..<k).contains($0) }, "Each label must be the index of a centroid, from 0 to k - 1.")

// The box around the points and the initial centroids.

var ranges: [Double] = []
var magnitudes: [Double] = []
for column in 0..<d {
    var low = points.values[column]
    var high = low
    for matrix in [points, initial] {
        for position in stride(from: column, to: matrix.values.count, by: d) {
            low = min(low, matrix.values[position])
            high = max(high, matrix.values[position])
        }
    }
    ranges.append(high - low)
    magnitudes.append(max(low.magnitude, high.magnitude))
}
let squaredDiagonal = ranges.reduce(0) { $0 + $1 * $1 }

// The quality, also of answers that are rejected further down.

/// The sum of the squared distances of the points from their labels' centroids.
func inertia(_ centroids: Matrix, _ labels: [Int]) -> Double {
    labels.indices.reduce(0) { $0 + points.squaredDistance($1, centroids, labels[$1]) }
}
// What rounding alone may leave: it keeps the ratio at 1 where every point sits on its centroid.
let floor = Double(n) * squaredDiagonal * 1e-24 + Double.leastNormalMagnitude
let ratio = (inertia(centroids, labels) + floor) / (inertia(reference, referenceLabels) + floor)
if ratio.isFinite { validator.metric("inertia_ratio", ratio) }

// Labels.

/// Whether every squared distance is exact in any order of summation: coordinates are multiples of 1/16, so squares
/// are multiples of 1/256; no difference is more than twice its column's range, so no sum of squares exceeds 2^45.
let isExact =
    squaredDiagonal <= 0x1p43
    && [points, centroids].allSatisfy { matrix in
        matrix.values.allSatisfy { $0.magnitude < 0x1p48 && ($0 * 16).rounded() == $0 * 16 }
    }
    && centroids.values.indices.allSatisfy { position in
        let column = position % d
        return (centroids.values[position] - points.values[column]).magnitude <= ranges[column]
    }

/// Why `label` is wrong for a point, judged by the returned centroids; `nil` when it is right.
func fault(_ point: Int, _ label: Int) -> String? {
    let best = points.nearest(point, in: centroids)
    if label == best { return nil }
    let least = points.squaredDistance(point, centroids, best)
    let distance = points.squaredDistance(point, centroids, label)
    // Written so that a distance that overflowed is a fault.
    guard distance.isFinite, distance <= least + (isExact ? 0 : 1e-11 * squaredDiagonal) else {
        return "A label is not the index of the nearest returned centroid (Euclidean distance)."
    }
    if isExact || centroidRows[..<label].contains(centroidRows[label]) {
        return "A point that is equally far from several centroids must get the lowest of their indices."
    }
    return nil
}

/// What a wrong answer's centroids or labels agree with, so that the message can name the mistake. Runs only when the
/// answer is wrong already, and only where that is quick.
let diagnosable = Double(iterations + 1) * Double(n * k * d) <= 5e6

/// The centroids of a variant of the task; also whether some cluster was empty.
func variant(
    rounds: Int, lowest: Bool = true, onEmpty: (Double) -> Double = { $0 }
) -> (centroids: Matrix, sawEmpty: Bool) {
    var centroids = initial
    var sawEmpty = false
    for _ in 0..<max(0, rounds) {
        points.round(&centroids, lowest: lowest, onEmpty: onEmpty, sawEmpty: &sawEmpty)
    }
    return (centroids, sawEmpty)
}

/// The first coordinate of `centroids` that is not the wanted one, or `nil`.
func firstDifference(_ wanted: Matrix) -> Int? {
    centroids.values.indices.first { position in
        let column = position % d
        let tolerance = 1e-9 * ranges[column] + Double(n) * 0x1p-52 * magnitudes[column]
        return !((centroids.values[position] - wanted.values[position]).magnitude <= tolerance)
    }
}

for point in 0..<n {
    guard let message = fault(point, labels[point]) else { continue }
    let detail = "point \(point) has label \(labels[point])"
    if iterations == 0, firstDifference(initial) == nil {
        validator.reject(
            "With 0 iterations each label is the index of the nearest initial centroid, the lowest in a tie.",
            detail: detail)
    }
    if diagnosable, iterations > 0 {
        let previous = variant(rounds: iterations - 1).centroids
        if (0..<n).allSatisfy({ points.nearest($0, in: previous) == labels[$0] }) {
            validator.reject(
                "The labels belong to the centroids of the round before: assign once more after the last update.",
                detail: detail)
        }
    }
    validator.reject(message, detail: detail)
}

// Centroids.

if let position = firstDifference(reference) {
    let detail = "centroid \(position / d), coordinate \(position % d): \(centroids.values[position])"
    if diagnosable {
        if firstDifference(variant(rounds: iterations + 1).centroids) == nil {
            validator.reject("The centroids are those after one round more than asked for.", detail: detail)
        }
        if iterations > 0, firstDifference(variant(rounds: iterations - 1).centroids) == nil {
            validator.reject("The centroids are those after one round less than asked for.", detail: detail)
        }
        let zeroed = variant(rounds: iterations, onEmpty: { _ in 0 })
        if zeroed.sawEmpty, firstDifference(zeroed.centroids) == nil {
            validator.reject("An empty cluster must keep its centroid; here it became zero.", detail: detail)
        }
        if firstDifference(variant(rounds: iterations, lowest: false).centroids) == nil {
            validator.reject(
                "The centroids are those of ties that went to the highest index; a tie goes to the lowest.",
                detail: detail)
        }
    }
    validator.reject(
        "The centroids are not those to which the asked rounds lead from the initial centroids.", detail: detail)
}
validator.accept()
