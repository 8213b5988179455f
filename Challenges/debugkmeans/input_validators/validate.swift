import ChallengeKit

/// The statement's limits.
let largestCount = 50_000
let largestChannels = 64
let largestColours = 1_000
let largestRounds = 1_000
let largestValue = 65_535
let largestWork = 100_000_000

/// Reads a matrix of whole numbers.
func wholeNumbers(_ input: inout Reader, _ what: String, _ count: ClosedRange<Int>) -> (values: [Double], columns: Int)
{
    let rows = input.int("the number of \(what)", in: count)
    let columns = input.int("the number of channels of \(what)", in: 1...largestChannels)
    let values = (0..<(rows * columns)).map { _ in Double(input.int("a channel of \(what)", in: 0...largestValue)) }
    return (values, columns)
}

validateInput { input in
    let pixels = wholeNumbers(&input, "pixels", 1...largestCount)
    let palette = wholeNumbers(&input, "palette", 1...largestColours)
    let d = pixels.columns
    guard palette.columns == d else { input.fail("colours must have \(d) channels like the pixels") }
    let n = pixels.values.count / d
    let k = palette.values.count / d
    let rounds = input.int("rounds", in: 0...largestRounds)
    guard (rounds + 1) * n * k * d <= largestWork else {
        input.fail("(rounds + 1) * n * k * d must be at most \(largestWork)")
    }

    // The promised margin: where a colour has moved, the nearest one is clearly nearer than any other, so that no right
    // solution meets another one. Where both are where they started all is whole and exact, ties included.
    let most = (pixels.values + palette.values).reduce(1, max)
    let margin = 1e-9 * Double(d) * most * most
    var colours = palette.values
    for round in 0...rounds {
        let hasMoved = (0..<k).map { index in
            (0..<d).contains { colours[index * d + $0] != palette.values[index * d + $0] }
        }
        var sums = [Double](repeating: 0, count: k * d)
        var counts = [Double](repeating: 0, count: k)
        var distances = [Double](repeating: 0, count: k)
        for row in 0..<n {
            var best = 0
            for index in 0..<k {
                var sum = 0.0
                for channel in 0..<d {
                    let difference = pixels.values[row * d + channel] - colours[index * d + channel]
                    sum += difference * difference
                }
                distances[index] = sum
                if sum < distances[best] { best = index }
            }
            for index in 0..<k where index != best && (hasMoved[index] || hasMoved[best]) {
                guard distances[index] - distances[best] >= margin else {
                    input.fail("in round \(round) a pixel is almost equally near to two colours that have moved")
                }
            }
            counts[best] += 1
            for channel in 0..<d { sums[best * d + channel] += pixels.values[row * d + channel] }
        }
        for place in sums.indices where counts[place / d] > 0 { colours[place] = sums[place] / counts[place / d] }
    }
}
