// what: Counts people out of a circle, where each one called is removed from the array of those left.
// time: n^2
// space: n
// time-bound: n * log(n)
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: remove(at:) moves all elements behind the place, a fraction of those left on average, n times; the circle is one copy of the values.

func work(_ values: [Int]) -> Int {
    var circle = values
    var place = 0
    var hash = 17
    while !circle.isEmpty {
        place = (place + 7 + hash & 0xFFFF) % circle.count
        let called = circle.remove(at: place)
        hash = (hash &* 31 &+ called) & 0xFFFF_FFFF
    }
    return hash
}
