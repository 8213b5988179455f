// what: The third largest value by quickselect with the first element as the pivot.
// time: n^2
// space: n
// time-bound: n^2
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: On ascending values each round takes only the pivot away; reversed ones have the answer in front, and random ones halve in expectation.

func largest(_ rank: Int, of values: [Int]) -> (value: Int, rounds: Int) {
    var part = values
    var rank = rank
    var rounds = 0
    while true {
        rounds += 1
        let pivot = part[0]
        var above: [Int] = []
        var below: [Int] = []
        var same = 0
        for value in part {
            if value > pivot {
                above.append(value)
            } else if value < pivot {
                below.append(value)
            } else {
                same += 1
            }
        }
        if rank < above.count {
            part = above
        } else if rank < above.count + same {
            return (pivot, rounds)
        } else {
            rank -= above.count + same
            part = below
        }
    }
}

func work(_ values: [Int]) -> Int {
    let found = largest(min(2, values.count - 1), of: values)
    return found.value ^ found.rounds << 32
}
