// Optimised: medians by selection, mean and squared deviations in one pass by Welford's update, results written in place.

func preprocess(
    trainNumbers: [[Double?]], trainCategories: [[Int?]], testNumbers: [[Double?]], testCategories: [[Int?]]
) -> (train: [(values: [Double], ones: [Int])], test: [(values: [Double], ones: [Int])]) {
    let d = trainNumbers[0].count
    let c = trainCategories[0].count
    var medians = [Double](repeating: 0, count: d)
    var means = medians
    var factors = [Double](repeating: 1, count: d)
    var present: [Double] = []
    for j in 0..<d {
        present.removeAll(keepingCapacity: true)
        for row in trainNumbers { if let value = row[j] { present.append(value) } }
        if !present.isEmpty { medians[j] = median(&present) }
        var mean = 0.0
        var squares = 0.0
        var count = 0.0
        for row in trainNumbers {
            let value = row[j] ?? medians[j]
            count += 1
            let before = value - mean
            mean += before / count
            squares += before * (value - mean)
        }
        means[j] = mean
        if squares > 0 { factors[j] = (count / squares).squareRoot() }
    }

    var places = [[Int: Int]](repeating: [:], count: c)
    var missing = [Int?](repeating: nil, count: c)
    var next = d
    for j in 0..<c {
        var hasMissing = false
        for row in trainCategories {
            if let name = row[j] { places[j][name] = 0 } else { hasMissing = true }
        }
        for name in places[j].keys.sorted() {
            places[j][name] = next
            next += 1
        }
        if hasMissing {
            missing[j] = next
            next += 1
        }
    }

    func encode(_ numbers: [[Double?]], _ categories: [[Int?]]) -> [(values: [Double], ones: [Int])] {
        var result: [(values: [Double], ones: [Int])] = []
        result.reserveCapacity(numbers.count)
        for i in numbers.indices {
            var values = [Double](repeating: 0, count: d)
            for j in 0..<d { values[j] = ((numbers[i][j] ?? medians[j]) - means[j]) * factors[j] }
            var ones: [Int] = []
            for j in 0..<c {
                let place = categories[i][j].map { places[j][$0] } ?? missing[j]
                if let place { ones.append(place) }
            }
            result.append((values, ones))
        }
        return result
    }
    return (encode(trainNumbers, trainCategories), encode(testNumbers, testCategories))
}

/// The median of at least one number, which are put into another order.
private func median(_ values: inout [Double]) -> Double {
    let middle = values.count / 2
    var generator = SystemRandomNumberGenerator()
    var (low, high) = (0, values.count - 1)
    while low < high {
        // Three ways, so that equal numbers do no harm.
        let pivot = values[Int.random(in: low...high, using: &generator)]
        var (left, at, right) = (low, low, high)
        while at <= right {
            if values[at] < pivot {
                values.swapAt(at, left)
                left += 1
                at += 1
            } else if values[at] > pivot {
                values.swapAt(at, right)
                right -= 1
            } else {
                at += 1
            }
        }
        if middle < left { high = left - 1 } else if middle > right { low = right + 1 } else { break }
    }
    if values.count % 2 == 1 { return values[middle] }
    // All that is left of the middle is at most what is there.
    return (values[..<middle].max()! + values[middle]) / 2
}
