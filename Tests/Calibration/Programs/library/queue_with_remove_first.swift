// what: Serves tasks from an array that is used as a queue with removeFirst.
// time: n^2
// space: n
// time-bound: n
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: removeFirst moves all remaining elements one place to the front, n/2 on average; the queue is a copy.

func work(_ values: [Int]) -> Int {
    var queue = values
    var clock = 0
    var waiting = 0
    while !queue.isEmpty {
        let task = queue.removeFirst()
        clock += task % 60
        waiting = waiting &+ clock
    }
    return waiting
}
