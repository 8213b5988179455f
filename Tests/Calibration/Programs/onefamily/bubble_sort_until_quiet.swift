// what: Bubble sort that ends after a pass without a swap.
// time: n^2
// space: n
// time-bound: n * log(n)
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: One pass on sorted values; reversed values need n passes over n/2 pairs on average.

func work(_ values: [Int]) -> Int {
    var items = values
    var end = items.count
    var swapped = true
    var passes = 0
    while swapped {
        swapped = false
        passes += 1
        var index = 1
        while index < end {
            if items[index - 1] > items[index] {
                items.swapAt(index - 1, index)
                swapped = true
            }
            index += 1
        }
        end -= 1
    }
    return items.reduce(passes) { ($0 &* 33) ^ $1 }
}
