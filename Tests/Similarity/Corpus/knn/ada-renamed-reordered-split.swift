func spot(of entry: Entry, in shortlist: [Entry]) -> Int {
    var from = 0
    var upTo = shortlist.count
    while from < upTo {
        let half = (from + upTo) / 2
        if shortlist[half].ranksBefore(over: entry) {
            from = half + 1
        } else {
            upTo = half
        }
    }
    return from
}

func elected(of ballots: [Int: Int]) -> Int {
    var elected = Int.max
    var record = 0
    for (kind, number) in ballots {
        if number > record {
            record = number
            elected = kind
        } else if number == record && kind < elected {
            elected = kind
        }
    }
    return elected
}

func apart(_ sample: [Double], _ target: [Double]) -> Double {
    var total = 0.0
    for dim in 0..<target.count {
        total += (sample[dim] - target[dim]) * (sample[dim] - target[dim])
    }
    return total
}

struct Entry {
    let far: Double
    let slot: Int

    func ranksBefore(over other: Entry) -> Bool {
        if far == other.far { return slot < other.slot }
        return far < other.far
    }
}

func kNearestNeighbors(points: [[Double]], labels: [Int], queries: [[Double]], k: Int) -> [Int] {
    var output: [Int] = []
    for target in queries {
        output.append(decide(target, points, labels, k))
    }
    return output
}

func count(_ shortlist: [Entry], _ labels: [Int]) -> [Int: Int] {
    var ballots: [Int: Int] = [:]
    for entry in shortlist {
        ballots[labels[entry.slot]] = (ballots[labels[entry.slot]] ?? 0) + 1
    }
    return ballots
}

func decide(_ target: [Double], _ points: [[Double]], _ labels: [Int], _ k: Int) -> Int {
    var shortlist: [Entry] = []
    for (slot, sample) in points.enumerated() {
        keep(Entry(far: apart(sample, target), slot: slot), into: &shortlist, room: k)
    }
    return elected(of: count(shortlist, labels))
}

func clear(for entry: Entry, in shortlist: inout [Entry], room: Int) -> Bool {
    if shortlist.count < room { return true }
    if !entry.ranksBefore(over: shortlist[shortlist.count - 1]) { return false }
    shortlist.removeLast()
    return true
}

func keep(_ entry: Entry, into shortlist: inout [Entry], room: Int) {
    if clear(for: entry, in: &shortlist, room: room) {
        shortlist.insert(entry, at: spot(of: entry, in: shortlist))
    }
}
