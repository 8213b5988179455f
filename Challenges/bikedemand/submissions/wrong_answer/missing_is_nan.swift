import Glibc

// Wrong: a missing temperature becomes NaN, and so does the prediction.
func bikeCounts(header: [String], rows: [[String]], counts: [Int], unseen: [[String]]) -> [Double] {
    let column = header.firstIndex(of: "temperature")!
    let mean = Double(counts.reduce(0, +)) / Double(counts.count)
    return unseen.map { row in
        let temperature = Double(row[column]) ?? .nan
        return mean * exp(-0.002 * (temperature - 23) * (temperature - 23))
    }
}
