// Mistake: takes for granted that every tenure is a plain number.
func churnProbabilities(
    header: [String], customers: [[String]], churned: [Int], unseen: [[String]]
) -> [Double] {
    let column = header.firstIndex(of: "tenure")!
    return unseen.map { Double($0[column])! < 12 ? 0.6 : 0.2 }
}
