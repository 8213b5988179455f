import ChallengeKit

let arguments = GeneratorArguments()
let n = arguments.int("n")
let d = arguments.int("d")
let q = arguments.int("q")
let k = arguments.int("k")
var random = Random(seed: arguments.seed)

func squaredDistance(_ point: [Int], _ other: [Int]) -> Int {
    var sum = 0
    for column in point.indices { sum += (point[column] - other[column]) * (point[column] - other[column]) }
    return sum
}

/// `count` different ids in no order.
func distinctIDs(_ count: Int) -> [Int] {
    var known: Set<Int> = []
    var ids: [Int] = []
    while ids.count < count {
        let id = random.int(0...(count < 1_000 ? 9_999 : 99_999_999))
        if known.insert(id).inserted { ids.append(id) }
    }
    return ids
}

/// Whether no two points are equally far from `query`.
func isWithoutTies(_ query: [Int], _ points: [[Int]]) -> Bool {
    let distances = points.map { squaredDistance($0, query) }.sorted()
    return zip(distances, distances.dropFirst()).allSatisfy { $0 < $1 }
}

/// Whether the order of the points, in place of that of the ids, would give other ids for `query`.
func isDecidedByIDs(_ query: [Int], _ points: [[Int]], _ ids: [Int]) -> Bool {
    let distances = points.map { squaredDistance($0, query) }
    let byID = points.indices.sorted { (distances[$0], ids[$0]) < (distances[$1], ids[$1]) }
    let byPosition = points.indices.sorted { (distances[$0], $0) < (distances[$1], $1) }
    return byID.prefix(k) != byPosition.prefix(k)
}

/// Draws until `isRight`.
func drawn(_ draw: () -> [Int], _ isRight: ([Int]) -> Bool) -> [Int] {
    for _ in 0..<10_000 {
        let row = draw()
        if isRight(row) { return row }
    }
    fatalError("generator: no query of family \(arguments.family) is as wanted")
}

let ids = distinctIDs(n)
let points: [[Int]]
let queries: [[Int]]
switch arguments.family {
case "scattered":
    // No ties: with one column there are few distances, so numbers are as large as allowed.
    func place() -> [Int] { (0..<d).map { _ in random.int(-1_000_000...1_000_000) } }
    points = (0..<n).map { _ in place() }
    queries = (0..<q).map { _ in drawn(place) { isWithoutTies($0, points) } }
case "level":
    func place() -> [Int] { (0..<d).map { _ in random.int(-2...2) } }
    points = (0..<n).map { _ in place() }
    queries = (0..<q).map { _ in drawn(place) { isDecidedByIDs($0, points, ids) } }
case "lattice":
    func place() -> [Int] { (0..<d).map { _ in random.int(-9...9) } }
    points = (0..<n).map { _ in place() }
    queries = (0..<q).map { _ in place() }
default: arguments.unknownFamily(known: ["scattered", "level", "lattice"])
}

var writer = Writer()
writer.line([n, d])
for point in points { writer.line(point) }
writer.line(n)
writer.line(ids)
writer.line([q, d])
for query in queries { writer.line(query) }
writer.line(k)
writer.print()
