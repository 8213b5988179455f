import Foundation

enum Verbosity: Int {
    case silent
    case normal
    case chatty
}

let verbosity = Verbosity.silent

func report(_ text: String) {
    guard verbosity.rawValue >= Verbosity.normal.rawValue else { return }
    print(text)
}
struct Entry {
    let far: Double
    let slot: Int
}
func ranksBefore(_ one: Entry, _ two: Entry) -> Bool {
    if one.far == two.far { return one.slot < two.slot }
    return one.far < two.far
}

func keep(_ entry: Entry, into shortlist: inout [Entry], room: Int) {
    precondition(room > 0, "k must be positive")
    if shortlist.count == room {
        if !ranksBefore(entry, shortlist[shortlist.count - 1]) { return }
        shortlist.removeLast()
    }
    var from = 0
    var upTo = shortlist.count
    var probes = 0
    while from < upTo {
        let half = (from + upTo) / 2
        probes += 1
        if ranksBefore(shortlist[half], entry) {
            from = half + 1
        } else {
            upTo = half
        }
    }
    if verbosity == .chatty {
        report("inserted at \(from) after \(probes) probes")
    }
    shortlist.insert(entry, at: from)
}
func isInOrder(_ shortlist: [Entry]) -> Bool {
    var isRight = true
    for at in stride(from: 1, to: shortlist.count, by: 1) {
        if ranksBefore(shortlist[at], shortlist[at - 1]) {
            isRight = false
        }
    }
    return isRight
}
func elect(_ shortlist: [Entry], _ labels: [Int]) -> Int {
    var ballots: [Int: Int] = [:]
    for entry in shortlist {
        ballots[labels[entry.slot]] = (ballots[labels[entry.slot]] ?? 0) + 1
    }
    report("there are \(ballots.count) different labels")
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
    report("the winner is \(elected) with \(record) votes")
    return elected
}

func kNearestNeighbors(points: [[Double]], labels: [Int], queries: [[Double]], k: Int) -> [Int] {
    if points.isEmpty || queries.isEmpty {
        report("nothing to do")
        return []
    }
    var output: [Int] = []
    var largest = 0.0
    for target in queries {
        var shortlist: [Entry] = []
        for (slot, sample) in points.enumerated() {
            var total = 0.0
            for dim in 0..<target.count {
                total += (sample[dim] - target[dim]) * (sample[dim] - target[dim])
            }
            largest = max(largest, total)
            keep(Entry(far: total, slot: slot), into: &shortlist, room: k)
        }
        assert(isInOrder(shortlist), "the list is out of order")
        output.append(elect(shortlist, labels))
    }
    report("the largest distance was \(largest.squareRoot())")
    return output
}
