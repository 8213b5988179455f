// Mistake: takes for granted that the hour stands where the first format has it.
func bikeCounts(header: [String], rows: [[String]], counts: [Int], unseen: [[String]]) -> [Double] {
    let column = header.firstIndex(of: "time")!
    func hour(_ row: [String]) -> Int { Int(row[column].split(separator: " ")[1].prefix(2))! }
    var sums = [Double](repeating: 0, count: 24)
    for (row, count) in zip(rows, counts) { sums[hour(row)] += Double(count) }
    return unseen.map { sums[hour($0)] / Double(counts.count / 24) }
}
