func rocCurve(scores: [Double], labels: [Int]) -> (auc: Double, fpr: [Double], tpr: [Double]) {
    var positives = 0
    var negatives = 0
    for label in labels {
        if label == 1 {
            positives += 1
        } else {
            negatives += 1
        }
    }
    if positives == 0 || negatives == 0 {
        return (0.5, [0, 1], [0, 1])
    }

    let order = (0..<scores.count).sorted { scores[$0] > scores[$1] }
    var xs = [0]
    var ys = [0]
    var fp = 0
    var tp = 0
    var i = 0
    while i < order.count {
        let score = scores[order[i]]
        while i < order.count && scores[order[i]] == score {
            if labels[order[i]] == 1 {
                tp += 1
            } else {
                fp += 1
            }
            i += 1
        }
        xs.append(fp)
        ys.append(tp)
    }

    var area = 0.0
    for j in 1..<xs.count {
        area += Double(xs[j] - xs[j - 1]) * Double(ys[j] + ys[j - 1]) / 2
    }
    area /= Double(positives) * Double(negatives)

    var keep = [0]
    for j in 1..<xs.count {
        while keep.count >= 2 {
            let a = keep[keep.count - 2]
            let b = keep[keep.count - 1]
            let cross = (xs[b] - xs[a]) * (ys[j] - ys[b]) - (ys[b] - ys[a]) * (xs[j] - xs[b])
            if cross != 0 { break }
            keep.removeLast()
        }
        keep.append(j)
    }
    let fpr = keep.map { Double(xs[$0]) / Double(negatives) }
    let tpr = keep.map { Double(ys[$0]) / Double(positives) }
    return (area, fpr, tpr)
}
