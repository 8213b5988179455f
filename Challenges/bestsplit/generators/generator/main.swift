import ChallengeKit
import Glibc

/// A node to split.
struct Node {
    var points: [[Double]]
    var labels: [Int]
    var entropy: Bool
}

/// The sizes that the command line asks for.
struct Sizes {
    let n: Int
    let d: Int
    let c: Int
}

/// Keeps four decimals: short text, and neighbours that are equal or clearly apart.
func shortened(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }

/// k·log2(k) for entropy, k² for Gini impurity, for k from 0 to n.
func terms(upTo n: Int, entropy: Bool) -> [Double] {
    (0...n).map { count in
        let k = Double(count)
        if entropy { return count > 0 ? k * log2(k) : 0 }
        return k * k
    }
}

/// The gains of all splits, computed afresh for the data drawn; only used to see that they are clearly apart.
func gains(_ node: Node) -> [Double] {
    let n = node.points.count
    let names = Set(node.labels).sorted()
    let number = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let classes = node.labels.map { number[$0]! }
    let term = terms(upTo: n, entropy: node.entropy)
    func weight(_ sum: Double, _ size: Int) -> Double {
        node.entropy ? term[size] - sum : Double(size) - sum / Double(size)
    }
    var counts = [Int](repeating: 0, count: names.count)
    for label in classes { counts[label] += 1 }
    let all = counts.reduce(0) { $0 + term[$1] }
    var found: [Double] = []
    for feature in node.points[0].indices {
        let column = node.points.map { $0[feature] }
        let order = column.indices.sorted { column[$0] < column[$1] }
        var left = [Int](repeating: 0, count: names.count)
        var right = counts
        var leftSum = 0.0
        var rightSum = all
        for position in 0..<(n - 1) {
            let label = classes[order[position]]
            leftSum += term[left[label] + 1] - term[left[label]]
            rightSum += term[right[label] - 1] - term[right[label]]
            left[label] += 1
            right[label] -= 1
            if column[order[position]] == column[order[position + 1]] { continue }
            let parts = weight(leftSum, position + 1) + weight(rightSum, n - position - 1)
            found.append((weight(all, n) - parts) / Double(n))
        }
    }
    return found
}

/// Whether no gain lies near the best without being equal to it. The margin is wider than the one promised.
func hasMargin(_ node: Node) -> Bool {
    let found = gains(node)
    guard let best = found.max() else { return true }
    return found.allSatisfy { $0 >= best - 2e-12 * Double(node.points.count).squareRoot() || $0 <= best - 2e-7 }
}

/// `count` different labels that are neither contiguous nor sorted; now and then one is huge.
func distinctLabels(_ count: Int, _ random: inout Random) -> [Int] {
    var labels: Set<Int> = []
    var order: [Int] = []
    while order.count < count {
        let label = random.int(0...9) == 0 ? random.int(0...1_000_000_000) : random.int(0...(8 * count))
        if labels.insert(label).inserted { order.append(label) }
    }
    return order
}

/// Overlapping clouds, one for each class: they differ along some features more than along others.
func blobs(_ sizes: Sizes, entropy: Bool, _ random: inout Random) -> Node {
    let names = distinctLabels(sizes.c, &random)
    // Frequent classes and rare ones: where all are equally frequent, Gini and entropy agree too often.
    let shares = names.indices.map { _ in 0.2 + random.uniform() * random.uniform() }
    let units = (0..<sizes.d).map { _ in random.uniform(1, 50) }
    let shifts = units.map { $0 * random.uniform(-3, 3) }
    let centres = names.map { _ in (0..<sizes.d).map { _ in random.normal() } }
    var node = Node(points: [], labels: [], entropy: entropy)
    let total = shares.reduce(0, +)
    var ends: [Double] = []
    for share in shares { ends.append((ends.last ?? 0) + share / total) }
    for _ in 0..<sizes.n {
        let place = random.uniform()
        var low = 0
        var high = names.count - 1
        while low < high {
            let middle = (low + high) / 2
            if place < ends[middle] { high = middle } else { low = middle + 1 }
        }
        let cloud = low
        node.points.append(
            (0..<sizes.d).map { shortened(shifts[$0] + units[$0] * (centres[cloud][$0] + 0.8 * random.normal())) })
        node.labels.append(names[cloud])
    }
    return node
}

/// Small integers: many equal values, few thresholds, and splits that tie within a feature and between features.
func grid(_ sizes: Sizes, entropy: Bool, _ random: inout Random) -> Node {
    let names = distinctLabels(sizes.c, &random)
    let width = 2 + min(sizes.n / 4, 6)
    var node = Node(points: [], labels: [], entropy: entropy)
    for _ in 0..<sizes.n {
        node.points.append((0..<sizes.d).map { _ in Double(2 * random.int(0...width) - width) })
        node.labels.append(names[random.int(0...(names.count - 1))])
    }
    return node
}

