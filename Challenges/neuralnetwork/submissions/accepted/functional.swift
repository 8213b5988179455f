import Glibc

/// As the formulas have it, with sums over points at the very end.
func lossAndGradients(
    points: [[Double]], labels: [Int], hiddenWeights: [[Double]], hiddenBiases: [Double],
    outputWeights: [[Double]], outputBiases: [Double], usesTanh: Bool, penalty: Double
) -> (
    loss: Double, hiddenWeights: [[Double]], hiddenBiases: [Double], outputWeights: [[Double]], outputBiases: [Double]
) {
    let columns = transposed(hiddenWeights)
    let classes = transposed(outputWeights)
    let sums = points.map { point in zip(columns, hiddenBiases).map { dot(point, $0) + $1 } }
    let activations = sums.map { row in row.map { usesTanh ? tanh($0) : max(0, $0) } }
    let logits = activations.map { row in zip(classes, outputBiases).map { dot(row, $0) + $1 } }
    let logSums = logits.map { row in
        let largest = row.max() ?? 0
        return largest + log(row.map { exp($0 - largest) }.reduce(0, +))
    }

    let losses = logits.indices.map { logSums[$0] - logits[$0][labels[$0]] }
    let deltas = logits.indices.map { i in
        logits[i].enumerated().map { exp($1 - logSums[i]) - ($0 == labels[i] ? 1 : 0) }
    }
    let hiddenDeltas = deltas.indices.map { i in
        zip(sums[i], outputWeights).map { sum, weights in
            let slope = usesTanh ? 1 / (cosh(sum) * cosh(sum)) : sum > 0 ? 1 : 0
            return slope * dot(deltas[i], weights)
        }
    }

    let squares = (hiddenWeights + outputWeights).map { dot($0, $0) }.reduce(0, +)
    return (
        mean(losses) + penalty * squares / 2,
        gradient(points, hiddenDeltas, hiddenWeights, penalty), columnMeans(hiddenDeltas, hiddenBiases.count),
        gradient(activations, deltas, outputWeights, penalty), columnMeans(deltas, outputBiases.count)
    )
}

/// The gradient of `weights` between a layer with these activations and one with these derivatives.
private func gradient(
    _ activations: [[Double]], _ deltas: [[Double]], _ weights: [[Double]], _ penalty: Double
) -> [[Double]] {
    var result = weights.map { row in row.map { penalty * $0 } }
    for (row, delta) in zip(activations, deltas) {
        for (k, a) in row.enumerated() {
            for (j, derivative) in delta.enumerated() { result[k][j] += a * derivative / Double(deltas.count) }
        }
    }
    return result
}

private func mean(_ values: [Double]) -> Double { values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count) }

private func columnMeans(_ rows: [[Double]], _ count: Int) -> [Double] {
    (0..<count).map { column in mean(rows.map { $0[column] }) }
}

private func transposed(_ rows: [[Double]]) -> [[Double]] {
    rows[0].indices.map { column in rows.map { $0[column] } }
}

private func dot(_ left: [Double], _ right: [Double]) -> Double {
    zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
}
