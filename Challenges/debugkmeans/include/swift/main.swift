import ChallengeKit

@testable import Submission

/// A matrix of whole numbers: `rows columns`, then its rows.
func wholeNumbers(_ data: inout Reader, _ what: String) -> [[Int]] {
    let rows = data.int("the number of \(what)", in: 0...1_000_000)
    let columns = data.int("the number of channels of \(what)", in: 0...1_000_000)
    return (0..<rows).map { _ in data.ints(count: columns, "a channel of \(what)") }
}

var data = readInput()
let pixels = wholeNumbers(&data, "pixels")
let palette = wholeNumbers(&data, "palette")
let rounds = data.int("rounds")
data.end()

let result = measured { quantise(pixels: pixels, palette: palette, rounds: rounds) }

var output = Output()
output.write(result.palette.count)
for colour in result.palette { output.list(colour) }
output.list(result.labels)
output.finish()
