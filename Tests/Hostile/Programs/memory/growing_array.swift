// tries: to let an array grow for ever
// holds: the run ends at the memory limit
// verdict: memory-limit-exceeded or run-time-error
func total(_ values: [Int]) -> Int {
    var all = values
    while all.count < 100_000_000 { all += all }
    print("breach: 800 MB in an array", all.last ?? 0)
    return -1
}
