// what: Prepares one closure per value, all of which capture the same table of n entries, and runs them.
// time: n
// space: n
// time-bound: n
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: A captured array is shared and not copied; a context of a few words per closure is held.

func work(_ values: [Int]) -> Int {
    let table = values.map { $0 % 8_191 }
    var actions: [(Int) -> Int] = []
    for (index, value) in values.enumerated() {
        if value & 1 == 0 {
            actions.append { state in (state &* 3) ^ table[index] }
        } else {
            actions.append { state in state &+ table[(index &* 5 &+ state & 0xFFFF) % table.count] }
        }
    }
    var state = 1
    for action in actions { state = action(state) & 0xFFFF_FFFF_FFFF }
    return state
}
