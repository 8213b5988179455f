import Testing

@testable import Registry

@Suite struct SpellingTests {
    private let names = ["decisiontree", "kmeans", "knn", "linearregression", "logisticregression"]

    @Test(arguments: [
        ("kmean", "kmeans"), ("KMEANS", "kmeans"), ("k_means", "kmeans"), ("k means", "kmeans"), ("kmaens", "kmeans"),
        ("kn", "knn"), ("linearregresion", "linearregression"), ("logreg", "logisticregression"),
        ("dtree", "decisiontree"), ("decision-tree", "decisiontree"),
    ])
    func theNearestNameIsFound(word: String, expected: String) {
        #expect(Spelling.nearest(to: word, among: names) == expected)
    }

    @Test(arguments: ["", "-", "x", "sort", "regression", "lreg", "transformer"])
    func aWordThatIsNearToNothingFindsNothing(word: String) {
        #expect(Spelling.nearest(to: word, among: names) == nil)
    }

    @Test(arguments: [
        ("", "", 0), ("a", "", 1), ("", "ab", 2), ("kitten", "sitting", 3), ("hnit", "hint", 1), ("ca", "abc", 3),
        ("abc", "abc", 0),
    ])
    func distancesCountEdits(first: String, second: String, expected: Int) {
        #expect(Spelling.distance(Array(first.utf8), Array(second.utf8)) == expected)
    }
}
