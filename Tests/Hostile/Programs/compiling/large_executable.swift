// tries: to make an executable of 800 MB out of one line
// holds: there is a limit, or the memory is taken when the program runs
// verdict: compile-error or memory-limit-exceeded or accepted
@available(macOS 26, *)
nonisolated(unsafe) var table = InlineArray<100_000_000, Int>(repeating: 7)

func total(_ values: [Int]) -> Int {
    values.reduce(0, +) + (values.isEmpty ? table[values.count] : 0)
}
