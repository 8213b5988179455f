import ChallengeKit

@testable import Submission

// The kit's names are spelled in full, so that a submission may use the same ones.
var input = ChallengeKit.readInput()

/// Lists of words: how many there are, then each as its length and its words.
func readTexts(_ what: String) -> [[String]] {
    let count = input.int("the number of \(what)", in: 0...1_000_000)
    return (0..<count).map { _ in
        let length = input.int("the length of one of \(what)", in: 0...1_000_000)
        return (0..<length).map { _ in input.word() }
    }
}

let documents = readTexts("documents")
let queries = readTexts("queries")
let k = input.int("k")
input.end()

let rankings = ChallengeKit.measured {
    mostSimilarDocuments(documents: documents, queries: queries, k: k)
}

// Counts go first, so that a ranking of the wrong length reaches the validator as such.
var output = ChallengeKit.Output()
output.write(rankings.count)
for ranking in rankings {
    output.list(ranking.map { $0.document })
    output.write(ranking.map { $0.similarity })
}
output.finish()
