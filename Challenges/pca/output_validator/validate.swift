import ChallengeKit

// An answer is judged by its properties, so that signs, and the choice among the directions of one variance, do not matter. With
// the covariance matrix C (sums divided by n), the total variance V, its trace, and the largest variances l*_1 >= l*_2 >= ...,
//
//     |mean_j - mean*_j|         <= 1e-7 sqrt(V)     the mean,
//     |l_i - l*_i|               <= 1e-7 V           every variance, in decreasing order, so that none is missed,
//     |v_i . v_i - 1|, |v_i . v_j| <= 1e-7           orthonormal components,
//     ||C v_i - l_i v_i||        <= 1e-7 V           that are eigenvectors,
//     |p_ri - (x_r - mean*) . v_i| <= 1e-7 sqrt(V)   the projections onto them, with their signs.
//
// Where all points are equal, V is replaced by the squared length of the point, and by 1 if that is 0.
//
// Why these numbers: the input validator promises n ||x|| <= 1e8 sqrt(V) for all points, so a mean, summed in any order, is
// off by at most 1e-8 sqrt(V), and all else of a right solution in `Double` by far less (1e-12 and below). Sums of raw squares are
// off by (||x|| / sqrt(V))^2 1e-16, which the data that are far from zero make 1e-5; `Float` by 1e-6 and more.
let tolerance = 1e-7

/// Points, centred, and their covariance matrix.
struct Problem {
    let points: [[Double]]
    let k: Int
    let n: Int
    let d: Int
    let mean: [Double]
    let centred: [[Double]]
    let covariance: [[Double]]
    /// What variances, and what lengths are measured in.
    let total: Double
    let unit: Double
    /// All eigenvalues of the covariance matrix, largest first.
    let variances: [Double]

    init(_ input: inout Reader) {
        let points = input.matrix("points")
        self.points = points
        k = input.int("k")
        input.end()
        n = points.count
        let d = points[0].count
        self.d = d
        let count = Double(points.count)
        // A constant column is centred to exact zeros, whatever its mean is rounded to.
        let mean = (0..<d).map { j in
            points.allSatisfy { $0[j] == points[0][j] } ? points[0][j] : points.reduce(0) { $0 + $1[j] } / count
        }
        self.mean = mean
        centred = points.map { point in (0..<d).map { point[$0] - mean[$0] } }
        let covariance = momentsOfOrderTwo(centred)
        self.covariance = covariance
        let trace = (0..<d).reduce(0) { $0 + covariance[$1][$1] }
        let square = points[0].reduce(0) { $0 + $1 * $1 }
        total = trace > 0 ? trace : square > 0 ? square : 1
        unit = total.squareRoot()
        variances = eigenvalues(of: covariance)
    }
}

/// The matrix of mean products of columns.
func momentsOfOrderTwo(_ rows: [[Double]]) -> [[Double]] {
    let d = rows[0].count
    var flat = [Double](repeating: 0, count: d * d)
    for row in rows {
        for i in 0..<d where row[i] != 0 {
            for j in 0...i { flat[i * d + j] += row[i] * row[j] }
        }
    }
    let count = Double(rows.count)
    return (0..<d).map { i in (0..<d).map { j in flat[max(i, j) * d + min(i, j)] / count } }
}

func dot(_ left: [Double], _ right: [Double]) -> Double {
    var sum = 0.0
    for index in left.indices { sum += left[index] * right[index] }
    return sum
}

