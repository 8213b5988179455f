import Glibc

/// Takes documents from a heap, block by block, until the cut is reached: n + k log(n) for each query. Only the block that the cut goes
/// through is taken to its end.
func rankingMetrics(
    scores: [[Double]], grades: [[Int]], k: Int
) -> (
    dcg: [Double], ndcg: [Double], reciprocalRank: [Double],
    meanNDCG: Double, meanReciprocalRank: Double
) {
    var metrics = Metrics()
    for (scores, grades) in zip(scores, grades) {
        var heap = Heap(zip(scores, grades).map { Document(score: $0, grade: $1) })
        var best = Heap(grades.map { Document(score: Double($0), grade: $0) })
        metrics.add(Metrics.evaluate(&heap, k), ideal: Metrics.evaluate(&best, k).dcg)
    }
    let count = metrics.answered == 0 ? 1 : Double(metrics.answered)
    return (
        metrics.dcg, metrics.ndcg, metrics.reciprocalRank,
        metrics.ndcg.reduce(0, +) / count, metrics.reciprocalRank.reduce(0, +) / count
    )
}

private struct Metrics {
    var dcg: [Double] = []
    var ndcg: [Double] = []
    var reciprocalRank: [Double] = []
    var answered = 0

    mutating func add(_ query: (dcg: Double, reciprocalRank: Double), ideal: Double) {
        dcg.append(query.dcg)
        ndcg.append(ideal > 0 ? query.dcg / ideal : 0)
        reciprocalRank.append(query.reciprocalRank)
        if ideal > 0 { answered += 1 }
    }

    static func evaluate(_ heap: inout Heap, _ k: Int) -> (dcg: Double, reciprocalRank: Double) {
        var rank = 0
        var dcg = 0.0
        var reciprocalRank = 0.0
        var noneYet = true
        while rank < k, let top = heap.top {
            var (size, relevant) = (0, 0)
            var gains = 0.0
            while let next = heap.top, next.score == top.score {
                size += 1
                relevant += next.grade > 0 ? 1 : 0
                gains += scalbn(1, next.grade) - 1
                heap.removeTop()
            }
            var chance = 1.0
            let meanGain = gains / Double(size)
            for place in 0..<min(size, k - rank) {
                dcg += meanGain / log2(Double(rank + place + 2))
                if noneYet, chance > 0 {
                    let here = min(1, Double(relevant) / Double(size - place))
                    reciprocalRank += chance * here / Double(rank + place + 1)
                    chance *= 1 - here
                }
            }
            if relevant > 0 { noneYet = false }
            rank += size
        }
        return (dcg, reciprocalRank)
    }
}

private struct Document {
    var score: Double
    var grade: Int
}

private struct Heap {
    private var items: [Document]

    init(_ documents: [Document]) {
        items = documents
        for index in stride(from: items.count / 2 - 1, through: 0, by: -1) { sink(index) }
    }

    var top: Document? { items.first }

    mutating func removeTop() {
        items.swapAt(0, items.count - 1)
        items.removeLast()
        sink(0)
    }

    private mutating func sink(_ start: Int) {
        var index = start
        while 2 * index + 1 < items.count {
            var child = 2 * index + 1
            if child + 1 < items.count, items[child + 1].score > items[child].score { child += 1 }
            if items[child].score <= items[index].score { return }
            items.swapAt(index, child)
            index = child
        }
    }
}
