import Foundation

func mostSimilarDocuments(documents: [[String]], queries: [[String]], k: Int) -> [[(document: Int, similarity: Double)]]
{
    var answers: [[(document: Int, similarity: Double)]] = []
    let rare = rarities(documents)
    let arrows = documents.map { valued($0, rare) }
    for question in queries {
        var marks: [(document: Int, similarity: Double)] = []
        let arrow = valued(question, rare)
        for n in 0..<arrows.count {
            marks.append((document: n, similarity: angle(arrow, arrows[n])))
        }
        marks.sort { left, right in
            if left.similarity == right.similarity { return left.document < right.document }
            return left.similarity > right.similarity
        }
        answers.append(Array(marks.prefix(k)))
    }
    return answers
}

func angle(_ left: [String: Double], _ right: [String: Double]) -> Double {
    var inner = 0.0
    let both = magnitude(left) * magnitude(right)
    if both == 0 { return 0 }
    for (token, x) in left {
        if let y = right[token] {
            inner += x * y
        }
    }
    return inner / both
}

func magnitude(_ arrow: [String: Double]) -> Double {
    var squares = 0.0
    for x in arrow.values {
        squares += x * x
    }
    return sqrt(squares)
}

func rarities(_ documents: [[String]]) -> [String: Double] {
    var table: [String: Double] = [:]
    var spread: [String: Int] = [:]
    for page in documents {
        for token in Set(page) {
            spread[token] = (spread[token] ?? 0) + 1
        }
    }
    for (token, times) in spread {
        table[token] = log(Double(1 + documents.count) / Double(1 + times)) + 1
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

func occurrences(_ tokens: [String]) -> [String: Double] {
    var bag: [String: Double] = [:]
    for token in tokens {
        bag[token] = (bag[token] ?? 0) + 1
    }
    return bag
}
