// what: Twice the area of the convex hull of the values as points, by Andrew's monotone chain.
// time: n log n
// space: n
// time-bound: n * log(n)
// space-bound: n
// strict: true
// time-verdict: within
// space-verdict: within
// why: The sort by x takes n log n on random values; the two chains push and pop each point once.

struct Point {
    let x: Int
    let y: Int
}

func turn(_ a: Point, _ b: Point, _ c: Point) -> Int {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

func chain(_ points: [Point]) -> [Point] {
    var hull: [Point] = []
    for point in points {
        while hull.count > 1 && turn(hull[hull.count - 2], hull[hull.count - 1], point) <= 0 {
            hull.removeLast()
        }
        hull.append(point)
    }
    return hull
}

func work(_ values: [Int]) -> Int {
    var points = values.enumerated().map { Point(x: $1, y: ($1 &* 48_271 &+ $0 &* 16_807) % 999_983) }
    points.sort { $0.x == $1.x ? $0.y < $1.y : $0.x < $1.x }
    let hull = chain(points) + chain(points.reversed())
    var area = 0
    for (place, point) in hull.enumerated() {
        let next = hull[(place + 1) % hull.count]
        area += point.x * next.y - point.y * next.x
    }
    return area
}
