import ChallengeKit

/// One input, before it is written.
struct Dataset {
    var points: [[Double]] = []
    var radius = 0.0
}

/// The sizes that the command line asks for; `m` is the number of points that make a neighbourhood dense.
struct Sizes {
    let n: Int
    let d: Int
    let m: Int
}

/// Keeps five decimals: short text, which is read fast, and exactly the numbers that the margins were checked on.
func shortened(_ value: Double) -> Double { (value * 1e5).rounded() / 1e5 }

func squaredDistance(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for column in a.indices { sum += (a[column] - b[column]) * (a[column] - b[column]) }
    return sum
}

/// A radius for data that are no integers: near `wanted`, in the widest gap between squared distances around it, so that
/// no order of sums and no root moves a pair to the other side.
func radiusWithMargin(_ points: [[Double]], near wanted: Double) -> Double {
    let low = 0.98 * wanted * wanted
    let high = 1.02 * wanted * wanted
    var marks = [low, high]
    for first in points.indices {
        for second in 0..<first {
            let square = squaredDistance(points[first], points[second])
            if square > low, square < high { marks.append(square) }
        }
    }
    marks.sort()
    var below = 0
    for index in marks.indices.dropLast() where marks[index + 1] - marks[index] > marks[below + 1] - marks[below] {
        below = index
    }
    // A hundred times what the statement promises.
    guard marks[below + 1] - marks[below] > 2e-7 * high else { fatalError("no radius with a margin was found") }
    return ((marks[below] + marks[below + 1]) / 2).squareRoot()
}

/// The distance within which about half of the points in clouds are core points.
func usualReach(_ points: [[Double]], _ sizes: Sizes, _ random: inout Random) -> Double {
    var reaches: [Double] = []
    for _ in 0..<31 {
        let point = points[random.int(0...(points.count - 1))]
        let squares = points.map { squaredDistance($0, point) }.sorted()
        reaches.append(squares[min(sizes.m, points.count) - 1].squareRoot())
    }
    reaches.sort()
    return max(reaches[15], 1e-3)
}

/// Normal clouds of different spread, and a background of points anywhere.
func blobs(_ sizes: Sizes, _ random: inout Random) -> Dataset {
    let clouds = max(2, min(12, sizes.n / 40))
    let box = sizes.d == 1 ? 40.0 : 12.0
    let centres = (0..<clouds).map { _ in (0..<sizes.d).map { _ in random.uniform(-box, box) } }
    let spreads = (0..<clouds).map { _ in random.uniform(0.6, 1.6) / Double(sizes.d).squareRoot() * 2 }
    var data = Dataset()
    for _ in 0..<sizes.n {
        if random.int(0...5) == 0 {
            data.points.append((0..<sizes.d).map { _ in shortened(random.uniform(-box - 3, box + 3)) })
        } else {
            let cloud = random.int(0...(clouds - 1))
            data.points.append(centres[cloud].map { shortened($0 + spreads[cloud] * random.normal()) })
        }
    }
    data.radius = radiusWithMargin(data.points, near: usualReach(data.points, sizes, &random))
    return data
}

/// Blobs far from the origin, where the square of a coordinate has no digits left for a distance.
func offset(_ sizes: Sizes, _ random: inout Random) -> Dataset {
    var data = blobs(sizes, &random)
    let wanted = data.radius
    let origin = (0..<sizes.d).map { _ in (random.int(0...1) == 0 ? -1 : 1) * random.uniform(1e8, 3e8).rounded() }
    data.points = data.points.map { point in point.indices.map { point[$0] + origin[$0] } }
    data.radius = radiusWithMargin(data.points, near: wanted)
    return data
}

/// Blobs whose distances are far below any constant that stands for "nearly zero".
func tiny(_ sizes: Sizes, _ random: inout Random) -> Dataset {
    var data = blobs(sizes, &random)
    let wanted = data.radius
    let unit = random.uniform(1e-13, 9e-13)
    data.points = data.points.map { $0.map { $0 * unit } }
    data.radius = radiusWithMargin(data.points, near: wanted * unit)
    return data
}

