// tries: to print one letter under 20,000 combining marks
// holds: it is cut like all that is too long
// verdict: accepted
func total(_ values: [Int]) -> Int {
    print("a" + String(repeating: "\u{301}", count: 20_000))
    return values.reduce(0, +)
}
