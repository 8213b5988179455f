// what: The length of the longest increasing subsequence, bisecting the least tails.
// time: n log n
// space: n
// time-bound: n
// space-bound: n
// strict: true
// time-verdict: over
// space-verdict: within
// why: Each value bisects the array of tails, which has order n entries on ascending values; a linear pass was asked for.

func work(_ values: [Int]) -> Int {
    var tails: [Int] = []
    var digest = 0
    for value in values {
        var low = 0
        var high = tails.count
        while low < high {
            let middle = (low + high) / 2
            if tails[middle] < value {
                low = middle + 1
            } else {
                high = middle
            }
        }
        if low == tails.count {
            tails.append(value)
        } else {
            tails[low] = value
        }
        digest = (digest &* 31) &+ low
    }
    return digest ^ tails.count
}
