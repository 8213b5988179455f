// tries: to run code before the harness does
// holds: a submission is a library, and has no such code
// verdict: compile-error
// says: not allowed at the top level
print("%complete")

func total(_ values: [Int]) -> Int {
    values.reduce(0, +)
}