/// A random part of an integer lattice in the first two columns, some of its places taken twice: distances equal to the
/// radius, border points and duplicates everywhere. The other columns are the same for all points.
func lattice(_ sizes: Sizes, _ random: inout Random) -> Dataset {
    let plane = sizes.d > 1
    let occupied = random.uniform(0.42, 0.52)
    // The smallest radius within which the expected number of points, itself included, reaches m.
    var radius = plane ? 2 : 1
    func places() -> Int {
        var count = 0
        for x in -radius...radius {
            for y in plane ? -radius...radius : 0...0 where x * x + y * y <= radius * radius { count += 1 }
        }
        return count
    }
    while 1 + occupied * Double(places() - 1) < Double(sizes.m) { radius += 1 }
    let cells = Double(max(1, sizes.n * 7 / 8)) / occupied
    let side = max(2, Int((plane ? cells.squareRoot() : cells).rounded(.up)))
    let rest = (0..<sizes.d).map { _ in Double(random.int(-9...9)) }
    var points: [[Double]] = []
    for cell in random.permutation(plane ? side * side : side).prefix(max(1, sizes.n * 7 / 8)) {
        var point = rest
        point[0] = Double(cell % side)
        if plane { point[1] = Double(cell / side) }
        points.append(point)
    }
    while points.count < sizes.n { points.append(points[random.int(0...(points.count - 1))]) }
    points.shuffle(using: &random)
    return Dataset(points: points, radius: Double(radius))
}

/// Pairs of dense groups with a border point between them that belongs to either, a border point at each end, and a
/// point beyond that only a border point reaches. All come in random order, so that either group may be found first and
/// border points may come before their core points.
func bridges(_ sizes: Sizes, _ random: inout Random) -> Dataset {
    var points: [[Double]] = []
    var gadget = 0
    while points.count < sizes.n {
        let axis = gadget % sizes.d
        let sign = random.int(0...1) == 0 ? 1.0 : -1.0
        func add(_ x: Int) {
            var point = [Double](repeating: 0, count: sizes.d)
            point[0] = Double(gadget * 1000)
            point[axis] += sign * Double(x)
            points.append(point)
        }
        // Radius 10. The first and the last of a group's m - 1 points see exactly m, with the middle or with the end at
        // 25, which the last reaches at exactly the radius. Middle and ends see three.
        add(0)
        for side in [-1, 1] {
            let lead = random.int(8...10)
            add(side * lead)
            for _ in 0..<max(0, sizes.m - 3) { add(side * random.int(12...14)) }
            add(side * 15)
            add(side * 25)
            add(side * (random.int(0...1) == 0 ? 35 : 36))
        }
        gadget += 1
    }
    points.shuffle(using: &random)
    return Dataset(points: Array(points.prefix(sizes.n)), radius: 10)
}

/// A few long chains of points in random order, each seeing just enough of those before and after it, at exactly the
/// radius: what spreads one step a round needs as many rounds as there are points.
func chain(_ sizes: Sizes, _ random: inout Random) -> Dataset {
    let step = random.int(1...5)
    // With h on each side a point inside sees 2 h + 1.
    let reach = max(1, sizes.m / 2)
    var position = random.int(-100...100)
    let axis = random.int(0...(sizes.d - 1))
    let rest = (0..<sizes.d).map { _ in Double(random.int(-9...9)) }
    var points: [[Double]] = []
    for index in 0..<sizes.n {
        // About three gaps; some chains are too short to be a cluster.
        position +=
            random.int(1...max(1, sizes.n / 3)) == 1 || index % 97 == 96 && index < 300 ? step * reach + 1 : step
        var point = rest
        point[axis] = Double(position)
        points.append(point)
    }
    points.shuffle(using: &random)
    return Dataset(points: points, radius: Double(step * reach))
}

/// One heap: all points are neighbours of each other, many of them equal.
func dense(_ sizes: Sizes, _ random: inout Random) -> Dataset {
    let points = (0..<sizes.n).map { _ in (0..<sizes.d).map { _ in Double(random.int(0...3)) } }
    return Dataset(points: points, radius: Double(3 * sizes.d))
}

let arguments = GeneratorArguments()
let sizes = Sizes(n: arguments.int("n"), d: arguments.int("d"), m: arguments.int("minimumPoints"))
var random = Random(seed: arguments.seed)
let data: Dataset
switch arguments.family {
case "blobs": data = blobs(sizes, &random)
case "lattice": data = lattice(sizes, &random)
case "bridges": data = bridges(sizes, &random)
case "chain": data = chain(sizes, &random)
case "dense": data = dense(sizes, &random)
case "offset": data = offset(sizes, &random)
case "tiny": data = tiny(sizes, &random)
default: arguments.unknownFamily(known: ["blobs", "lattice", "bridges", "chain", "dense", "offset", "tiny"])
}

var writer = Writer()
writer.matrix(data.points)
writer.line(data.radius)
writer.line(sizes.m)
writer.print()