/// Each feature occurs again: reversed, shifted, or with a longer unit. The best split is there several times, at
/// thresholds that do not rise with the features, and reversed ones swap the sides.
func mirrored(_ sizes: Sizes, entropy: Bool, _ random: inout Random) -> Node {
    let half = Sizes(n: sizes.n, d: max(1, sizes.d / 2), c: sizes.c)
    var node = grid(half, entropy: entropy, &random)
    let sources = (0..<sizes.d).map { $0 < half.d ? $0 : random.int(0...(half.d - 1)) }
    let factors = (0..<sizes.d).map { $0 < half.d ? 1 : Double([-1, -1, -2, 1, 2][random.int(0...4)]) }
    let shifts = (0..<sizes.d).map { _ in Double(random.int(-20...20)) }
    let order = random.permutation(sizes.d)
    node.points = node.points.map { row in order.map { factors[$0] * row[sources[$0]] + shifts[$0] } }
    return node
}

/// Nodes where no split gains anything, or where there is none: one class, equal points, one point, exclusive or.
func gainless(_ kind: Int, _ sizes: Sizes, entropy: Bool, _ random: inout Random) -> Node {
    let names = distinctLabels(max(2, sizes.c), &random)
    var node = grid(sizes, entropy: entropy, &random)
    switch kind % 4 {
    case 0:
        node.labels = node.labels.map { _ in names[0] }
        // Its first feature is constant, so that the first split is one of a later feature.
        node.points = node.points.map { [7] + $0.dropFirst() }
        if sizes.d == 1 { node.points[0][0] = 5 }
    case 1: node.points = node.points.map { _ in node.points[0] }
    case 2:
        let copies = max(1, sizes.n / 4)
        let corners = [(0.0, 0.0), (0, 1), (1, 0), (1, 1)]
        let all = (0..<copies).flatMap { _ in corners }
        node.points = random.permutation(all.count).map { index in
            let corner = all[index]
            return (0..<sizes.d).map { [corner.0, corner.1, 3][$0 % 3] }
        }
        node.labels = node.points.map { $0[0] == (sizes.d > 1 ? $0[1] : 0) ? names[0] : names[1] }
    default:
        node.points = [node.points[0]]
        node.labels = [names[0]]
    }
    return node
}

/// Clouds whose features are tiny, huge, or far from zero and narrow.
func scaled(_ sizes: Sizes, entropy: Bool, _ random: inout Random) -> Node {
    var node = blobs(sizes, entropy: entropy, &random)
    let kinds = (0..<sizes.d).map { _ in random.int(0...3) }
    node.points = node.points.map { row in
        row.indices.map { feature in
            switch kinds[feature] {
            case 0: row[feature] * 1e-140
            case 1: row[feature] * 1e145
            case 2: row[feature].rounded() + 100_000_000
            default: row[feature] * 1e-12
            }
        }
    }
    return node
}

/// The clouds again, every feature rising from the first point to the last, and then a plateau: the worst for a
/// quicksort around its first element, and for what is inserted at a front.
func sorted(_ sizes: Sizes, entropy: Bool, _ random: inout Random) -> Node {
    var node = blobs(sizes, entropy: entropy, &random)
    for feature in 0..<sizes.d {
        let column = node.points.map { $0[feature] }.sorted()
        for index in node.points.indices { node.points[index][feature] = column[min(index, sizes.n * 3 / 4)] }
    }
    // Labels follow the order with noise.
    let names = Array(Set(node.labels)).sorted()
    node.labels = node.labels.indices.map { index in
        random.uniform() < 0.3
            ? names[random.int(0...(names.count - 1))] : names[min(names.count - 1, index * names.count / sizes.n)]
    }
    return node
}

let arguments = GeneratorArguments()
let sizes = Sizes(n: arguments.int("n"), d: arguments.int("d"), c: arguments.int("c"))
let count = arguments.int("nodes", default: 1)
var random = Random(seed: arguments.seed)
let first = random.int(0...1)

func draw(_ index: Int) -> Node {
    let entropy = (index + first) % 2 == 1
    switch arguments.family {
    case "blobs": return blobs(sizes, entropy: entropy, &random)
    case "grid": return grid(sizes, entropy: entropy, &random)
    case "mirrored": return mirrored(sizes, entropy: entropy, &random)
    // Every kind by either criterion.
    case "gainless": return gainless(index / 2, sizes, entropy: entropy, &random)
    case "scale": return scaled(sizes, entropy: entropy, &random)
    case "sorted": return sorted(sizes, entropy: entropy, &random)
    default: arguments.unknownFamily(known: ["blobs", "grid", "mirrored", "gainless", "scale", "sorted"])
    }
}

var writer = Writer()
writer.line(count)
for index in 0..<count {
    var node = draw(index)
    var tries = 1
    while !hasMargin(node) {
        guard tries < 1000 else { fatalError("no node with a margin was found") }
        node = draw(index)
        tries += 1
    }
    writer.matrix(node.points)
    writer.line(node.labels.count)
    writer.line(node.labels)
    writer.line(node.entropy ? 1 : 0)
}
writer.print()
