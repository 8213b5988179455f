// what: Takes the i-th field of a line by splitting the line again each time.
// time: n^2
// space: n
// time-bound: n
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: Each split walks over the whole line of order n characters; its fields are freed before the next one.

func field(_ index: Int, of line: String) -> Substring {
    line.split(separator: ",")[index]
}

func work(_ values: [Int]) -> Int {
    let line = values.map { String($0 % 1_000) }.joined(separator: ",")
    var total = 0
    for index in values.indices {
        total += Int(field(index, of: line)) ?? 0
    }
    return total
}
