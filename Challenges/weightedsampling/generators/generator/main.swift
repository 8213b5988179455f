import ChallengeKit
import Glibc

let families = ["even", "skewed", "exact", "wide", "ends"]
let arguments = GeneratorArguments()
let n = arguments.int("n")
let q = arguments.int("q")
guard families.contains(arguments.family) else { arguments.unknownFamily(known: families) }
var random = Random(seed: arguments.seed)

/// The largest number below 1.
let almostOne = 1.0.nextDown

/// Keeps four decimals: short text.
func shortened(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }

func drawWeights() -> [Double] {
    switch arguments.family {
    case "even":
        return (0..<n).map { _ in random.int(0...5) == 0 ? 0 : shortened(random.uniform(0.05, 1)) }
    case "skewed":
        // Few items have most of the weight, somewhere.
        let order = random.permutation(n)
        return order.map { random.int(0...9) == 0 ? 0 : shortened(1000 / pow(Double($0 + 1), 1.2) + 0.01) }
    case "wide":
        // From 1e-45 to 1e45, rising, so that sums do not forget the small ones.
        return (0..<n).map { index in
            if random.int(0...6) == 0 { return 0 }
            let digits = 90 * (Double(index) + random.uniform()) / Double(n) - 45
            return exp(digits * log(10))
        }
    case "ends":
        // Zeros at both ends.
        let zeros = min(n / 4, 20)
        return (0..<n).map { $0 < zeros || $0 >= n - zeros ? 0 : shortened(random.uniform(0.05, 1)) }
    default: return exactWeights()
    }
}

/// Integers whose largest and whose sum are powers of two, so that all that one computes of them is exact.
func exactWeights() -> [Double] {
    var weights = (0..<n).map { _ in random.int(0...9) < 3 ? 0 : random.int(1...16) }
    weights[random.int(0...(n - 1))] = 64
    let sum = weights.reduce(0, +)
    var total = 1
    while total < sum { total *= 2 }
    var lighter = weights.indices.filter { weights[$0] > 0 && weights[$0] < 64 }
    // With a few items the rest may be more than they can take.
    if lighter.isEmpty || 64 * lighter.count < 2 * total {
        weights = weights.indices.map { weights[$0] == 64 ? 64 : 0 }
        for index in weights.indices.dropFirst() where weights[index - 1] == 64 && weights[index] == 0 {
            weights[index] = 64
            break
        }
        return weights.map { Double($0) }
    }
    for _ in 0..<(total - sum) {
        var place = random.int(0...(lighter.count - 1))
        while weights[lighter[place]] == 64 {
            lighter.remove(at: place)
            place = random.int(0...(lighter.count - 1))
        }
        weights[lighter[place]] += 1
    }
    return weights.map { Double($0) }
}

/// Whether the sums of the weights' shares end below the largest number, as happens by rounding.
func endsTooEarly(_ weights: [Double]) -> Bool {
    let total = weights.reduce(0, +)
    return weights.reduce(0) { $0 + $1 / total } <= almostOne
}

var weights = drawWeights()
while weights.allSatisfy({ $0 == 0 }) || arguments.family == "ends" && n > 4 && !endsTooEarly(weights) {
    weights = drawWeights()
}
var sums: [Double] = []
for weight in weights { sums.append((sums.last ?? 0) + weight) }
let total = sums[n - 1]
let last = weights.lastIndex { $0 > 0 }!

/// Whether `uniform` draws the same item whatever the order of sums: its target is far from all of them, relative to each.
func isClear(_ uniform: Double) -> Bool {
    let target = uniform * total
    var (low, high) = (0, last)
    while low < high {
        let middle = (low + high) / 2
        if sums[middle] > target { high = middle } else { low = middle + 1 }
    }
    let isBelow = low == last || sums[low] - target > 1e-8 * sums[low]
    return isBelow && (low == 0 || sums[low - 1] == 0 || target - sums[low - 1] > 1e-8 * sums[low - 1])
}

let places = weights.indices.filter { weights[$0] > 0 }
func drawUniform(_ index: Int) -> Double {
    if index % 29 == 3 { return 0 }
    if index % 31 == 4 || arguments.family == "ends" && index % 3 == 0 { return almostOne }
    if arguments.family == "exact", index % 2 == 0 {
        // Exactly where an item begins, or as little below as there is.
        let sum = sums[places[random.int(0...(places.count - 1))]] / total
        if sum == 1 { return almostOne }
        return random.int(0...2) == 0 ? sum.nextDown : sum
    }
    if arguments.family == "wide" {
        let place = places[random.int(0...(places.count - 1))]
        return (sums[place] - random.uniform() * weights[place]) / total
    }
    return random.uniform()
}

var uniforms: [Double] = []
while uniforms.count < q {
    let isExact = arguments.family == "exact"
    var uniform = drawUniform(uniforms.count)
    var tries = 0
    while uniform >= 1 || uniform < 0 || uniform > 0 && !isExact && !isClear(uniform) {
        uniform = tries < 50 ? drawUniform(uniforms.count) : random.uniform()
        tries += 1
        guard tries < 10_000 else { fatalError("no clear number was found") }
    }
    uniforms.append(uniform)
}

var writer = Writer()
writer.line(n)
writer.line(weights)
writer.line(q)
writer.line(uniforms)
writer.print()
