import ChallengeKit

// Any sample may be right, so the answer is not looked at. What is checked of each sample: its size, that its items are
// of the stream, and none more often than there. Of all samples together, where there are enough: that each place of the
// stream is drawn equally often, and, where there are few sets of k places, that each set is.
//
// Both are chi-square tests. A statistic of d degrees of freedom is above d + 2 √(d x) + 2 x with a probability of at
// most e^-x (Laurent and Massart, 2000); with x = 40 that is 4e-18. The counts are binomial and not normal, which at an
// expected count of at least 200, as asked for here, leaves that below 1e-15 for a right solution. A wrong solution is
// above it for every seed if it is far enough from uniform, as the usual mistakes are, by a wide margin.

let prime = 2_147_483_647
let rarity = 40.0
let fewestExpected = 200.0

func threshold(_ degrees: Int) -> Double {
    let d = Double(degrees)
    return d + 2 * (d * rarity).squareRoot() + 2 * rarity
}

/// The stream of a case.
struct Stream {
    let n: Int
    let k: Int
    let distinct: Int
    let runs: Int
    private let inverse: Int
    private let offset: Int

    init(_ input: inout Reader) {
        n = input.int()
        k = input.int()
        distinct = input.int()
        runs = input.int()
        _ = input.int("the seed")
        // Fermat: a^(p - 2) is the inverse of a modulo a prime p.
        var base = input.int()
        var power = 1
        var exponent = prime - 2
        while exponent > 0 {
            if exponent & 1 == 1 { power = power * base % prime }
            base = base * base % prime
            exponent >>= 1
        }
        inverse = power
        offset = input.int()
    }

    var size: Int { min(n, k) }

    /// The first place of an item in the stream; `nil` for what is not there.
    func place(_ item: Int) -> Int? {
        guard item >= 0, item < prime, n > 0 else { return nil }
        let place = (item - offset + prime) % prime * inverse % prime
        return place < distinct ? place : nil
    }

    /// How often the item of that place occurs.
    func occurrences(_ place: Int) -> Int { (n - place + distinct - 1) / distinct }
}

/// How often each place was drawn in all runs; neighbours are put together until enough draws are expected.
struct Inclusion {
    let stream: Stream
    let bins: Int
    private(set) var counts: [Double]

    init?(_ stream: Stream, _ samples: [[Int]]) {
        guard stream.n > stream.k, stream.k > 0, stream.distinct == stream.n else { return nil }
        let drawn = Double(stream.k * stream.runs)
        bins = min(stream.n, 50, Int(drawn / fewestExpected))
        guard bins >= 2 else { return nil }
        self.stream = stream
        counts = [Double](repeating: 0, count: bins)
        for place in samples.joined() { counts[bin(place)] += 1 }
    }

    func bin(_ place: Int) -> Int { place * bins / stream.n }

    /// The chi-square statistic. Places drawn without replacement have counts of the covariance
    /// r p (1 - p) n / (n - 1) (I - J / n); sums over m of them, m times that in the diagonal.
    var statistic: Double {
        let n = Double(stream.n)
        let share = Double(stream.k) / n
        let variance = Double(stream.runs) * share * (1 - share) * n / (n - 1)
        return zip(counts, sizes).reduce(0) { sum, bin in
            let difference = bin.0 - bin.1 * share * Double(stream.runs)
            return sum + difference * difference / (bin.1 * variance)
        }
    }

    private var sizes: [Double] {
        var sizes = [Double](repeating: 0, count: bins)
        for place in 0..<stream.n { sizes[bin(place)] += 1 }
        return sizes
    }

    /// Whether the counts are those of a sampler that draws places with these probabilities.
    func fits(_ probabilities: [Double]) -> Bool {
        var expected = [Double](repeating: 0, count: bins)
        var variances = [Double](repeating: 1, count: bins)
        for (place, probability) in probabilities.enumerated() {
            expected[bin(place)] += probability * Double(stream.runs)
            variances[bin(place)] += probability * (1 - probability) * Double(stream.runs)
        }
        var sum = 0.0
        for index in 0..<bins {
            sum += (counts[index] - expected[index]) * (counts[index] - expected[index]) / variances[index]
        }
        return sum <= threshold(bins)
    }

    /// The probabilities of places to be in the sample at the end, when the item of place i >= k enters with the
    /// probability `entry(i)` and replaces any of the k.
    func probabilities(_ entry: (Int) -> Double) -> [Double] {
        var probabilities = [Double](repeating: 0, count: stream.n)
        var survival = 1.0
        for place in (0..<stream.n).reversed() {
            let enters = place < stream.k ? 1 : min(1, entry(place))
            probabilities[place] = enters * survival
            if place >= stream.k { survival *= 1 - enters / Double(stream.k) }
        }
        return probabilities
    }

