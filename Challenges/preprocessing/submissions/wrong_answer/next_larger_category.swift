// Mistake: a binary search that does not look whether it found the category.

func preprocess(
    trainNumbers: [[Double?]], trainCategories: [[Int?]], testNumbers: [[Double?]], testCategories: [[Int?]]
) -> (train: [(values: [Double], ones: [Int])], test: [(values: [Double], ones: [Int])]) {
    let scales = trainNumbers[0].indices.map { j in Scale(trainNumbers.map { $0[j] }) }
    var next = scales.count
    var tables: [[Int?: Int]] = []
    var names: [[Int]] = []
    for j in trainCategories[0].indices {
        let found = Set(trainCategories.map { $0[j] })
        var table: [Int?: Int] = [:]
        for category in found.compactMap({ $0 }).sorted() {
            table[category] = next
            next += 1
        }
        if found.contains(nil) {
            table[nil] = next
            next += 1
        }
        tables.append(table)
        names.append(found.compactMap { $0 }.sorted())
    }
    func encode(_ numbers: [[Double?]], _ categories: [[Int?]]) -> [(values: [Double], ones: [Int])] {
        zip(numbers, categories).map { numbers, entries in
            (
                zip(numbers, scales).map { $1.apply($0) },
                entries.indices.compactMap { j in
                    guard let entry = entries[j] else { return tables[j][nil] }
                    let start = tables[j].values.min() ?? 0
                    return start + lowerBound(names[j], entry)
                }
            )
        }
    }
    return (encode(trainNumbers, trainCategories), encode(testNumbers, testCategories))
}

/// The number of elements below `value`.
private func lowerBound(_ sorted: [Int], _ value: Int) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
        let middle = (low + high) / 2
        if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
}

private struct Scale {
    private var median = 0.0
    private let mean: Double
    private var deviation = 1.0

    init(_ column: [Double?]) {
        let present = column.compactMap { $0 }.sorted()
        if !present.isEmpty {
            median = (present[present.count / 2] + present[(present.count - 1) / 2]) / 2
        }
        var sum = 0.0
        for value in column { sum += value ?? median }
        mean = sum / Double(column.count)
        var squares = 0.0
        for value in column {
            let difference = (value ?? median) - mean
            squares += difference * difference
        }
        if squares > 0 { deviation = (squares / Double(column.count)).squareRoot() }
    }

    func apply(_ value: Double?) -> Double { ((value ?? median) - mean) / deviation }
}
