import Glibc

// Optimised: one pass by Welford's update, which points may arrive for as a stream; the moments of all points come from
// those of the classes (Chan, Golub and LeVeque). The model is flat, with reciprocals in place of divisions, and the
// evidence is summed while the classes go by.

func gaussianNaiveBayes(
    points: [[Double]], labels: [Int], queries: [[Double]], smoothing: Double
) -> (labels: [Int], logPosteriors: [Double]) {
    let d = points[0].count
    var rows: [Int: Int] = [:]
    var names: [Int] = []
    var counts: [Double] = []
    var means: [Double] = []
    var squares: [Double] = []
    for (point, label) in zip(points, labels) {
        let k = rows[label, default: names.count]
        if k == names.count {
            rows[label] = k
            names.append(label)
            counts.append(0)
            means.append(contentsOf: repeatElement(0, count: d))
            squares.append(contentsOf: repeatElement(0, count: d))
        }
        counts[k] += 1
        for j in 0..<d {
            let before = point[j] - means[k * d + j]
            means[k * d + j] += before / counts[k]
            squares[k * d + j] += before * (point[j] - means[k * d + j])
        }
    }

    let total = Double(points.count)
    var largest = 0.0
    for j in 0..<d {
        var count = 0.0
        var mean = 0.0
        var square = 0.0
        for k in names.indices {
            let both = count + counts[k]
            let difference = means[k * d + j] - mean
            square += squares[k * d + j] + difference * difference * count * counts[k] / both
            mean += difference * counts[k] / both
            count = both
        }
        largest = max(largest, square / total)
    }
    let epsilon = smoothing * (largest > 0 ? largest : 1)

    var constants = counts.map { log($0 / total) }
    var halves = squares
    for k in names.indices {
        for j in 0..<d {
            let variance = squares[k * d + j] / counts[k] + epsilon
            constants[k] -= 0.5 * log(2 * .pi * variance)
            halves[k * d + j] = 0.5 / variance
        }
    }

    var answers = (labels: [Int](), logPosteriors: [Double]())
    for query in queries {
        var best = -Double.infinity
        var label = Int.max
        var ratio = 0.0
        for k in names.indices {
            var joint = constants[k]
            for j in 0..<d {
                let difference = query[j] - means[k * d + j]
                joint -= difference * difference * halves[k * d + j]
            }
            if joint > best {
                // All that was summed so far was relative to the old best.
                ratio = ratio * exp(best - joint) + 1
                best = joint
                label = names[k]
            } else {
                ratio += exp(joint - best)
                if joint == best { label = min(label, names[k]) }
            }
        }
        answers.labels.append(label)
        answers.logPosteriors.append(-log(ratio))
    }
    return answers
}
