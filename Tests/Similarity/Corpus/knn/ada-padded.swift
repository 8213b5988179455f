import Foundation

// k nearest neighbours with a sorted list of the best candidates.

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

/// A point that may be among the nearest.
struct Candidate {
    /// how far away it is
    let distance: Double
    /// where it is in the training set
    let index: Int
}

/// Whether a is a better candidate than b.
func isBetter(_ a: Candidate, _ b: Candidate) -> Bool {
    // ties go to the earlier one
    if a.distance == b.distance { return a.index < b.index }
    return a.distance < b.distance
}

func insert(_ candidate: Candidate, into best: inout [Candidate], limit: Int) {
    precondition(limit > 0, "k must be positive")
    if best.count == limit {
        if !isBetter(candidate, best[best.count - 1]) { return }
        best.removeLast()
    }
    var low = 0
    var high = best.count
    var probes = 0
    while low < high {
        let middle = (low + high) / 2
        probes += 1
        if isBetter(best[middle], candidate) {
            low = middle + 1
        } else {
            high = middle
        }
    }
    if verbosity == .chatty {
        report("inserted at \(low) after \(probes) probes")
    }
    best.insert(candidate, at: low)
}

/// Checks that the list is in order; not used in production.
func isInOrder(_ best: [Candidate]) -> Bool {
    var isRight = true
    for position in stride(from: 1, to: best.count, by: 1) {
        if isBetter(best[position], best[position - 1]) {
            isRight = false
        }
    }
    return isRight
}

/// The majority label of the candidates.
func vote(_ best: [Candidate], _ labels: [Int]) -> Int {
    var tally: [Int: Int] = [:]
    for candidate in best {
        tally[labels[candidate.index]] = (tally[labels[candidate.index]] ?? 0) + 1
    }
    report("there are \(tally.count) different labels")
    var winner = Int.max
    var most = 0
    for (label, votes) in tally {
        if votes > most {
            most = votes
            winner = label
        } else if votes == most && label < winner {
            winner = label
        }
    }
    report("the winner is \(winner) with \(most) votes")
    return winner
}

func kNearestNeighbors(points: [[Double]], labels: [Int], queries: [[Double]], k: Int) -> [Int] {
    if points.isEmpty || queries.isEmpty {
        report("nothing to do")
        return []
    }
    var answers: [Int] = []
    var largest = 0.0
    for query in queries {
        var best: [Candidate] = []
        for (index, point) in points.enumerated() {
            var sum = 0.0
            for axis in 0..<query.count {
                sum += (point[axis] - query[axis]) * (point[axis] - query[axis])
            }
            largest = max(largest, sum)
            insert(Candidate(distance: sum, index: index), into: &best, limit: k)
        }
        assert(isInOrder(best), "the list is out of order")
        answers.append(vote(best, labels))
    }
    report("the largest distance was \(largest.squareRoot())")
    return answers
}
