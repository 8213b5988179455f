/// Does any amount of work on `values` and returns any integer.
func work(_ values: [Int]) -> Int {
    0
}
