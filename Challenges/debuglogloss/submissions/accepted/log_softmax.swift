import Glibc

/// Written anew: log-probabilities of the labelled rows first; losses are its entries, derivatives its powers.
func logLoss(logits: [[Double]], labels: [Int]) -> (loss: Double, gradient: [[Double]]) {
    let labelled = labels.filter { $0 >= 0 }.count
    if labelled == 0 { return (0, logits.map { $0.map { _ in 0 } }) }
    let weight = 1 / Double(labelled)
    var loss = 0.0
    let gradient = zip(logits, labels).map { row, label -> [Double] in
        guard label >= 0 else { return row.map { _ in 0 } }
        let largest = row.max()!
        let logSum = log(row.reduce(0) { $0 + exp($1 - largest) })
        let logarithms = row.map { $0 - largest - logSum }
        loss -= logarithms[label] * weight
        return logarithms.enumerated().map { (exp($1) - ($0 == label ? 1 : 0)) * weight }
    }
    return (loss, gradient)
}
