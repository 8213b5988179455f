// what: The smallest squared distance between two points, by halving with a merge by height on the way back.
// time: n log n
// space: n
// time-bound: n * log(n)
// space-bound: n
// strict: true
// time-verdict: within
// space-verdict: within
// why: Sorting once takes n log n, and each of log2(n) levels merges n points and compares each with a few neighbours.

struct Point {
    let x: Int
    let y: Int
}

func squaredDistance(_ a: Point, _ b: Point) -> Int {
    (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)
}

func closest(_ points: inout [Point], _ scratch: inout [Point], _ low: Int, _ high: Int) -> Int {
    guard high - low > 1 else { return Int.max }
    let middle = (low + high) / 2
    let border = points[middle].x
    var nearest = min(closest(&points, &scratch, low, middle), closest(&points, &scratch, middle, high))
    var (left, right) = (low, middle)
    for slot in low..<high {
        if right == high || (left < middle && points[left].y <= points[right].y) {
            scratch[slot] = points[left]
            left += 1
        } else {
            scratch[slot] = points[right]
            right += 1
        }
    }
    for slot in low..<high { points[slot] = scratch[slot] }
    var kept = low
    for slot in low..<high where (points[slot].x - border) * (points[slot].x - border) < nearest {
        var back = kept - 1
        while back >= low && (points[slot].y - scratch[back].y) * (points[slot].y - scratch[back].y) < nearest {
            nearest = min(nearest, squaredDistance(points[slot], scratch[back]))
            back -= 1
        }
        scratch[kept] = points[slot]
        kept += 1
    }
    return nearest
}

func work(_ values: [Int]) -> Int {
    var points = values.enumerated().map { Point(x: $1, y: $0 &* 69_621 % 1_000_003) }
    points.sort { $0.x < $1.x }
    var scratch = points
    return closest(&points, &scratch, 0, points.count)
}
