import Foundation

func occurrences(_ tokens: [String]) -> [String: Double] {
    var bag: [String: Double] = [:]
    for token in tokens {
        bump(&bag, token)
    }
    return bag
}

func common(_ left: [String: Double], _ right: [String: Double]) -> Double {
    var inner = 0.0
    for (token, x) in left {
        if let y = right[token] {
            inner += x * y
        }
    }
    return inner
}

func podium(_ arrow: [String: Double], _ arrows: [[String: Double]], _ k: Int) -> [(document: Int, similarity: Double)]
{
    var marks: [(document: Int, similarity: Double)] = []
    for n in 0..<arrows.count {
        marks.append((document: n, similarity: angle(arrow, arrows[n])))
    }
    marks.sort(by: before)
    return Array(marks.prefix(k))
}

func bump(_ table: inout [String: Double], _ token: String) {
    table[token] = (table[token] ?? 0) + 1
}

func magnitude(_ arrow: [String: Double]) -> Double {
    return sqrt(common(arrow, arrow))
}

func mostSimilarDocuments(documents: [[String]], queries: [[String]], k: Int) -> [[(document: Int, similarity: Double)]]
{
    let rare = rarities(documents)
    let arrows = documents.map { valued($0, rare) }
    var answers: [[(document: Int, similarity: Double)]] = []
    for question in queries {
        answers.append(podium(valued(question, rare), arrows, k))
    }
    return answers
}

func rarities(_ documents: [[String]]) -> [String: Double] {
    var table: [String: Double] = [:]
    for (token, times) in spreads(documents) {
        table[token] = rarity(documents.count, times)
    }
    return table
}

func valued(_ tokens: [String], _ rare: [String: Double]) -> [String: Double] {
    var scaled: [String: Double] = [:]
    for (token, times) in occurrences(tokens) {
        if let rarity = rare[token] {
            scaled[token] = times * rarity
        }
    }
    return scaled
}

func spreads(_ documents: [[String]]) -> [String: Double] {
    var spread: [String: Double] = [:]
    for page in documents {
        for token in Set(page) {
            bump(&spread, token)
        }
    }
    return spread
}

func angle(_ left: [String: Double], _ right: [String: Double]) -> Double {
    let both = magnitude(left) * magnitude(right)
    if both == 0 { return 0 }
    return common(left, right) / both
}

func before(_ left: (document: Int, similarity: Double), _ right: (document: Int, similarity: Double)) -> Bool {
    if left.similarity == right.similarity { return left.document < right.document }
    return left.similarity > right.similarity
}

func rarity(_ all: Int, _ times: Double) -> Double {
    return log(Double(1 + all) / (1 + times)) + 1
}
