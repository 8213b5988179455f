import ChallengeKit

validateInput { input in
    let scores = input.doubleList("scores")
    let labels = input.intList("labels")
    guard scores.count <= 100_000 else { input.fail("there must be at most 100000 samples") }
    guard labels.count == scores.count else { input.fail("there must be one label for each score") }
    for score in scores where abs(score) > 1e300 { input.fail("scores must be from -1e300 to 1e300") }
    for label in labels where label != 0 && label != 1 { input.fail("a label must be 0 or 1") }
}
