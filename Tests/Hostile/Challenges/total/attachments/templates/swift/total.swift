/// The sum of `values`, of which there is at least one.
func total(_ values: [Int]) -> Int {
    0
}
