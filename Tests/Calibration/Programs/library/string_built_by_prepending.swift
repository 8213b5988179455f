// what: Builds a number string from its last digit by putting each digit in front.
// time: n^2
// space: n
// time-bound: n
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: Each step makes a new string and copies all digits so far.

func work(_ values: [Int]) -> Int {
    var digits = ""
    for value in values {
        let remainder = value % 1_000_000
        digits = "\(remainder)," + digits
    }
    return digits.utf8.reduce(7) { ($0 &* 33) ^ Int($1) }
}
