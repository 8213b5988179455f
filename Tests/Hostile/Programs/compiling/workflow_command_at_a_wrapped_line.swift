// tries: to have a report as text break a message so that a line starts with a workflow command
// holds: no line starts with one, not even behind spaces
// verdict: compile-error
#error("any line of this ::error::marker ::error::marker ::error::marker ::error::marker ::error::marker")
#warning("or of this ::add-mask::accepted ::add-mask::accepted ::add-mask::accepted ::add-mask::accepted")

func total(_ values: [Int]) -> Int {
    values.reduce(0, +)
}
