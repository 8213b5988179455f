// tries: to wait for ever for a global that waits for itself
// holds: the run ends at a limit
// verdict: time-limit-exceeded or run-time-error
let first: Int = second + 1
let second: Int = first + 1

func total(_ values: [Int]) -> Int {
    values.reduce(0, +) + first - second
}