    /// What seems to be wrong, for people.
    var explanation: String {
        let k = Double(stream.k)
        let rule = "the item at place i, counted from 0, must enter with probability k / (i + 1)"
        let mistakes: [(symptom: String, probabilities: [Double])] = [
            ("only the first k items are drawn: \(rule)", probabilities { _ in 0 }),
            ("every item after the first k replaces one: \(rule)", probabilities { _ in 1 }),
            ("items enter with probability k / i: \(rule)", probabilities { k / Double($0) }),
            ("items enter with probability k / (i + 2): \(rule)", probabilities { k / Double($0 + 2) }),
            ("items enter with probability 1 / (i + 1): \(rule)", probabilities { 1 / Double($0 + 1) }),
            ("items enter with a fixed probability: \(rule)", probabilities { _ in 0.5 }),
            ("items enter with a fixed probability: \(rule)", probabilities { _ in 1 / k }),
            (
                "only the last k items are drawn: \(rule)",
                (0..<stream.n).map { $0 >= stream.n - stream.k ? 1 : 0 }
            ),
        ]
        if let fitting = mistakes.first(where: { fits($0.probabilities) }) {
            return "It looks as if \(fitting.symptom)."
        }
        let expected = zip(counts, sizes).map { $0 - $1 * k * Double(stream.runs) / Double(stream.n) }
        if let never = counts.lastIndex(of: 0) {
            let place = never == bins - 1 ? "at the end" : never == 0 ? "at the start" : "in the middle"
            return "Some items \(place) of the stream are never drawn."
        }
        let half = bins / 2
        let early = expected[..<half].reduce(0, +)
        return
            "Not every place of the stream is drawn equally often: items of its first half are drawn too "
            + "\(early > 0 ? "often" : "seldom")."
    }
}

/// The chi-square statistic of the counts of all sets of k places, and its degrees of freedom; `nil` where there are
/// too many sets for the runs.
func setStatistic(_ stream: Stream, _ samples: [[Int]]) -> (value: Double, degrees: Int)? {
    guard stream.n <= 20, stream.n > stream.k, stream.k > 0, stream.distinct == stream.n else { return nil }
    var sets = 1
    for index in 1...stream.k { sets = sets * (stream.n - index + 1) / index }
    let expected = Double(stream.runs) / Double(sets)
    guard sets > 1, expected >= fewestExpected else { return nil }
    var counts: [Int: Double] = [:]
    for sample in samples { counts[sample.reduce(0) { $0 | 1 << $1 }, default: 0] += 1 }
    let missing = Double(sets - counts.count) * expected
    let value = counts.values.reduce(missing) { $0 + ($1 - expected) * ($1 - expected) / expected }
    return (value, sets - 1)
}

var validator = OutputValidator()
let stream = Stream(&validator.input)
let draws = validator.output.int("the number of draws")
var samples: [[Int]] = []
samples.reserveCapacity(stream.runs)
for _ in 0..<stream.runs {
    let count = validator.output.int("the size of a sample")
    validator.require(
        count == stream.size,
        stream.n < stream.k
            ? "A stream of fewer than k items is its own sample: all of its items must be returned, and nothing else."
            : "A sample must have k items; one has too \(count < stream.size ? "few" : "many").")
    var places: [Int] = []
    places.reserveCapacity(count)
    for _ in 0..<count {
        guard let place = stream.place(validator.output.int("an item")) else {
            validator.reject("An item of a sample is not in the stream; return the items themselves, not their places.")
        }
        places.append(place)
    }
    places.sort()
    var run = 0
    for index in places.indices {
        run = index > 0 && places[index] == places[index - 1] ? run + 1 : 1
        validator.require(
            run <= stream.occurrences(places[index]),
            "It looks as if items are drawn with replacement: one is in a sample more often than in the stream.")
    }
    samples.append(places)
}

if let inclusion = Inclusion(stream, samples) {
    let limit = threshold(inclusion.bins - 1)
    let statistic = inclusion.statistic
    validator.metric("items_deviation", statistic / limit)
    validator.require(
        statistic <= limit, inclusion.explanation, detail: "items: chi-square \(statistic), limit \(limit)")
}
if let (value, degrees) = setStatistic(stream, samples) {
    let limit = threshold(degrees)
    validator.metric("sets_deviation", value / limit)
    validator.require(
        value <= limit,
        "Each item is drawn as often as it should be, but some sets of k items more often than others: the one that is "
            + "replaced must be any of the k, each time anew.",
        detail: "sets: chi-square \(value), limit \(limit)")
}
validator.require(
    stream.n <= stream.k || stream.k == 0 || draws >= stream.runs,
    "It looks as if chance has another source: all of it must come from random.")
validator.accept()
