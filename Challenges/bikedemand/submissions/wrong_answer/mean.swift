// Wrong: the mean count, for all hours.
func bikeCounts(header: [String], rows: [[String]], counts: [Int], unseen: [[String]]) -> [Double] {
    let mean = Double(counts.reduce(0, +)) / Double(counts.count)
    return unseen.map { _ in mean }
}
