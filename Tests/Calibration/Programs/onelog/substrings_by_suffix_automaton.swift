// what: Counts the different substrings of a text of four letters with a suffix automaton.
// time: n
// space: n
// time-bound: n
// space-bound: n
// strict: true
// time-verdict: within
// space-verdict: within
// why: The automaton has at most 2n states with four arcs each, and its construction is linear over a fixed alphabet.

struct Automaton {
    var arcs: [Int32] = [-1, -1, -1, -1]
    var links: [Int] = [-1]
    var lengths: [Int] = [0]
    var last = 0

    mutating func addState(length: Int, arcsOf original: Int?) -> Int {
        for letter in 0..<4 { arcs.append(original.map { arcs[4 * $0 + letter] } ?? -1) }
        links.append(original.map { links[$0] } ?? 0)
        lengths.append(length)
        return lengths.count - 1
    }

    mutating func append(_ letter: Int) {
        let current = addState(length: lengths[last] + 1, arcsOf: nil)
        var state = last
        last = current
        while state >= 0 && arcs[4 * state + letter] < 0 {
            arcs[4 * state + letter] = Int32(current)
            state = links[state]
        }
        guard state >= 0 else { return }
        let target = Int(arcs[4 * state + letter])
        if lengths[target] == lengths[state] + 1 {
            links[current] = target
            return
        }
        let clone = addState(length: lengths[state] + 1, arcsOf: target)
        while state >= 0 && Int(arcs[4 * state + letter]) == target {
            arcs[4 * state + letter] = Int32(clone)
            state = links[state]
        }
        links[target] = clone
        links[current] = clone
    }
}

func work(_ values: [Int]) -> Int {
    var automaton = Automaton()
    for value in values { automaton.append((value >> 3) & 3) }
    return (1..<max(2, automaton.lengths.count)).reduce(0) {
        $1 < automaton.lengths.count ? $0 + automaton.lengths[$1] - automaton.lengths[automaton.links[$1]] : $0
    }
}
