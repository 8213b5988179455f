// what: Builds a long string with += and folds its bytes.
// time: n
// space: n
// time-bound: n
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: Appending to a string that nobody else refers to is constant on average; 2 n characters are held.

func work(_ values: [Int]) -> Int {
    var text = ""
    for value in values {
        text += value.isMultiple(of: 2) ? "ab" : "c"
        text += "-"
    }
    return text.utf8.reduce(0) { ($0 &* 31) ^ Int($1) }
}
