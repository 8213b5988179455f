/// Sorts by the bits of the scores, eight at a time: time n, with no comparison. Bits of a Double order like integers once negative
/// numbers are complemented; -0 must become 0 first, or the two would be different scores.
func rocCurve(scores: [Double], labels: [Int]) -> (auc: Double, fpr: [Double], tpr: [Double]) {
    let positives = labels.reduce(0, +)
    let negatives = labels.count - positives
    guard positives > 0, negatives > 0 else { return (0.5, [0, 1], [0, 1]) }

    // The label takes the place of an index: nothing else of a sample is needed.
    var samples = zip(scores, labels).map { Sample(key: sortingKey($0), label: $1) }
    radixSort(&samples)
    var fpr = [0.0]
    var tpr = [0.0]
    var (fp, tp, doubledArea) = (0, 0, 0)
    var (lastRight, lastUp) = (0, 0)
    var index = samples.count - 1
    while index >= 0 {
        let key = samples[index].key
        var (right, up) = (0, 0)
        while index >= 0, samples[index].key == key {
            up += samples[index].label
            right += 1 - samples[index].label
            index -= 1
        }
        doubledArea += right * (2 * tp + up)
        fp += right
        tp += up
        if fpr.count > 1, lastRight * up == lastUp * right {
            fpr.removeLast()
            tpr.removeLast()
        }
        (lastRight, lastUp) = (right, up)
        fpr.append(Double(fp) / Double(negatives))
        tpr.append(Double(tp) / Double(positives))
    }
    return (Double(doubledArea) / Double(2 * positives * negatives), fpr, tpr)
}

private struct Sample {
    var key: UInt64
    var label: Int
}

/// An integer that rises with the score, the same for 0 and -0.
private func sortingKey(_ score: Double) -> UInt64 {
    let bits = (score == 0 ? 0 : score).bitPattern
    return bits >> 63 == 1 ? ~bits : bits | 1 << 63
}

private func radixSort(_ samples: inout [Sample]) {
    var buffer = samples
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
        var starts = [Int](repeating: 0, count: 257)
        for sample in samples { starts[Int(sample.key >> shift & 255) + 1] += 1 }
        for digit in 1...256 { starts[digit] += starts[digit - 1] }
        for sample in samples {
            let digit = Int(sample.key >> shift & 255)
            buffer[starts[digit]] = sample
            starts[digit] += 1
        }
        swap(&samples, &buffer)
    }
}
