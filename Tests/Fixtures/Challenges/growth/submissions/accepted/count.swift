/// The least that a solution can do: amounts are measured beside it.
func work(_ values: [Int]) -> Int {
    values.count
}
