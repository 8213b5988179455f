import Glibc

// Wrong: a missing tenure becomes NaN, and so does the estimate.
func churnProbabilities(
    header: [String], customers: [[String]], churned: [Int], unseen: [[String]]
) -> [Double] {
    let column = header.firstIndex(of: "tenure")!
    return unseen.map { row in
        let months = Double(row[column]) ?? .nan
        return 1 / (1 + exp(0.5 + 0.03 * (months - 12)))
    }
}