/// The eigenvalues of a symmetric matrix, largest first: Householder's tridiagonal form, then bisection by the number of negative
/// pivots (Golub and Van Loan, Matrix Computations, 8.3 and 8.4).
func eigenvalues(of matrix: [[Double]]) -> [Double] {
    let size = matrix.count
    var a = matrix
    var off: [Double] = []
    for column in 0..<max(0, size - 1) {
        var vector = (column + 1..<size).map { a[$0][column] }
        let length = dot(vector, vector).squareRoot()
        let image = vector[0] > 0 ? -length : length
        off.append(image)
        vector[0] -= image
        let square = dot(vector, vector)
        guard square > 0 else { continue }
        let first = column + 1
        let product = vector.indices.map { row -> Double in
            var sum = 0.0
            for index in vector.indices { sum += a[first + row][first + index] * vector[index] }
            return sum * 2 / square
        }
        let share = dot(product, vector) / square
        let other = zip(product, vector).map { $0 - share * $1 }
        for row in vector.indices {
            for index in vector.indices {
                a[first + row][first + index] -= vector[row] * other[index] + other[row] * vector[index]
            }
        }
    }
    let diagonal = (0..<size).map { a[$0][$0] }
    let reach = (0..<size).reduce(0.0) { reach, index in
        let left = index > 0 ? abs(off[index - 1]) : 0
        let right = index + 1 < size ? abs(off[index]) : 0
        return max(reach, abs(diagonal[index]) + left + right)
    }
    if reach == 0 { return diagonal }
    func countBelow(_ bound: Double) -> Int {
        var count = 0
        var pivot = 1.0
        for index in 0..<size {
            let coupling = index > 0 ? off[index - 1] * off[index - 1] / pivot : 0
            pivot = diagonal[index] - bound - coupling
            if pivot == 0 { pivot = -1e-18 * reach }
            if pivot < 0 { count += 1 }
        }
        return count
    }
    return (0..<size).map { rank in
        var (low, high) = (-1.01 * reach, 1.01 * reach)
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if countBelow(middle) >= size - rank { high = middle } else { low = middle }
        }
        return (low + high) / 2
    }
}

/// What a solution answered.
struct Answer {
    let mean: [Double]
    let components: [[Double]]
    let variances: [Double]
    let projected: [[Double]]

    init(_ reader: inout Reader) {
        mean = reader.doubleList("the mean")
        components = reader.matrix("components")
        variances = reader.doubleList("variances")
        projected = reader.matrix("the projections")
        reader.end()
    }
}

/// The first rule that an answer breaks, as a sentence; `nil` when it is right.
struct Judgement {
    let problem: Problem
    let answer: Answer

    private var n: Int { problem.n }
    private var d: Int { problem.d }
    private var k: Int { problem.k }

    private func isNear(_ left: [Double], _ right: [Double], _ unit: Double) -> Bool {
        left.count == right.count && zip(left, right).allSatisfy { abs($0 - $1) <= tolerance * unit }
    }

    func complaint() -> String? { shape() ?? mean() ?? variances() ?? lengths() ?? eigenvectors() ?? projections() }

    private func shape() -> String? {
        if answer.mean.count != d { return "The mean must have one number for each column of the points." }
        let components = answer.components
        if components.count != k || components.contains(where: { $0.count != d }) {
            if components.count == d, components[0].count == k {
                return "The components must be rows: k rows of d numbers, not d rows of k."
            }
            return "There must be exactly k components of d numbers each."
        }
        if answer.variances.count != k { return "There must be exactly k variances, one for each component." }
        if answer.projected.count == n, answer.projected.allSatisfy({ $0.count == k }) { return nil }
        if answer.projected.count == k, answer.projected[0].count == n {
            return "The projections must have a row for each point: n rows of k numbers, not k rows of n."
        }
        return "There must be a projection of k numbers for each point."
    }

    private func mean() -> String? {
        if isNear(answer.mean, problem.mean, problem.unit) { return nil }
        if isNear(answer.mean, problem.mean.map { $0 * Double(n) }, problem.unit * Double(n)) {
            return "It looks as if the mean is a sum: divide by n."
        }
        if answer.mean.allSatisfy({ abs($0) <= tolerance * problem.unit }) {
            return "The mean is 0: return the mean of the points as given."
        }
        return "The mean is not that of the points, or digits of it are lost."
    }

