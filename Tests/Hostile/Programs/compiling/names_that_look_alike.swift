// tries: to have names in the report that look alike, from other alphabets and with invisible characters
// holds: nothing invisible reaches the report as it is
// verdict: compile-error
let acceptеd: Int = ""
let acc​epted: Int = accepted
let ‮accepted: Int = ‮detpecca

func total(_ values: [Int]) -> Int {
    values.reduce(0, +)
}
