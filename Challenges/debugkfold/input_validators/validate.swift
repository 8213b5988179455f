import ChallengeKit

validateInput { input in
    let n = input.int("the number of targets", in: 2...100_000)
    for _ in 0..<n where abs(input.double("a target")) > 1e4 {
        input.fail("no target may exceed 1e4 in magnitude")
    }
    let count = input.int("the number of weights")
    guard count == n else { input.fail("there must be one weight for each target: \(n) targets, \(count) weights") }
    var before = [0.0]
    for _ in 0..<n {
        let weight = input.double("a weight")
        guard weight >= 0.001, weight <= 1000 else { input.fail("a weight must be from 0.001 to 1000, not \(weight)") }
        before.append(before[before.count - 1] + weight)
    }
    let folds = input.int("the number of folds", in: 2...n)
    guard n * folds <= 5_000_000 else { input.fail("rows times folds must be at most 5000000") }
    let gap = input.int("the gap", in: 0...n)

    // Each fold has something to train on.
    var start = 0
    for fold in 0..<folds {
        let end = start + n / folds + (fold < n % folds ? 1 : 0)
        let low = max(0, start - gap)
        let high = min(n, end + gap)
        guard low > 0 || high < n else { input.fail("the gap leaves no row to train on in fold \(fold)") }
        guard before[low] + before[n] - before[high] >= 0.001 * before[n] else {
            input.fail("training rows must have at least a thousandth of all weight, in fold \(fold)")
        }
        start = end
    }
}
