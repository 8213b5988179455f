import ChallengeKit

/// The classes of samples, as they are and as they were predicted.
struct Labels {
    var actual: [Int] = []
    var predicted: [Int] = []

    mutating func add(_ actual: Int, _ predicted: Int) {
        self.actual.append(actual)
        self.predicted.append(predicted)
    }

    /// The samples in random order: their order must not matter.
    func shuffled(_ random: inout Random) -> Labels {
        let order = random.permutation(actual.count)
        return Labels(actual: order.map { actual[$0] }, predicted: order.map { predicted[$0] })
    }
}

/// Classes equally frequent. Each is predicted rightly with a probability of its own, and mistaken for the next class
/// more often than for others, so that the matrix is far from symmetric.
func uniform(_ n: Int, _ classes: Int, _ random: inout Random) -> Labels {
    let skill = (0..<classes).map { _ in random.uniform(0.3, 0.9) }
    var labels = Labels()
    for _ in 0..<n {
        let actual = random.int(0...classes - 1)
        let chance = random.uniform()
        if chance < skill[actual] {
            labels.add(actual, actual)
        } else if random.uniform() < 0.6 {
            labels.add(actual, (actual + 1) % classes)
        } else {
            labels.add(actual, random.int(0...classes - 1))
        }
    }
    return labels
}

/// Half of the samples are of one class, half of the rest of another, and so on; a predictor that favours the frequent ones.
func skewed(_ n: Int, _ classes: Int, _ random: inout Random) -> Labels {
    let names = random.permutation(classes)
    func draw() -> Int {
        var rank = 0
        while rank < classes - 1, random.uniform() < 0.6 { rank += 1 }
        return names[rank]
    }
    var labels = Labels()
    for _ in 0..<n {
        let actual = draw()
        labels.add(actual, random.uniform() < 0.6 ? actual : draw())
    }
    return labels
}

/// Classes of four kinds, whatever the seed: the last occurs nowhere; the one before it, only as a prediction; others
/// only as what is true, or in both places.
func absent(_ n: Int, _ classes: Int, _ random: inout Random) -> Labels {
    guard classes >= 5 else { return uniform(n, max(1, classes - 1), &random) }
    var onlyPredicted = [classes - 2]
    var onlyActual: [Int] = []
    var both: [Int] = []
    for (place, label) in random.permutation(classes - 2).enumerated() {
        switch place {
        case 0: onlyActual.append(label)
        case 1, 2: both.append(label)
        default:
            switch random.int(0...5) {
            case 0: onlyPredicted.append(label)
            case 1: onlyActual.append(label)
            case 2: break  // Occurs nowhere, either.
            default: both.append(label)
            }
        }
    }
    var labels = Labels()
    // Every class occurs where it should: once by hand, and else by chance.
    for label in onlyActual { labels.add(label, both[0]) }
    for label in onlyPredicted { labels.add(both[1], label) }
    for label in both { labels.add(label, label) }
    let actual = both + onlyActual
    let predicted = both + onlyPredicted
    while labels.actual.count < n {
        let label = actual[random.int(0...actual.count - 1)]
        if both.contains(label), random.uniform() < 0.5 {
            labels.add(label, label)
        } else {
            labels.add(label, predicted[random.int(0...predicted.count - 1)])
        }
    }
    return Labels(actual: Array(labels.actual.prefix(n)), predicted: Array(labels.predicted.prefix(n)))
        .shuffled(&random)
}

/// Every prediction is right; the last class never occurs.
func perfect(_ n: Int, _ classes: Int, _ random: inout Random) -> Labels {
    var labels = Labels()
    for _ in 0..<n {
        let label = random.int(0...max(0, classes - 2))
        labels.add(label, label)
    }
    return labels
}

let arguments = GeneratorArguments()
var random = Random(seed: arguments.seed)
let n = arguments.int("n")
let classes = arguments.int("classes")
let labels: Labels
switch arguments.family {
case "uniform": labels = uniform(n, classes, &random)
case "skewed": labels = skewed(n, classes, &random)
case "absent": labels = absent(n, classes, &random)
case "perfect": labels = perfect(n, classes, &random)
default: arguments.unknownFamily(known: ["uniform", "skewed", "absent", "perfect"])
}

var writer = Writer()
writer.line(labels.actual.count)
writer.line(labels.actual)
writer.line(labels.predicted.count)
writer.line(labels.predicted)
writer.line(classes)
writer.print()
