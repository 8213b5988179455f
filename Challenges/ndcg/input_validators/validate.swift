import ChallengeKit

validateInput { input in
    let queries = input.int("the number of queries", in: 0...100_000)
    var documents = 0
    for _ in 0..<queries {
        let scores = input.doubleList("scores")
        let grades = input.intList("grades")
        documents += scores.count
        guard documents <= 300_000 else { input.fail("there must be at most 300000 documents in all") }
        guard grades.count == scores.count else { input.fail("there must be one grade for each score") }
        for score in scores where abs(score) > 1e300 { input.fail("scores must be from -1e300 to 1e300") }
        for grade in grades where grade < 0 || grade > 100 { input.fail("grades must be from 0 to 100") }
    }
    _ = input.int("k", in: 1...1_000_000_000)
}
