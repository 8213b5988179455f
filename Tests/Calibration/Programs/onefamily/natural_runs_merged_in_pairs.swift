// what: Natural merge sort that merges neighbouring runs in pairs, round after round.
// time: n log n
// space: n
// time-bound: n
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: Reversed and random values have order n runs, and each round halves their number with n steps; ascending and equal values are one run.

func work(_ values: [Int]) -> Int {
    var current = values
    var bounds = [0]
    for index in values.indices.dropFirst() where values[index] < values[index - 1] { bounds.append(index) }
    bounds.append(values.count)
    var spare = values
    while bounds.count > 2 {
        var wider = [0]
        for run in stride(from: 0, to: bounds.count - 1, by: 2) {
            let middle = bounds[run + 1]
            let end = run + 2 < bounds.count ? bounds[run + 2] : middle
            var i = bounds[run]
            var j = middle
            for out in bounds[run]..<end {
                if j == end || (i < middle && current[i] <= current[j]) {
                    spare[out] = current[i]
                    i += 1
                } else {
                    spare[out] = current[j]
                    j += 1
                }
            }
            wider.append(end)
        }
        swap(&current, &spare)
        bounds = wider
    }
    return current.reduce(0) { ($0 &* 31) ^ $1 }
}
