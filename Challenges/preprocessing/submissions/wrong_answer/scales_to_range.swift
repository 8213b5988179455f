// Mistake: divides by the range, as min-max scaling does.

func preprocess(
    trainNumbers: [[Double?]], trainCategories: [[Int?]], testNumbers: [[Double?]], testCategories: [[Int?]]
) -> (train: [(values: [Double], ones: [Int])], test: [(values: [Double], ones: [Int])]) {
    let scales = trainNumbers[0].indices.map { j in Scale(trainNumbers.map { $0[j] }) }
    var next = scales.count
    var tables: [[Int?: Int]] = []
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
    }
    func encode(_ numbers: [[Double?]], _ categories: [[Int?]]) -> [(values: [Double], ones: [Int])] {
        zip(numbers, categories).map { row, names in
            (zip(row, scales).map { $1.apply($0) }, zip(names, tables).compactMap { $1[$0] })
        }
    }
    return (encode(trainNumbers, trainCategories), encode(testNumbers, testCategories))
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
        if squares > 0 { deviation = present.last! - present[0] }
    }

    func apply(_ value: Double?) -> Double { ((value ?? median) - mean) / deviation }
}
