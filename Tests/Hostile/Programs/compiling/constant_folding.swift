// tries: to make the optimiser run a program of a million million steps while it compiles
// holds: compiling ends within its limits of time and memory, one way or the other
// verdict: accepted or compile-error
func spin(_ number: UInt64) -> UInt64 {
    var state = number
    for outer: UInt64 in 0..<1_000_000 {
        for inner: UInt64 in 0..<1_000_000 { state = state &* 6_364_136_223_846_793_005 &+ (outer ^ inner) }
    }
    return state
}

let folded = spin(42)

func total(_ values: [Int]) -> Int {
    values.isEmpty ? Int(truncatingIfNeeded: folded) : values.reduce(0, +)
}
