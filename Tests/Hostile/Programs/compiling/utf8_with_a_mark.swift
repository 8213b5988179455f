// tries: to begin with a byte order mark, in the midst of which a line of the head lies
// holds: the compiler skips it, and places of errors are right
// verdict: accepted

func total(_ values: [Int]) -> Int {
    values.reduce(0, +)
}
