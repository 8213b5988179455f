// Wrong: the last count is carried on, that of an hour before midnight.
func bikeCounts(header: [String], rows: [[String]], counts: [Int], unseen: [[String]]) -> [Double] {
    unseen.map { _ in Double(counts.last!) }
}
