// what: How many values of a range are smaller, 3 n times, on a tree of sorted blocks.
// time: n log^2 n
// space: n log n
// time-bound: n
// space-bound: n * log(n)
// strict: true
// time-verdict: over
// space-verdict: within
// why: Each query visits order log(n) blocks and bisects in each; every level of the tree holds all n values.

struct RankTree {
    private var levels: [[Int]]
    private let size: Int

    init(_ values: [Int]) {
        size = values.count
        levels = [values]
        var width = 1
        while width < size {
            levels.append(RankTree.merged(levels[levels.count - 1], width))
            width *= 2
        }
    }

    private static func merged(_ source: [Int], _ width: Int) -> [Int] {
        var target = source
        for start in stride(from: 0, to: source.count, by: 2 * width) {
            let middle = min(start + width, source.count)
            let end = min(start + 2 * width, source.count)
            var (left, right) = (start, middle)
            for slot in start..<end {
                if right == end || (left < middle && source[left] <= source[right]) {
                    target[slot] = source[left]
                    left += 1
                } else {
                    target[slot] = source[right]
                    right += 1
                }
            }
        }
        return target
    }

    private func rank(_ level: Int, _ start: Int, _ limit: Int) -> Int {
        var low = start
        var high = start + 1 << level
        while low < high {
            let middle = (low + high) / 2
            if levels[level][middle] < limit {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low - start
    }

    func count(_ range: Range<Int>, below limit: Int) -> Int {
        var start = range.lowerBound
        var total = 0
        while start < range.upperBound {
            var level = 0
            while start & ((2 << level) - 1) == 0, start + 2 << level <= range.upperBound { level += 1 }
            total += rank(level, start, limit)
            start += 1 << level
        }
        return total
    }
}

func work(_ values: [Int]) -> Int {
    guard values.count > 1 else { return 0 }
    let tree = RankTree(values)
    var total = 0
    for (index, value) in values.enumerated() {
        let end = values.count - index / 3
        for start in [index / 5, index / 4, index / 3] {
            total &+= tree.count((start + 1)..<end, below: value &+ start)
        }
    }
    return total
}
