// what: The best profit of one purchase and one later sale, as a fold over pairs of neighbours.
// time: n
// space: 1
// time-bound: n
// space-bound: 1
// time-verdict: within
// space-verdict: within
// why: zip and dropFirst make views only, and the fold keeps two numbers.

func work(_ values: [Int]) -> Int {
    let best = zip(values, values.dropFirst()).reduce((ending: 0, best: 0)) { state, pair in
        let ending = max(0, state.ending + pair.1 - pair.0)
        return (ending, max(state.best, ending))
    }
    return best.best
}
