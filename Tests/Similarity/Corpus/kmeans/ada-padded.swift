import Foundation

// My implementation of k-means.
// It was tested with many different inputs.

let isDebugging = false

/// Prints a message, but only while debugging.
func debugLog(_ message: String) {
    if isDebugging {
        print("[debug] \(message)")
    }
}

/// The squared euclidean distance between two points.
func distanceSquared(_ p: [Double], _ q: [Double]) -> Double {
    debugLog("distance between \(p) and \(q)")
    var total = 0.0
    var steps = 0
    for i in 0..<p.count {
        // the difference in this coordinate
        let d = p[i] - q[i]
        // squared
        total += d * d
        steps += 1
    }
    debugLog("took \(steps) steps")
    return total
}

/// Finds the closest center.
func closest(_ p: [Double], among centers: [[Double]]) -> Int {
    if centers.isEmpty {
        debugLog("no centers")
        return 0
    }
    var winner = 0
    var shortest = distanceSquared(p, centers[0])
    var history: [Double] = [shortest]
    for c in 1..<max(1, centers.count) {
        let d = distanceSquared(p, centers[c])
        history.append(d)
        if d < shortest {
            shortest = d
            winner = c
        }
    }
    debugLog("compared \(history.count) centers, the shortest is \(shortest)")
    return winner
}

/// Computes the new centers.
func recomputed(_ centers: [[Double]], points: [[Double]], owner: [Int]) -> [[Double]] {
    var result = centers
    let started = Date()
    for c in 0..<centers.count {
        var sum = [Double](repeating: 0, count: centers[c].count)
        var members = 0
        for (i, p) in points.enumerated() {
            if owner[i] != c { continue }
            members += 1
            for j in 0..<p.count {
                sum[j] += p[j]
            }
        }
        debugLog("center \(c) has \(members) members")
        if members == 0 { continue }
        result[c] = sum.map { $0 / Double(members) }
    }
    debugLog("took \(Date().timeIntervalSince(started)) seconds")
    return result
}

/// How much two lists of centers differ; only for debugging.
func movement(_ before: [[Double]], _ after: [[Double]]) -> Double {
    var largest = 0.0
    for index in before.indices {
        largest = max(largest, distanceSquared(before[index], after[index]).squareRoot())
    }
    return largest
}

func kMeans(points: [[Double]], initialCentroids: [[Double]], iterations: Int) -> (centroids: [[Double]], labels: [Int])
{
    debugLog("k-means of \(points.count) points")
    var centers = initialCentroids
    var owner = points.map { closest($0, among: centers) }
    for round in 0..<iterations {
        let old = centers
        centers = recomputed(centers, points: points, owner: owner)
        if isDebugging {
            debugLog("round \(round) moved \(movement(old, centers))")
        }
        owner = points.map { closest($0, among: centers) }
    }
    debugLog("done")
    return (centers, owner)
}
