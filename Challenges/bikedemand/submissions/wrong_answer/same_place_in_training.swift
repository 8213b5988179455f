// Wrong: takes the hours from the start of training, in the same places, ten times as many at night as there are.
func bikeCounts(header: [String], rows: [[String]], counts: [Int], unseen: [[String]]) -> [Double] {
    unseen.indices.map { index in
        let opposite = counts[(index + 12) % counts.count]
        return Double(opposite * opposite) / 10
    }
}
