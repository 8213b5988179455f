// what: Closest neighbours of a strip by halving, where each level sorts its points by y again.
// time: n log^2 n
// space: n
// time-bound: n^1.5
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: Each of log2(n) levels spends n log n on merge sorts by y; points and scratch arrays take order n.

struct Point {
    var x: Int
    var y: Int
}

struct Plane {
    let points: [Point]
    var strip: [Point]
    var scratch: [Point]

    init(_ points: [Point]) {
        self.points = points
        strip = points
        scratch = points
    }

    mutating func sortStrip(_ low: Int, _ high: Int) {
        guard high - low > 1 else { return }
        let middle = (low + high) / 2
        sortStrip(low, middle)
        sortStrip(middle, high)
        var (left, right) = (low, middle)
        for slot in low..<high {
            if right == high || (left < middle && strip[left].y <= strip[right].y) {
                scratch[slot] = strip[left]
                left += 1
            } else {
                scratch[slot] = strip[right]
                right += 1
            }
        }
        for slot in low..<high { strip[slot] = scratch[slot] }
    }

    mutating func closest(_ low: Int, _ high: Int) -> Int {
        guard high - low > 1 else { return Int.max }
        let middle = (low + high) / 2
        var nearest = min(closest(low, middle), closest(middle, high))
        for index in low..<high { strip[index] = points[index] }
        sortStrip(low, high)
        for index in (low + 1)..<high {
            let (a, b) = (strip[index - 1], strip[index])
            nearest = min(nearest, abs(a.x - b.x) + abs(a.y - b.y))
        }
        return nearest
    }
}

func work(_ values: [Int]) -> Int {
    let points = values.sorted().map { Point(x: $0, y: ($0 &* 48_271) % 2_147_483_647) }
    var plane = Plane(points)
    return values.count < 2 ? 0 : plane.closest(0, points.count)
}
