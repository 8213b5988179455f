import ChallengeKit

// An answer is judged by its properties, so that signs, the choice among eigenvectors of one eigenvalue, and the order of eigenvalues of
// one magnitude do not matter. With the true magnitudes m_1 >= m_2 >= ..., and r = m_1 (1 for a matrix of zeros),
//
//     | |l_i| - m_i |                <= 1e-7 r    the magnitudes, in decreasing order, so that none is missed,
//     |v_i . v_i - 1|, |v_i . v_j|   <= 1e-7      orthonormal vectors,
//     ||A v_i - l_i v_i||            <= 1e-7 r    that are eigenvectors, with the sign of the eigenvalue.
//
// Orthonormal vectors with small residuals stand for as many different eigenvalues, each counted as often as it occurs (Kahan, Inclusion
// theorems for clusters of eigenvalues of Hermitian matrices, 1967). So 3 cannot be returned twice if 3 and -3 occur once.
//
// Why 1e-7: methods that converge leave 1e-12 and less in `Double`, even the product of a matrix with its eigenvector iterated 400 times
// (0.9^400 is 5e-19), while `Float` leaves 1e-6, an iteration that waits for its eigenvalue 1e-5, and twenty steps 1e-1.
let tolerance = 1e-7

func dot(_ left: [Double], _ right: [Double]) -> Double {
    var sum = 0.0
    for index in left.indices { sum += left[index] * right[index] }
    return sum
}

func length(_ vector: [Double]) -> Double { dot(vector, vector).squareRoot() }

/// All eigenvalues of a symmetric matrix, smallest first: Householder's tridiagonal form, then bisection by the number of negative
/// pivots (Golub and Van Loan, Matrix Computations, 8.3 and 8.4).
func eigenvalues(of matrix: [[Double]]) -> [Double] {
    let size = matrix.count
    var a = matrix
    var off: [Double] = []
    for column in 0..<max(0, size - 1) {
        var vector = (column + 1..<size).map { a[$0][column] }
        let image = vector[0] > 0 ? -length(vector) : length(vector)
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
    let reach = diagonal.reduce(0) { max($0, abs($1)) } + 2 * off.reduce(0) { max($0, abs($1)) }
    if reach == 0 { return diagonal }
    func countBelow(_ bound: Double) -> Int {
        var count = 0
        var pivot = 1.0
        for index in 0..<size {
            pivot = diagonal[index] - bound - (index > 0 ? off[index - 1] * off[index - 1] / pivot : 0)
            if pivot == 0 { pivot = -1e-18 * reach }
            if pivot < 0 { count += 1 }
        }
        return count
    }
    return (0..<size).map { rank in
        var (low, high) = (-1.01 * reach, 1.01 * reach)
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if countBelow(middle) > rank { high = middle } else { low = middle }
        }
        return (low + high) / 2
    }
}

/// What the solution was given, and all true eigenvalues.
struct Problem {
    let matrix: [[Double]]
    let k: Int
    /// By magnitude, largest first.
    let values: [Double]
    /// What values and residuals are measured in.
    let unit: Double

    init(_ input: inout Reader) {
        matrix = input.matrix("the matrix")
        k = input.int("k")
        input.end()
        values = eigenvalues(of: matrix).sorted { abs($0) > abs($1) }
        unit = matrix.allSatisfy { $0.allSatisfy { $0 == 0 } } ? 1 : abs(values[0])
    }

    func times(_ vector: [Double]) -> [Double] { matrix.map { dot($0, vector) } }

    /// ||A v - value v||, in units.
    func residual(_ vector: [Double], _ value: Double) -> Double {
        length(zip(times(vector), vector).map { $0 - value * $1 }) / unit
    }
}

/// What a solution answered.
struct Answer {
    let values: [Double]
    let vectors: [[Double]]

    init(_ reader: inout Reader) {
        values = reader.doubleList("eigenvalues")
        vectors = reader.matrix("eigenvectors")
        reader.end()
    }
}

/// The first rule that an answer breaks, as a sentence; `nil` when it is right.
struct Judgement {
    let problem: Problem
    let answer: Answer

    private var n: Int { problem.matrix.count }
    private var k: Int { problem.k }

    private func isNear(_ left: [Double], _ right: [Double], _ unit: Double) -> Bool {
        left.count == right.count && zip(left, right).allSatisfy { abs($0 - $1) <= tolerance * unit }
    }

    func complaint() -> String? { shape() ?? lengths() ?? values() ?? residuals() ?? orthogonality() }

    private func shape() -> String? {
        if answer.values.count != k { return "There must be exactly k eigenvalues." }
        let vectors = answer.vectors
        if vectors.count == k, vectors.allSatisfy({ $0.count == n }) { return nil }
        if vectors.count == n, vectors[0].count == k {
            return "The eigenvectors must be rows: k rows of n numbers, not n rows of k."
        }
        return "There must be exactly k eigenvectors of n numbers each."
    }

    private func lengths() -> String? {
        for vector in answer.vectors where abs(dot(vector, vector) - 1) > tolerance {
            if length(vector) < 1e-3 {
                return
                    "An eigenvector has length 0: also where the eigenvalue is 0, it is a unit vector, orthogonal to all others."
            }
            if abs(dot(vector, vector) - 1) < 1e-4 {
                return "An eigenvector's length is slightly off 1: digits are lost; compute in Double, and to the end."
            }
            return "Eigenvectors must be unit vectors: their squares must sum to 1."
        }
        return nil
    }

