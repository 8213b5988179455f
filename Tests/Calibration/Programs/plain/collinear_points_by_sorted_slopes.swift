// what: The most points on one line, by sorting the slopes that each point sees.
// time: n^2 log n
// space: n
// time-bound: n * log(n)
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: n sorts of n slopes each, in n log n when the slopes come in random order; one array of slopes at a time.

func work(_ values: [Int]) -> Int {
    let points = values.enumerated().map { (x: Double($1 % 100_003), y: Double($0 &* 7919 % 10_007)) }
    var most = 0
    for point in points {
        var slopes: [Double] = []
        var doubles = 0
        for other in points {
            if other.x == point.x {
                doubles += 1
            } else {
                slopes.append((other.y - point.y) / (other.x - point.x))
            }
        }
        slopes.sort { $0 < $1 }
        most = max(most, doubles)
        var run = 1
        for index in stride(from: 1, to: slopes.count, by: 1) {
            run = slopes[index] == slopes[index - 1] ? run + 1 : 1
            most = max(most, run + 1)
        }
    }
    return most
}
