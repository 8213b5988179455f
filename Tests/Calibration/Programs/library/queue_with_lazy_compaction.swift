// what: Round robin of jobs in an array with a head index, whose dead part is cut off once it is more than half.
// time: n
// space: n
// time-bound: n
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: A job comes back at most three times; each removeFirst(head) moves fewer elements than were served since the last one, so moves are amortised to order 1.

struct Queue {
    private var items: [(id: Int, left: Int)] = []
    private var head = 0

    var isEmpty: Bool { head == items.count }

    mutating func push(_ id: Int, _ left: Int) {
        items.append((id, left))
    }

    mutating func pop() -> (id: Int, left: Int) {
        let item = items[head]
        head += 1
        if head > 16 && head * 2 > items.count {
            items.removeFirst(head)
            head = 0
        }
        return item
    }
}

func work(_ values: [Int]) -> Int {
    var queue = Queue()
    for (index, value) in values.enumerated() { queue.push(index, value % 4) }
    var clock = 0
    var total = 0
    while !queue.isEmpty {
        let job = queue.pop()
        clock += 1
        if job.left == 0 {
            total = total &* 3 ^ (job.id &+ clock)
        } else {
            queue.push(job.id, job.left - 1)
        }
    }
    return total
}