    private func variances() -> String? {
        let right = Array(problem.variances.prefix(k))
        let found = answer.variances
        let total = problem.total
        if isNear(found, right, total) { return nil }
        func fits(_ unit: Double, _ change: (Double) -> Double) -> Bool { isNear(found, right.map(change), unit) }
        let count = Double(n)
        let trace = problem.variances.reduce(0, +)
        if trace > 0 {
            if n > 1, fits(total * 2, { $0 * count / (count - 1) }) {
                return "It looks as if variances are divided by n - 1: divide by n."
            }
            if fits(total * count, { $0 * count }) { return "It looks as if sums of squares are not divided by n." }
            // A root magnifies the rounding of what is nearly 0.
            let bare = right.map { max(0, $0) }
            if zip(found, bare).allSatisfy({ abs($0 * abs($0) - $1) <= 10 * tolerance * total }) {
                return "It looks as if standard deviations are returned: return variances, their squares."
            }
            if zip(found, bare).allSatisfy({ abs($0 * abs($0) - $1 * count) <= 10 * tolerance * total * count }) {
                return "It looks as if singular values are returned: a variance is the square of one, divided by n."
            }
            if fits(1, { $0 / trace }) {
                return "It looks as if shares of the total variance are returned: return the variances themselves."
            }
            if k < d, fits(1, { $0 / right.reduce(0, +) }) {
                return "It looks as if shares of the k variances are returned: return the variances themselves."
            }
        }
        if isNear(found.sorted(by: >), right, total) { return "Components must come by decreasing variance." }
        if isNear(found.sorted(by: >), Array(problem.variances.suffix(k)), total) {
            return "It looks as if the components of the smallest variance are returned: return those of the largest."
        }
        if isNear(found, Array(eigenvalues(of: momentsOfOrderTwo(problem.points)).prefix(k)), total) {
            return "It looks as if the points are not centred: subtract the mean first."
        }
        let deviations = (0..<d).map { problem.covariance[$0][$0].squareRoot() }
        let correlation = (0..<d).map { i in
            (0..<d).map { j in
                let product = deviations[i] * deviations[j]
                return product > 0 ? problem.covariance[i][j] / product : 0
            }
        }
        if isNear(found, Array(eigenvalues(of: correlation).prefix(k)), 1) {
            return "It looks as if columns are divided by their standard deviations: only the mean is subtracted."
        }
        return missedOrLost(found, right)
    }

    private func missedOrLost(_ found: [Double], _ right: [Double]) -> String {
        let total = problem.total
        let isEach = found.allSatisfy { value in
            problem.variances.contains { abs($0 - value) <= 10 * tolerance * total }
        }
        if isEach {
            return
                "A component of larger variance is missed: variances are some of the right ones, but not the largest k."
        }
        let worst = zip(found, right).map { abs($0 - $1) / total }.max() ?? 0
        let longest = problem.points.map { dot($0, $0) }.max() ?? 0
        if longest > 1e8 * total {
            return "It looks as if digits are lost far from zero: subtract the mean before multiplying, in Double."
        }
        if worst < 1e-5 { return "A variance is slightly off: digits are lost; compute in Double, and to the end." }
        if worst < 0.1 { return "A variance is off: it looks as if an iteration ends before it has converged." }
        return "A variance is not that of a principal component."
    }

    private func lengths() -> String? {
        let squares = answer.components.map { dot($0, $0) }
        for square in squares where abs(square - 1) > tolerance {
            if square < 1e-3 {
                return
                    "A component has length 0: also where nothing varies, components are unit vectors, orthogonal to all others."
            }
            let right = problem.variances
            if zip(squares, right).allSatisfy({ abs($0 - $1) <= 1e-6 * problem.total }) {
                return "It looks as if components are multiplied by standard deviations: return unit vectors."
            }
            if abs(square - 1) < 1e-4 {
                return "A component's length is slightly off 1: digits are lost; compute in Double, and to the end."
            }
            return "Components must be unit vectors."
        }
        return nil
    }

