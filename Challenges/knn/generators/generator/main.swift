import ChallengeKit

/// One input, before it is written.
struct Dataset {
    var points: [[Double]] = []
    var labels: [Int] = []
    var queries: [[Double]] = []
}

/// The sizes that the command line asks for.
struct Sizes {
    let n: Int
    let d: Int
    let q: Int
    let k: Int
}

/// Keeps five decimals: short text, which is read fast, and exactly the numbers that the margins were checked on.
func shortened(_ value: Double) -> Double { (value * 1e5).rounded() / 1e5 }

/// Whether the k-th and the next squared distance differ by at least one part in ten million.
///
/// That is a hundred times what the statement promises and a million times what any order of sums, a root or four
/// running sums can shift, so no right solution meets another set of neighbours.
func hasMargin(_ query: [Double], _ points: [[Double]], _ k: Int) -> Bool {
    guard k < points.count else { return true }
    var distances = points.map { point in
        var sum = 0.0
        for column in query.indices { sum += (point[column] - query[column]) * (point[column] - query[column]) }
        return sum
    }
    distances.sort()
    return distances[k] - distances[k - 1] > 1e-7 * distances[k]
}

/// Draws queries until one has a margin. Every draw comes from the seed, so the same seed redraws the same ones.
func drawQuery(_ data: Dataset, _ k: Int, _ draw: () -> [Double]) -> [Double] {
    for _ in 0..<10_000 {
        let query = draw()
        if hasMargin(query, data.points, k) { return query }
    }
    fatalError("no query with a margin was found")
}

/// `count` different labels that are neither contiguous nor sorted.
func distinctLabels(_ count: Int, _ random: inout Random) -> [Int] {
    var labels: Set<Int> = []
    var order: [Int] = []
    while order.count < count {
        let label = random.int(0...999)
        if labels.insert(label).inserted { order.append(label) }
    }
    return order
}

/// Overlapping normal clouds. Columns have units from 0.3 to 3, so that scaling or another metric changes neighbours.
func blobs(_ sizes: Sizes, _ random: inout Random) -> Dataset {
    let names = distinctLabels(4, &random)
    // Centres are about three standard deviations apart in any number of columns, so that votes are seldom unanimous.
    let spread = 2.2 / Double(sizes.d).squareRoot()
    let centres = names.map { _ in (0..<sizes.d).map { _ in spread * random.normal() } }
    let units = (0..<sizes.d).map { _ in random.uniform(0.3, 3) }
    func draw() -> (row: [Double], cloud: Int) {
        let cloud = random.int(0...(names.count - 1))
        let row = (0..<sizes.d).map { shortened(units[$0] * (centres[cloud][$0] + random.normal())) }
        return (row, cloud)
    }
    var data = Dataset()
    for _ in 0..<sizes.n {
        let (row, cloud) = draw()
        data.points.append(row)
        data.labels.append(names[cloud])
    }
    data.queries = (0..<sizes.q).map { _ in drawQuery(data, sizes.k) { draw().row } }
    return data
}

/// Few places, each taken by about six points of mixed labels: small integers, equal distances everywhere.
func duplicates(_ sizes: Sizes, _ random: inout Random) -> Dataset {
    let names = distinctLabels(3, &random)
    func place() -> [Double] { (0..<sizes.d).map { _ in Double(random.int(-4...4)) } }
    let places = (0..<(1 + sizes.n / 6)).map { _ in place() }
    var data = Dataset()
    for _ in 0..<sizes.n {
        data.points.append(places[random.int(0...(places.count - 1))])
        data.labels.append(names[random.int(0...(names.count - 1))])
    }
    // Every other query lies on a place, so that the distance 0 is tied as well.
    data.queries = (0..<sizes.q).map { $0 % 2 == 0 ? places[random.int(0...(places.count - 1))] : place() }
    return data
}

