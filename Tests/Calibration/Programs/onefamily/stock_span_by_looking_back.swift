// what: For each price, counts the days before it that were lower, by looking back until one was not.
// time: n^2
// space: 1
// time-bound: n
// space-bound: 1
// time-verdict: over
// space-verdict: within
// why: Short looks on random prices; on sorted ones every look goes back to the start.

func work(_ values: [Int]) -> Int {
    var total = 0
    for day in 0..<values.count {
        var past = day
        while past > 0 && values[past - 1] < values[day] {
            past -= 1
        }
        total = total &+ (day - past) &* (values[past] & 15)
    }
    return total
}
