/// Which places of two sequences belong together.
enum Pairing {
    /// One step through both sequences.
    enum Step: Equatable {
        /// Place `0` of the old sequence stands beside place `1` of the new one, equal or not.
        case both(Int, Int)
        /// Only the old sequence has something here.
        case old(Int)
        /// Only the new sequence has something here.
        case new(Int)
    }

    /// The most cells of the table that finds the longest common subsequence.
    static let maximumCells = 250_000

    /// Place by place where both are equally long; otherwise along a longest common subsequence, with what lies between
    /// two common places set side by side. Above ``maximumCells`` the search is left out: place by place, then the
    /// rest.
    static func steps(_ old: [String], _ new: [String]) -> [Step] {
        var start = 0
        if old.count == new.count { return sideBySide(0..<old.count, 0..<new.count) }
        while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
        var oldEnd = old.count
        var newEnd = new.count
        while oldEnd > start, newEnd > start, old[oldEnd - 1] == new[newEnd - 1] {
            oldEnd -= 1
            newEnd -= 1
        }
        var steps = sideBySide(0..<start, 0..<start)
        var i = start
        var j = start
        for (x, y) in common(old, start..<oldEnd, new, start..<newEnd) {
            steps += sideBySide(i..<x, j..<y)
            steps.append(.both(x, y))
            i = x + 1
            j = y + 1
        }
        steps += sideBySide(i..<oldEnd, j..<newEnd)
        return steps + sideBySide(oldEnd..<old.count, newEnd..<new.count)
    }

    private static func sideBySide(_ old: Range<Int>, _ new: Range<Int>) -> [Step] {
        let shared = min(old.count, new.count)
        return (0..<shared).map { .both(old.lowerBound + $0, new.lowerBound + $0) }
            + old.dropFirst(shared).map { .old($0) } + new.dropFirst(shared).map { .new($0) }
    }

    /// The pairs of a longest common subsequence of two parts; none where the table would be too large.
    private static func common(
        _ old: [String], _ oldRange: Range<Int>, _ new: [String], _ newRange: Range<Int>
    ) -> [(Int, Int)] {
        let (n, m) = (oldRange.count, newRange.count)
        guard n > 0, m > 0, n * m <= maximumCells else { return [] }
        // lengths[i * (m + 1) + j]: of the longest common subsequence of what follows old place i and new place j.
        var lengths = [Int32](repeating: 0, count: (n + 1) * (m + 1))
        for i in stride(from: n - 1, through: 0, by: -1) {
            for j in stride(from: m - 1, through: 0, by: -1) {
                let cell = i * (m + 1) + j
                if old[oldRange.lowerBound + i] == new[newRange.lowerBound + j] {
                    lengths[cell] = lengths[cell + m + 2] + 1
                } else {
                    lengths[cell] = max(lengths[cell + 1], lengths[cell + m + 1])
                }
            }
        }
        var pairs: [(Int, Int)] = []
        var (i, j) = (0, 0)
        while i < n, j < m {
            let cell = i * (m + 1) + j
            if old[oldRange.lowerBound + i] == new[newRange.lowerBound + j] {
                pairs.append((oldRange.lowerBound + i, newRange.lowerBound + j))
                i += 1
                j += 1
            } else if lengths[cell + m + 1] >= lengths[cell + 1] {
                i += 1
            } else {
                j += 1
            }
        }
        return pairs
    }
}
