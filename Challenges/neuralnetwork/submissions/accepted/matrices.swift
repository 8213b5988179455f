import Foundation

/// As matrix products over the whole batch, in flat arrays.
private struct Matrix {
    let rows: Int
    let columns: Int
    var values: [Double]

    init(rows: Int, columns: Int, values: [Double]? = nil) {
        self.rows = rows
        self.columns = columns
        self.values = values ?? [Double](repeating: 0, count: rows * columns)
    }

    init(_ lines: [[Double]], columns: Int) {
        self.init(rows: lines.count, columns: columns, values: lines.flatMap { $0 })
    }

    var transposed: Matrix {
        var result = Matrix(rows: columns, columns: rows)
        for i in 0..<rows {
            for j in 0..<columns { result.values[j * rows + i] = values[i * columns + j] }
        }
        return result
    }

    var lines: [[Double]] { (0..<rows).map { Array(values[$0 * columns..<($0 + 1) * columns]) } }

    var columnSums: [Double] {
        (0..<columns).map { column in (0..<rows).reduce(0) { $0 + values[$1 * columns + column] } }
    }

    var sumOfSquares: Double { values.reduce(0) { $0 + $1 * $1 } }

    static func * (left: Matrix, right: Matrix) -> Matrix {
        var result = Matrix(rows: left.rows, columns: right.columns)
        for i in 0..<left.rows {
            for k in 0..<left.columns {
                let factor = left.values[i * left.columns + k]
                for j in 0..<right.columns {
                    result.values[i * right.columns + j] += factor * right.values[k * right.columns + j]
                }
            }
        }
        return result
    }

    static func += (matrix: inout Matrix, row: [Double]) {
        for i in 0..<matrix.rows {
            for j in 0..<matrix.columns { matrix.values[i * matrix.columns + j] += row[j] }
        }
    }

    mutating func add(_ factor: Double, times other: Matrix) {
        for index in values.indices { values[index] += factor * other.values[index] }
    }
}

func lossAndGradients(
    points: [[Double]], labels: [Int], hiddenWeights: [[Double]], hiddenBiases: [Double],
    outputWeights: [[Double]], outputBiases: [Double], usesTanh: Bool, penalty: Double
) -> (
    loss: Double, hiddenWeights: [[Double]], hiddenBiases: [Double], outputWeights: [[Double]], outputBiases: [Double]
) {
    let n = points.count
    let c = outputBiases.count
    let inputs = Matrix(points, columns: hiddenWeights.count)
    let first = Matrix(hiddenWeights, columns: hiddenBiases.count)
    let second = Matrix(outputWeights, columns: c)

    var sums = inputs * first
    sums += hiddenBiases
    var activations = sums
    activations.values = sums.values.map { usesTanh ? tanh($0) : $0 > 0 ? $0 : 0 }
    var deltas = activations * second
    deltas += outputBiases

    var losses = 0.0
    for i in 0..<n {
        let row = i * c..<(i + 1) * c
        let largest = deltas.values[row].max()!
        let logSum = largest + log(row.reduce(0) { $0 + exp(deltas.values[$1] - largest) })
        losses += logSum - deltas.values[i * c + labels[i]]
        for place in row { deltas.values[place] = exp(deltas.values[place] - logSum) / Double(n) }
        deltas.values[i * c + labels[i]] -= 1 / Double(n)
    }

    var outputGradient = activations.transposed * deltas
    outputGradient.add(penalty, times: second)
    var back = deltas * second.transposed
    for place in back.values.indices {
        if usesTanh {
            let hyperbolic = activations.values[place]
            back.values[place] *= (1 - hyperbolic) * (1 + hyperbolic)
        } else if sums.values[place] <= 0 {
            back.values[place] = 0
        }
    }
    var hiddenGradient = inputs.transposed * back
    hiddenGradient.add(penalty, times: first)

    let mean = n > 0 ? losses / Double(n) : 0
    return (
        mean + penalty / 2 * (first.sumOfSquares + second.sumOfSquares), hiddenGradient.lines, back.columnSums,
        outputGradient.lines, deltas.columnSums
    )
}
