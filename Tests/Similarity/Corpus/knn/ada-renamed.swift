struct Entry {
    let far: Double
    let slot: Int
}

func ranksBefore(_ one: Entry, _ two: Entry) -> Bool {
    if one.far == two.far { return one.slot < two.slot }
    return one.far < two.far
}

func keep(_ entry: Entry, into shortlist: inout [Entry], room: Int) {
    if shortlist.count == room {
        if !ranksBefore(entry, shortlist[shortlist.count - 1]) { return }
        shortlist.removeLast()
    }
    var from = 0
    var upTo = shortlist.count
    while from < upTo {
        let half = (from + upTo) / 2
        if ranksBefore(shortlist[half], entry) {
            from = half + 1
        } else {
            upTo = half
        }
    }
    shortlist.insert(entry, at: from)
}

func elect(_ shortlist: [Entry], _ labels: [Int]) -> Int {
    var ballots: [Int: Int] = [:]
    for entry in shortlist {
        ballots[labels[entry.slot]] = (ballots[labels[entry.slot]] ?? 0) + 1
    }
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

func kNearestNeighbors(points: [[Double]], labels: [Int], queries: [[Double]], k: Int) -> [Int] {
    var output: [Int] = []
    for target in queries {
        var shortlist: [Entry] = []
        for (slot, sample) in points.enumerated() {
            var total = 0.0
            for dim in 0..<target.count {
                total += (sample[dim] - target[dim]) * (sample[dim] - target[dim])
            }
            keep(Entry(far: total, slot: slot), into: &shortlist, room: k)
        }
        output.append(elect(shortlist, labels))
    }
    return output
}