    private func values() -> String? {
        let right = problem.values.prefix(k).map { abs($0) }
        let found = answer.values
        let unit = problem.unit
        if isNear(found.map { abs($0) }, right, unit) { return nil }
        if mixesOpposite() { return Self.mixture }
        if isNear(found.map { abs($0) }, right.map { $0 * $0 }, unit * unit) {
            return "It looks as if the eigenvalues are those of the square of the matrix."
        }
        if isNear(found.map { abs($0) }.sorted(by: >), right, unit) {
            return "Eigenpairs must come by decreasing magnitude of the eigenvalue."
        }
        if isNear(found, Array(problem.values.sorted(by: >).prefix(k)), unit) {
            return
                "It looks as if the largest eigenvalues are returned: asked for are those of largest magnitude, also negative ones."
        }
        if isNear(found, Array(problem.values.sorted(by: <).prefix(k)), unit) {
            return "It looks as if the smallest eigenvalues are returned: asked for are those of largest magnitude."
        }
        if isNear(found.map { abs($0) }.sorted(by: >), problem.values.suffix(k).map { abs($0) }, unit) {
            return "It looks as if the eigenvalues of smallest magnitude are returned: asked for are the largest."
        }
        let isEach = found.allSatisfy { value in
            problem.values.contains { abs($0 - value) <= 10 * tolerance * unit }
        }
        if isEach { return missed(found) }
        // An iteration finds one eigenvector as long as it is not told to look elsewhere.
        if k > 1, zip(found, found.dropFirst()).allSatisfy({ abs($0 - $1) <= 1e-3 * unit }) {
            return
                "It looks as if the same eigenpair is found each time: take what is found out of the matrix, or out of the vector."
        }
        let worst = zip(found, right).map { abs(abs($0) - $1) / unit }.max() ?? 0
        if worst < 1e-5 { return "An eigenvalue is slightly off: digits are lost; compute in Double, and to the end." }
        if worst < 0.1 { return "An eigenvalue is off: it looks as if an iteration ends before it has converged." }
        return "An eigenvalue is not one of the matrix."
    }

    private func missed(_ found: [Double]) -> String {
        let unit = problem.unit
        func isEqual(_ left: Double, _ right: Double) -> Bool { abs(left - right) <= 10 * tolerance * unit }
        var different: [Double] = []
        for value in problem.values where !different.contains(where: { isEqual($0, value) }) { different.append(value) }
        if different.count < n, zip(found, different).allSatisfy({ isEqual(abs($0), abs($1)) }) {
            return
                "It looks as if an eigenvalue that occurs several times is returned once: it counts as often as it occurs."
        }
        if k > 1, found.allSatisfy({ isEqual($0, found[0]) }) {
            return
                "It looks as if the same eigenpair is found each time: take what is found out of the matrix, or out of the vector."
        }
        return "An eigenvalue of larger magnitude is missed."
    }

    private static let mixture =
        "A vector mixes eigenvectors of opposite eigenvalues: the matrix only multiplied with it alternates, and never settles."

    /// Whether some vector is an eigenvector of the square of the matrix only.
    private func mixesOpposite() -> Bool {
        answer.vectors.contains { vector in
            let image = problem.times(vector)
            let magnitude = length(image)
            guard magnitude > 1e-3 * problem.unit else { return false }
            let twice = problem.times(image)
            let error = length(zip(twice, vector).map { $0 - magnitude * magnitude * $1 })
            return error <= 1e-5 * problem.unit * problem.unit
                && min(problem.residual(vector, magnitude), problem.residual(vector, -magnitude)) > 1e-3
        }
    }

    private func residuals() -> String? {
        let errors = zip(answer.vectors, answer.values).map { problem.residual($0, $1) }
        let worst = errors.max() ?? 0
        if worst <= tolerance { return nil }
        let unsigned = zip(answer.vectors, answer.values).allSatisfy {
            min(problem.residual($0, $1), problem.residual($0, -$1)) <= tolerance
        }
        if unsigned {
            return "An eigenvalue has the wrong sign: A v points against v where the eigenvalue is negative."
        }
        if mixesOpposite() { return Self.mixture }
        if k == n {
            let turned = answer.values.indices.allSatisfy { index in
                problem.residual(answer.vectors.map { $0[index] }, answer.values[index]) <= tolerance
            }
            if turned { return "It looks as if eigenvectors are columns of what is returned: they are rows." }
        }
        if worst < 1e-5 { return "An eigenvector is slightly off: digits are lost; compute in Double, and to the end." }
        if worst < 0.05 { return "An eigenvector is off: it looks as if an iteration ends before it has converged." }
        return "A vector is not an eigenvector of the eigenvalue that goes with it."
    }

    private func orthogonality() -> String? {
        for i in 0..<k {
            for j in 0..<i where abs(dot(answer.vectors[i], answer.vectors[j])) > tolerance {
                return "Two eigenvectors are not orthogonal to each other."
            }
        }
        return nil
    }
}

extension OutputValidator {
    /// Refuses numbers that are not finite with a message of their own.
    func refuseInfinite() {
        var probe = output
        while !probe.isAtEnd() {
            if ["nan", "-nan", "inf", "-inf"].contains(probe.word()) {
                reject("All numbers must be finite: a vector of zeros cannot be brought to length 1.")
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
let worst = zip(found.vectors, found.values).map { problem.residual($0, $1) }.max() ?? 0
validator.metric("largest_residual", worst)
validator.accept()
