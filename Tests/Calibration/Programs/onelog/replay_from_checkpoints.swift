// what: Answers what the state was after each step by replaying from the last of sqrt(n) checkpoints.
// time: n^1.5
// space: sqrt n
// time-bound: n
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: A replay takes sqrt(n) / 2 steps on average, for each of n questions; sqrt(n) states are kept.

struct Machine {
    var state = 1

    mutating func step(_ input: Int) {
        state = (state &* 69_069 ^ input) & 0xFFFF_FFFF
        if state & 7 == 0 { state >>= 3 }
    }
}

func work(_ values: [Int]) -> Int {
    let every = max(1, Int(Double(values.count).squareRoot()))
    var checkpoints: [Machine] = []
    var machine = Machine()
    for (index, value) in values.enumerated() {
        if index % every == 0 { checkpoints.append(machine) }
        machine.step(value)
    }
    var digest = 0
    for question in values.indices {
        var replay = checkpoints[question / every]
        for index in (question - question % every)...question { replay.step(values[index]) }
        digest = digest &+ replay.state
    }
    return digest
}
