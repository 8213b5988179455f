struct Entry {
    let far: Double
    let slot: Int
}

func ranksBefore(_ one: Entry, _ two: Entry) -> Bool {
    if one.far == two.far { return one.slot < two.slot }
    return one.far < two.far
}

func elect(_ shortlist: [Entry], _ labels: [Int]) -> Int {
    var ballots: [Int: Int] = [:]
    var at = 0
    while at < shortlist.count {
        let kind = labels[shortlist[at].slot]
        ballots[kind] = (ballots[kind] ?? 0) + 1
        at += 1
    }
    let record = ballots.values.reduce(0) { max($0, $1) }
    return ballots.filter { $0.value == record }.keys.reduce(Int.max) { min($0, $1) }
}

func keep(_ entry: Entry, into shortlist: inout [Entry], room: Int) {
    if shortlist.count == room {
        if !ranksBefore(entry, shortlist[shortlist.count - 1]) { return }
        shortlist.removeLast()
    }
    var from = 0
    var upTo = shortlist.count
    repeat {
        if from >= upTo { break }
        let half = (from + upTo) / 2
        if ranksBefore(shortlist[half], entry) {
            from = half + 1
        } else {
            upTo = half
        }
    } while true
    shortlist.insert(entry, at: from)
}

func kNearestNeighbors(points: [[Double]], labels: [Int], queries: [[Double]], k: Int) -> [Int] {
    return queries.map { target in
        var shortlist: [Entry] = []
        var slot = 0
        while slot < points.count {
            let sample = points[slot]
            let total = target.indices.reduce(0.0) { total, dim in
                total + (sample[dim] - target[dim]) * (sample[dim] - target[dim])
            }
            keep(Entry(far: total, slot: slot), into: &shortlist, room: k)
            slot += 1
        }
        return elect(shortlist, labels)
    }
}