    private func eigenvectors() -> String? {
        let components = answer.components
        let errors = components.indices.map { index -> Double in
            let component = components[index]
            let value = answer.variances[index]
            let parts = problem.covariance.indices.map {
                dot(problem.covariance[$0], component) - value * component[$0]
            }
            return dot(parts, parts).squareRoot() / problem.total
        }
        let worst = errors.max() ?? 0
        if worst > tolerance {
            if k == d {
                let turned = (0..<d).allSatisfy { index in
                    let component = components.map { $0[index] }
                    let parts = problem.covariance.indices.map {
                        dot(problem.covariance[$0], component) - answer.variances[index] * component[$0]
                    }
                    return dot(parts, parts).squareRoot() <= tolerance * problem.total
                }
                if turned { return "It looks as if eigenvectors are columns of what is returned: components are rows." }
            }
            if worst < 1e-5 {
                return "A component is slightly off: digits are lost; compute in Double, and to the end."
            }
            if worst < 0.02 {
                return "A component is off: it looks as if an iteration ends before it has converged."
            }
            return "A component is not a direction of the variance that goes with it."
        }
        for i in components.indices {
            for j in 0..<i where abs(dot(components[i], components[j])) > tolerance {
                return "Two components are not orthogonal to each other."
            }
        }
        return nil
    }

    private func projections() -> String? {
        let components = answer.components
        let unit = problem.unit
        func fits(_ rows: [[Double]], _ change: (Double, Int) -> Double = { value, _ in value }) -> Bool {
            zip(rows, answer.projected).allSatisfy { row, found in
                components.indices.allSatisfy { index in
                    abs(change(dot(row, components[index]), index) - found[index]) <= tolerance * unit
                }
            }
        }
        if fits(problem.centred) { return nil }
        if fits(problem.points) { return "It looks as if the points are projected as given: subtract the mean first." }
        let haveOneSign = components.indices.allSatisfy { index in
            let pairs = zip(problem.centred, answer.projected).map { (dot($0, components[index]), $1[index]) }
            return pairs.allSatisfy { abs($0 - $1) <= tolerance * unit }
                || pairs.allSatisfy { abs($0 + $1) <= tolerance * unit }
        }
        if haveOneSign {
            return "A component and the projections onto it have opposite signs: change both, or neither."
        }
        let roots = answer.variances.map { max(0, $0).squareRoot() }
        let isWhitened = zip(problem.centred, answer.projected).allSatisfy { row, found in
            components.indices.allSatisfy { index in
                roots[index] <= 1e-4 * unit
                    || abs(dot(row, components[index]) / roots[index] - found[index]) <= 1e-6 * unit / roots[index]
            }
        }
        if isWhitened {
            return "It looks as if projections are divided by standard deviations: return them as they are."
        }
        return "A projection is not that of its point, less the mean, onto the components."
    }
}

extension OutputValidator {
    /// Refuses numbers that are not finite with a message of their own.
    func refuseInfinite() {
        var probe = output
        while !probe.isAtEnd() {
            if ["nan", "-nan", "inf", "-inf"].contains(probe.word()) {
                reject("All numbers must be finite: where a variance is 0, nothing may be divided by it.")
            }
        }
    }
}

var validator = OutputValidator()
let problem = Problem(&validator.input)
// The answer file is the model solution's; a wrong one is the challenge's fault.
let model = Answer(&validator.answer)
if let complaint = Judgement(problem: problem, answer: model).complaint() { validator.answer.fail(complaint) }

validator.refuseInfinite()
let found = Answer(&validator.output)
if let complaint = Judgement(problem: problem, answer: found).complaint() { validator.reject(complaint) }
let captured = problem.variances.prefix(problem.k).reduce(0, +)
if captured > 0 { validator.metric("variance_captured", found.variances.reduce(0, +) / captured) }
validator.accept()
