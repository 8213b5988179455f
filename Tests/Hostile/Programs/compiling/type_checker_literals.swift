// tries: to keep the type checker busy with literals of any type between overloaded operators
// holds: compiling ends within its limits of time and memory, one way or the other
// verdict: compile-error
func total(_ values: [Int]) -> Int {
    let a = 1 + 2.0 * -3 / 4 + (5 - 6.5 * 7) / -8 + [9, 1.5].reduce(0, +) * (1 << 2 | 3 & 4) + -5 - (6 * 7.25 / 8)
    let b = [1: 2.5, 3: [4: 5]].map { $0 + $1 * 2 - (3 + $0) / 4 + -$1 }.reduce(1 + 2.0 - 3) { $0 + $1 - -1 * 2 }
    let c = (1...9).map { $0 * 2 + -$0 / 3.5 }.filter { $0 + 1 > -$0 * 2.5 }.reduce(0) { $0 + -$1 * ($0 - 1) / 2 }
    return values.reduce(0, +) + (a + b + c == 0 ? 0 : 0)
}
