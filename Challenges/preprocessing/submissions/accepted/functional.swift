import Foundation

/// In the functional style: columns, maps and reductions; categories by binary search in a sorted list.
func preprocess(
    trainNumbers: [[Double?]], trainCategories: [[Int?]], testNumbers: [[Double?]], testCategories: [[Int?]]
) -> (train: [(values: [Double], ones: [Int])], test: [(values: [Double], ones: [Int])]) {
    let scalings = columns(trainNumbers).map(scaling)
    let vocabularies = columns(trainCategories).map { column in
        (names: Set(column.compactMap { $0 }).sorted(), hasMissing: column.contains(nil))
    }
    let starts = vocabularies.reduce(into: [scalings.count]) { starts, vocabulary in
        starts.append(starts.last! + vocabulary.names.count + (vocabulary.hasMissing ? 1 : 0))
    }
    func encoded(_ numbers: [[Double?]], _ categories: [[Int?]]) -> [(values: [Double], ones: [Int])] {
        numbers.indices.map { i in
            (
                values: zip(numbers[i], scalings).map { $1($0) },
                ones: vocabularies.indices.compactMap { j -> Int? in
                    let (names, hasMissing) = vocabularies[j]
                    guard let name = categories[i][j] else { return hasMissing ? starts[j] + names.count : nil }
                    return place(of: name, in: names).map { starts[j] + $0 }
                }
            )
        }
    }
    return (encoded(trainNumbers, trainCategories), encoded(testNumbers, testCategories))
}

private func columns<Element>(_ rows: [[Element]]) -> [[Element]] { rows[0].indices.map { j in rows.map { $0[j] } } }

private func scaling(_ column: [Double?]) -> (Double?) -> Double {
    let sorted = column.compactMap { $0 }.sorted()
    let middle = sorted.count / 2
    let median =
        sorted.isEmpty ? 0 : sorted.count % 2 == 1 ? sorted[middle] : 0.5 * (sorted[middle - 1] + sorted[middle])
    let filled = column.map { $0 ?? median }
    let mean = filled.reduce(0, +) / Double(filled.count)
    let variance = filled.map { pow($0 - mean, 2) }.reduce(0, +) / Double(filled.count)
    let deviation = variance == 0 ? 1 : sqrt(variance)
    return { (($0 ?? median) - mean) / deviation }
}

private func place(of name: Int, in names: [Int]) -> Int? {
    var range = names.indices
    while !range.isEmpty {
        let middle = (range.lowerBound + range.upperBound) / 2
        if names[middle] == name { return middle }
        range = names[middle] < name ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
}