/// A shuffled lattice of even integers; queries lie on its points, edges and cell centres, each with many neighbours
/// equally far and a vote that is often tied.
func grid(_ sizes: Sizes, _ random: inout Random) -> Dataset {
    let names = distinctLabels(5, &random)
    var side = 2
    func cells() -> Int {
        var product = 1
        for _ in 0..<sizes.d where product < sizes.n { product *= side }
        return product
    }
    while cells() < sizes.n { side += 1 }
    var data = Dataset()
    for cell in random.permutation(sizes.n) {
        var rest = cell
        data.points.append(
            (0..<sizes.d).map { _ in
                defer { rest /= side }
                return Double(2 * (rest % side))
            })
        data.labels.append(names[random.int(0...(names.count - 1))])
    }
    data.queries = (0..<sizes.q).map { _ in
        (0..<sizes.d).map { _ in Double(random.int(0...(2 * side - 2))) }
    }
    return data
}

/// The worst case of work: every point is nearer than all before it, for three queries of four.
///
/// A list of the k best is then changed by every point, at its front, and a first-element pivot is always the worst.
func approaching(_ sizes: Sizes, _ random: inout Random) -> Dataset {
    let names = distinctLabels(4, &random)
    func direction() -> [Double] {
        while true {
            let row = (0..<sizes.d).map { _ in random.normal() }
            let length = row.reduce(0) { $0 + $1 * $1 }.squareRoot()
            if length > 1e-6 { return row.map { $0 / length } }
        }
    }
    let step = 90 / Double(sizes.n)
    var data = Dataset()
    for index in 0..<sizes.n {
        let radius = 100 - step * Double(index)
        data.points.append(direction().map { shortened(radius * $0) })
        data.labels.append(names[random.int(0...(names.count - 1))])
    }
    for index in 0..<sizes.q {
        // Within a quarter of a step around the origin no two points change places; the fourth query goes anywhere.
        let reach = index % 4 == 3 ? 100 : step / 4
        data.queries.append(
            drawQuery(data, sizes.k) {
                let length = reach * random.uniform()
                return direction().map { shortened(length * $0) }
            })
    }
    return data
}

/// Handwritten digits: rows shuffled, classes renamed, the space of pixels rotated and scaled, none of which changes
/// who is near whom. At most 400 rows are points and the others are held out as queries; `d` is always 64.
func digits(_ sizes: Sizes, _ random: inout Random) -> Dataset {
    let rows = digitRows.split(separator: "\n").map { $0.utf8.map { Int($0) } }
    let width = rows[0].count - 1
    let rotation = random.rotation(width)
    let scale = random.uniform(0.1, 10)
    let names = distinctLabels(10, &random)
    func turned(_ row: [Int]) -> [Double] {
        let pixels = row.dropFirst().map { scale * Double($0 - 65) }
        return rotation.map { axis in
            var sum = 0.0
            for column in 0..<width { sum += axis[column] * pixels[column] }
            return shortened(sum)
        }
    }
    let order = random.permutation(rows.count)
    var data = Dataset()
    for index in order.prefix(sizes.n) {
        data.points.append(turned(rows[index]))
        data.labels.append(names[rows[index][0] - 48])
    }
    for index in order.dropFirst(sizes.n) where data.queries.count < sizes.q {
        let query = turned(rows[index])
        if hasMargin(query, data.points, sizes.k) { data.queries.append(query) }
    }
    return data
}

let arguments = GeneratorArguments()
let isDigits = arguments.family == "digits"
let count = isDigits ? min(arguments.int("n", default: 400), 400) : arguments.int("n")
let sizes = Sizes(
    n: count, d: isDigits ? 64 : arguments.int("d"), q: arguments.int("q"), k: min(arguments.int("k"), count))
var random = Random(seed: arguments.seed)
let data: Dataset
switch arguments.family {
case "blobs": data = blobs(sizes, &random)
case "duplicates": data = duplicates(sizes, &random)
case "grid": data = grid(sizes, &random)
case "approaching": data = approaching(sizes, &random)
case "digits": data = digits(sizes, &random)
default: arguments.unknownFamily(known: ["blobs", "duplicates", "grid", "approaching", "digits"])
}

var writer = Writer()
writer.matrix(data.points)
writer.line(data.labels.count)
writer.line(data.labels)
// Written by hand: without queries the number of columns must still be that of the points.
writer.line([data.queries.count, sizes.d])
for query in data.queries { writer.line(query) }
writer.line(sizes.k)
writer.print()
