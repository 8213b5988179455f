// Mistake: takes for granted that every temperature is a number.
func bikeCounts(header: [String], rows: [[String]], counts: [Int], unseen: [[String]]) -> [Double] {
    let column = header.firstIndex(of: "temperature")!
    return unseen.map { max(0, 5 * Double($0[column])!) }
}
