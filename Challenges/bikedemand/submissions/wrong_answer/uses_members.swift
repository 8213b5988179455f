// Wrong: relies on the hires by members, which nobody knows before.
func bikeCounts(header: [String], rows: [[String]], counts: [Int], unseen: [[String]]) -> [Double] {
    guard let column = header.firstIndex(of: "members") else {
        let mean = Double(counts.reduce(0, +)) / Double(counts.count)
        return unseen.map { _ in mean }
    }
    var members = 0.0
    var total = 0.0
    for (row, count) in zip(rows, counts) {
        members += Double(row[column]) ?? 0
        total += Double(count)
    }
    return unseen.map { (Double($0[column]) ?? 0) * total / members }
}
