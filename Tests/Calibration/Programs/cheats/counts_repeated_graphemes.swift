// what: Makes a string of n combined characters for each value and asks for its count.
// time: n^2
// space: n
// time-bound: n
// space-bound: n
// time-verdict: not-within
// space-verdict: within
// why: The standard library builds n characters and breaks them up again in each of n rounds.

func work(_ values: [Int]) -> Int {
    var total = 0
    for value in values {
        let letter = value & 1 == 0 ? "e\u{301}" : "o\u{308}"
        total = (total &* 3) ^ String(repeating: letter, count: values.count + value % 3).count
    }
    return total
}
