final class RocBuilder {
    private var points: [(Double, Double)] = []
    private(set) var area = 0.0
    private var x = 0.0, y = 0.0

    init() { points.append((0, 0)) }

    func move(right dx: Double, up dy: Double) {
        area += dx * (y + dy / 2)
        x += dx
        y += dy
        points.append((x, y))
    }

    func simplified() -> [(Double, Double)] {
        guard points.count > 2 else { return points }
        var out = [points[0]]
        for index in 1..<(points.count - 1) {
            let (px, py) = out.last!
            let (qx, qy) = points[index]
            let (rx, ry) = points[index + 1]
            let isStraight = (qx - px) * (ry - qy) == (rx - qx) * (qy - py)
            if !isStraight { out.append(points[index]) }
        }
        out.append(points[points.count - 1])
        return out
    }
}

func rocCurve(scores: [Double], labels: [Int]) -> (auc: Double, fpr: [Double], tpr: [Double]) {
    var buckets: [Double: (neg: Double, pos: Double)] = [:]
    var all = (neg: 0.0, pos: 0.0)
    for (score, label) in zip(scores, labels) {
        var bucket = buckets[score] ?? (0, 0)
        switch label {
        case 1:
            bucket.pos += 1
            all.pos += 1
        default:
            bucket.neg += 1
            all.neg += 1
        }
        buckets[score] = bucket
    }
    guard all.neg > 0, all.pos > 0 else { return (0.5, [0, 1], [0, 1]) }
    let builder = RocBuilder()
    for key in Array(buckets.keys).sorted().reversed() {
        builder.move(right: buckets[key]!.neg, up: buckets[key]!.pos)
    }
    let corners = builder.simplified()
    return (builder.area / (all.neg * all.pos), corners.map { $0.0 / all.neg }, corners.map { $0.1 / all.pos })
}
