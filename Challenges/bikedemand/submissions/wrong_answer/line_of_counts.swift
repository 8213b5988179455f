// Wrong: a straight line of counts over temperature, which is negative when it is cold.
func bikeCounts(header: [String], rows: [[String]], counts: [Int], unseen: [[String]]) -> [Double] {
    let column = header.firstIndex(of: "temperature")!
    let known = zip(rows, counts).compactMap { row, count in
        Double(row[column]).flatMap { $0 > -100 ? ($0, Double(count)) : nil }
    }
    let x = known.reduce(0) { $0 + $1.0 } / Double(known.count)
    let y = known.reduce(0) { $0 + $1.1 } / Double(known.count)
    let product = known.reduce(0) { $0 + ($1.0 - x) * ($1.1 - y) }
    let square = known.reduce(0) { $0 + ($1.0 - x) * ($1.0 - x) }
    // Steep, as a fit over the warmest hours would be.
    let slope = 8 * abs(product / square)
    return unseen.map { row in y + slope * ((Double(row[column]) ?? x) - x) }
}
