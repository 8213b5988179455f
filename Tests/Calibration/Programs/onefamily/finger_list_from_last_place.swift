// what: A sorted linked list with counts that is searched from the place of the last insertion.
// time: n^2
// space: n
// time-bound: n * log(n)
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: Ordered input moves the finger by one and few distinct values make a list of eight; at random the finger walks a third of the list.

struct FingerList {
    private var keys: [Int] = []
    private var counts: [Int] = []
    private var next: [Int] = []
    private var previous: [Int] = []
    private var finger = -1

    mutating func insert(_ key: Int) {
        var place = finger
        while place >= 0 && keys[place] > key { place = previous[place] }
        var after = place < 0 ? head : next[place]
        while after >= 0 && keys[after] <= key {
            place = after
            after = next[after]
        }
        if place >= 0 && keys[place] == key {
            counts[place] += 1
            finger = place
            return
        }
        finger = keys.count
        keys.append(key)
        counts.append(1)
        previous.append(place)
        next.append(after)
        if place >= 0 { next[place] = finger } else { head = finger }
        if after >= 0 { previous[after] = finger }
    }
    private var head = -1

    func digest() -> Int {
        var hash = 0
        var place = head
        while place >= 0 {
            hash = (hash &* 31) ^ (keys[place] &+ counts[place])
            place = next[place]
        }
        return hash
    }
}

func work(_ values: [Int]) -> Int {
    var list = FingerList()
    for value in values { list.insert(value) }
    return list.digest()
}
