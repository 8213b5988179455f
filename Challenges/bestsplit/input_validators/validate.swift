import ChallengeKit
import Glibc

/// Numbers the labels 0, 1, … in the order of their values.
func numbered(_ labels: [Int]) -> (classes: [Int], count: Int) {
    let names = Set(labels).sorted()
    let number = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    return (labels.map { number[$0]! }, names.count)
}

/// A sum that loses nothing to rounding but its last bit (Neumaier).
struct ExactSum {
    private var sum = 0.0
    private var rest = 0.0

    var value: Double { sum + rest }

    mutating func add(_ term: Double) {
        let next = sum + term
        rest += abs(sum) >= abs(term) ? (sum - next) + term : (term - next) + sum
        sum = next
    }
}

/// k·log2(k) for entropy, k² for Gini impurity, for k from 0 to n.
func terms(upTo n: Int, entropy: Bool) -> [Double] {
    (0...n).map { count in
        let k = Double(count)
        if entropy { return count > 0 ? k * log2(k) : 0 }
        return k * k
    }
}

/// The gains of all splits of one feature, from the lowest threshold to the highest.
func gains(_ column: [Double], _ order: [Int], _ classes: [Int], _ classCount: Int, _ term: [Double], entropy: Bool)
    -> [Double]
{
    let n = column.count
    // The impurity of a part, times its size; term is k² or k·log2(k).
    func weight(_ sum: Double, _ size: Int) -> Double {
        entropy ? term[size] - sum : Double(size) - sum / Double(size)
    }
    var right = [Int](repeating: 0, count: classCount)
    for label in classes { right[label] += 1 }
    var left = [Int](repeating: 0, count: classCount)
    var leftSum = ExactSum()
    var rightSum = ExactSum()
    for count in right { rightSum.add(term[count]) }
    let whole = weight(rightSum.value, n)
    var found: [Double] = []
    for position in 0..<(n - 1) {
        let label = classes[order[position]]
        leftSum.add(-term[left[label]])
        rightSum.add(-term[right[label]])
        left[label] += 1
        right[label] -= 1
        leftSum.add(term[left[label]])
        rightSum.add(term[right[label]])
        if column[order[position]] == column[order[position + 1]] { continue }
        let parts = weight(leftSum.value, position + 1) + weight(rightSum.value, n - position - 1)
        found.append((whole - parts) / Double(n))
    }
    return found
}

validateInput { input in
    let nodes = input.int("the number of nodes", in: 1...500)
    var total = 0
    for _ in 0..<nodes {
        let points = input.matrix("points")
        let n = points.count
        guard n >= 1, n <= 20_000 else { input.fail("there must be 1 to 20000 points") }
        let d = points[0].count
        guard d >= 1, d <= 1000 else { input.fail("points must have 1 to 1000 features") }
        total += n * d
        guard total <= 1_000_000 else { input.fail("all points must have at most 1000000 numbers together") }
        let labels = input.intList("labels")
        guard labels.count == n else { input.fail("there must be one label for each point") }
        guard labels.allSatisfy({ (0...1_000_000_000).contains($0) }) else {
            input.fail("labels must be from 0 to 1000000000")
        }
        let entropy = input.int("the criterion", in: 0...1) == 1

        let (classes, classCount) = numbered(labels)
        let term = terms(upTo: n, entropy: entropy)
        var all: [Double] = []
        for feature in 0..<d {
            let column = points.map { $0[feature] }
            guard column.allSatisfy({ abs($0) <= 1e150 }) else { input.fail("numbers must be from -1e150 to 1e150") }
            let order = column.indices.sorted { column[$0] < column[$1] }
            for (low, high) in zip(order, order.dropFirst()) where column[low] != column[high] {
                let gap = column[high] - column[low]
                guard gap >= 1e-9 * max(abs(column[low]), abs(column[high])), gap >= 1e-200 else {
                    input.fail("neighbouring values of a feature are too near to each other")
                }
            }
            all += gains(column, order, classes, classCount, term, entropy: entropy)
        }
        guard let best = all.max() else { continue }
        guard all.allSatisfy({ $0 >= best - 1e-11 || $0 <= best - 1e-7 }) else {
            input.fail("two gains are neither equal nor clearly apart")
        }
    }
}
