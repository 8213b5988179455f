import ChallengeKit

validateInput { input in
    let actual = input.intList("actual")
    let predicted = input.intList("predicted")
    let classes = input.int("classes", in: 1...500)
    guard actual.count <= 200_000 else { input.fail("there must be at most 200000 samples") }
    guard predicted.count == actual.count else { input.fail("there must be one prediction for each sample") }
    for label in actual where !(0..<classes).contains(label) {
        input.fail("an actual class must be from 0 to classes - 1")
    }
    for label in predicted where !(0..<classes).contains(label) {
        input.fail("a predicted class must be from 0 to classes - 1")
    }
}
