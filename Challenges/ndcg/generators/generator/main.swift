import ChallengeKit

/// One query: its documents' scores and grades.
struct Query {
    var scores: [Double] = []
    var grades: [Int] = []

    mutating func add(_ score: Double, _ grade: Int) {
        scores.append(score)
        grades.append(grade)
    }

    func reordered(_ order: [Int]) -> Query {
        Query(scores: order.map { scores[$0] }, grades: order.map { grades[$0] })
    }
}

/// Keeps five decimals: short text, which is read fast.
func shortened(_ value: Double) -> Double { (value * 1e5).rounded() / 1e5 }

/// A grade from 0 to 4, low ones more often.
func grade(_ random: inout Random) -> Int { min(random.int(0...6), random.int(0...6), 4) }

/// All scores differ, and come in random order; higher ones tend to have better grades.
func distinct(_ n: Int, base: Double = -2, step: Double = 0.0625, _ random: inout Random) -> Query {
    var query = Query()
    for rank in random.permutation(n) {
        let good = random.uniform() < Double(rank) / Double(max(1, n))
        query.add(base + step * Double(rank), grade(&random) / (good ? 1 : 2))
    }
    return query
}

/// Scores that differ, from the highest to the lowest or the other way.
func sorted(_ n: Int, falling: Bool, _ random: inout Random) -> Query {
    let query = distinct(n, &random)
    return query.reordered(
        query.scores.indices.sorted {
            falling ? query.scores[$0] > query.scores[$1] : query.scores[$0] < query.scores[$1]
        })
}

/// Few different scores. Zero is written with either sign. Of `spread` levels up and down.
func coarse(_ n: Int, spread: Int, _ random: inout Random) -> Query {
    var query = Query()
    for _ in 0..<n {
        let level = Double(random.int(-spread...spread)) / 8
        query.add(level == 0 && random.uniform() < 0.5 ? -0.0 : level, grade(&random))
    }
    return query
}

/// All scores are equal.
func equal(_ n: Int, _ random: inout Random) -> Query {
    let score = shortened(random.normal())
    var query = Query()
    for _ in 0..<n { query.add(score, grade(&random)) }
    return query
}

/// Blocks of equal scores, few relevant documents: the first of them is somewhere in the middle.
func sparse(_ n: Int, _ random: inout Random) -> Query {
    var query = Query()
    let relevant = max(1, n / random.int(8...40))
    for index in 0..<n { query.add(Double(random.int(-3...3)), index < relevant ? random.int(1...3) : 0) }
    return query.reordered(random.permutation(n))
}

/// Documents that nobody wants.
func barren(_ n: Int, _ random: inout Random) -> Query {
    var query = coarse(n, spread: 3, &random)
    query.grades = [Int](repeating: 0, count: n)
    return query
}

/// Grades of all sizes, up to the largest.
func high(_ n: Int, _ random: inout Random) -> Query {
    let top = random.int(50...100)
    var query = Query()
    for _ in 0..<n { query.add(Double(random.int(-4...4)), random.int(top - 3...top)) }
    return query
}

/// The first relevant document is in a block of ties that the cut goes through.
func cutThrough(_ n: Int, k: Int, _ random: inout Random) -> Query {
    var query = Query()
    let above = min(n, random.int(0...max(0, k - 2)))
    for index in 0..<n {
        let isTied = index >= above && index < above + k + 2
        let score = index < above ? Double(2 + random.int(0...1)) : isTied ? 1 : -Double(random.int(0...2))
        query.add(score, index < above ? 0 : isTied ? random.int(0...2) * (index % 2) : random.int(0...4))
    }
    return query.reordered(random.permutation(n))
}

let arguments = GeneratorArguments()
var random = Random(seed: arguments.seed)
let (n, q, k) = (arguments.int("n"), arguments.int("q"), arguments.int("k"))
var queries: [Query] = []
for index in 0..<q {
    switch arguments.family {
    case "distinct": queries.append(distinct(n, &random))
    case "sorted": queries.append(sorted(n, falling: index % 2 == 0, &random))
    case "coarse": queries.append(coarse(n, spread: 12, &random))
    case "few": queries.append(coarse(n, spread: 2, &random))
    case "equal": queries.append(equal(n, &random))
    case "sparse": queries.append(sparse(n, &random))
    case "high": queries.append(high(n, &random))
    case "cut": queries.append(cutThrough(n, k: k, &random))
    // High up where a sigmoid is 1, and so far down that an absolute tolerance of any kind sees no difference.
    case "close": queries.append(distinct(n, base: 45, step: 1e-11, &random))
    case "tiny": queries.append(distinct(n, base: 0, step: 1e-20, &random))
    // Queries of all lengths, some without a relevant document.
    case "mixed":
        let length = index == 0 ? 0 : random.int(0...n)
        switch index % 4 {
        case 0: queries.append(barren(length, &random))
        case 1: queries.append(distinct(length, &random))
        case 2: queries.append(coarse(length, spread: 4, &random))
        default: queries.append(sparse(length, &random))
        }
    case "barren": queries.append(barren(random.int(0...n), &random))
    // One long query among many short ones.
    case "uneven": queries.append(distinct(index == q / 2 ? n : random.int(1...4), &random))
    default:
        arguments.unknownFamily(known: [
            "distinct", "sorted", "coarse", "few", "equal", "sparse", "high", "cut", "close", "tiny", "mixed", "barren",
            "uneven",
        ])
    }
}

var writer = Writer()
writer.line(queries.count)
for query in queries {
    writer.line(query.scores.count)
    writer.line(query.scores)
    writer.line(query.grades.count)
    writer.line(query.grades)
}
writer.line(k)
writer.print()
