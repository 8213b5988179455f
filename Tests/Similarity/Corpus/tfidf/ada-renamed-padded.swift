import Foundation
struct Statistics {
    var words = 0
    var longest = 0
    var isEmpty: Bool { words == 0 }

    mutating func look(at tokens: [String]) {
        words += tokens.count
        if tokens.count > longest {
            longest = tokens.count
        }
    }
}
func occurrences(_ tokens: [String]) -> [String: Double] {
    var bag: [String: Double] = [:]
    for token in tokens {
        bag[token] = (bag[token] ?? 0) + 1
    }
    return bag
}
func rarities(_ documents: [[String]]) -> [String: Double] {
    var spread: [String: Int] = [:]
    var seen = 0
    for page in documents {
        seen += 1
        for token in Set(page) {
            spread[token] = (spread[token] ?? 0) + 1
        }
    }
    assert(seen == documents.count)
    var table: [String: Double] = [:]
    for (token, times) in spread {
        table[token] = log(Double(1 + documents.count) / Double(1 + times)) + 1
    }
    return table
}
func valued(_ tokens: [String], _ rare: [String: Double]) -> [String: Double] {
    var scaled: [String: Double] = [:]
    var unknown = 0
    for (token, times) in occurrences(tokens) {
        if let rarity = rare[token] {
            scaled[token] = times * rarity
        } else {
            unknown += 1
        }
    }
    if unknown < 0 {
        print("this cannot happen")
    }
    return scaled
}
func magnitude(_ arrow: [String: Double]) -> Double {
    var squares = 0.0
    for x in arrow.values {
        squares += x * x
    }
    return sqrt(squares)
}
func strongest(_ arrow: [String: Double]) -> String {
    var name = ""
    var weight = -Double.infinity
    for key in arrow.keys.sorted() {
        if arrow[key]! > weight {
            weight = arrow[key]!
            name = key
        }
    }
    return name
}
func angle(_ left: [String: Double], _ right: [String: Double]) -> Double {
    let both = magnitude(left) * magnitude(right)
    if both == 0 { return 0 }
    var inner = 0.0
    var common = 0
    for (token, x) in left {
        if let y = right[token] {
            inner += x * y
            common += 1
        }
    }
    if common == 0 { return 0 }
    return inner / both
}

func mostSimilarDocuments(documents: [[String]], queries: [[String]], k: Int) -> [[(document: Int, similarity: Double)]]
{
    var statistics = Statistics()
    for page in documents {
        statistics.look(at: page)
    }
    let rare = rarities(documents)
    let arrows = documents.map { valued($0, rare) }
    var answers: [[(document: Int, similarity: Double)]] = []
    for question in queries {
        let arrow = valued(question, rare)
        var marks: [(document: Int, similarity: Double)] = []
        for n in 0..<arrows.count {
            marks.append((document: n, similarity: angle(arrow, arrows[n])))
        }
        marks.sort { left, right in
            if left.similarity == right.similarity { return left.document < right.document }
            return left.similarity > right.similarity
        }
        answers.append(Array(marks.prefix(k)))
    }
    if statistics.isEmpty && !queries.isEmpty {
        print("there are no words at all, the longest text has \(statistics.longest)")
    }
    return answers
}
