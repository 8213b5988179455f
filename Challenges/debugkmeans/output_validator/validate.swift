import ChallengeKit

// The right labels are unique, so they are compared exactly; a channel of a colour may be off by 1e-6.
//
// Why that is fair: sums of whole numbers are exact, so a mean is off by half a unit in its last place, and one that is kept
// up to date with each of 50,000 pixels by less than 1e-7. The input validator checks that no pixel is almost equally near to
// two colours that have moved. Why it is strict enough: a fraction is at least 1/50,000.
let tolerance = 1e-6

func wholeNumbers(_ reader: inout Reader) -> [[Int]] {
    let rows = reader.int("the number of rows")
    let columns = reader.int("the number of columns")
    return (0..<rows).map { _ in reader.ints(count: columns) }
}

func squaredDistance(_ pixel: [Int], _ colour: [Double]) -> Double {
    var sum = 0.0
    for channel in pixel.indices {
        sum += (Double(pixel[channel]) - colour[channel]) * (Double(pixel[channel]) - colour[channel])
    }
    return sum
}

func nearest(_ pixel: [Int], _ colours: [[Double]]) -> Int {
    var best = 0
    var least = Double.infinity
    for (index, colour) in colours.enumerated() {
        let distance = squaredDistance(pixel, colour)
        if distance < least { (best, least) = (index, distance) }
    }
    return best
}

var validator = OutputValidator()
let pixels = wholeNumbers(&validator.input)
let palette = wholeNumbers(&validator.input)
let rounds = validator.input.int("rounds")
let d = pixels[0].count

func solved(rounds: Int) -> (colours: [[Double]], labels: [Int]) {
    var colours = palette.map { $0.map { Double($0) } }
    for _ in 0..<rounds {
        var sums = palette.map { $0.map { _ in 0 } }
        var counts = palette.map { _ in 0 }
        for pixel in pixels {
            let label = nearest(pixel, colours)
            counts[label] += 1
            for channel in 0..<d { sums[label][channel] += pixel[channel] }
        }
        for index in colours.indices where counts[index] > 0 {
            colours[index] = sums[index].map { Double($0) / Double(counts[index]) }
        }
    }
    return (colours, pixels.map { nearest($0, colours) })
}

let count = validator.output.int("the number of colours")
validator.require(
    count == palette.count, "There must be as many colours as in the palette that was given, in its order.")
var colours: [[Double]] = []
for _ in 0..<count {
    let channels = validator.output.int("the number of channels of a colour")
    validator.require(channels == d, "Each colour must have as many channels as a pixel.")
    var colour: [Double] = []
    for _ in 0..<d {
        var ahead = validator.output
        if ["nan", "-nan", "inf", "-inf"].contains(ahead.word("a channel of a colour")) {
            validator.reject("A channel of a colour is not a finite number.")
        }
        colour.append(validator.output.double("a channel of a colour"))
    }
    colours.append(colour)
}
let labelCount = validator.output.int("the number of labels")
validator.require(labelCount == pixels.count, "There must be one label for each pixel.")
let labels = validator.output.ints(count: labelCount, "a label")
validator.require(
    labels.allSatisfy { palette.indices.contains($0) }, "Each label must be the index of a colour, from 0 to k - 1.")

func areEqual(_ some: [[Double]], _ others: [[Double]]) -> Bool {
    zip(some.joined(), others.joined()).allSatisfy { abs($0 - $1) <= tolerance }
}

let expected = solved(rounds: rounds)

// The answer file is the model solution's; a wrong one is the challenge's fault.
let answerCount = validator.answer.int("the number of colours")
let answered = (0..<answerCount).map { _ in validator.answer.doubleList("a colour") }
let answeredLabels = validator.answer.intList("labels")
validator.answer.end()
if answered.map(\.count) != expected.colours.map(\.count) || !areEqual(answered, expected.colours)
    || answeredLabels != expected.labels
{
    validator.answer.fail("this is not the palette after these rounds, with its labels")
}

if !areEqual(colours, expected.colours) {
    if pixels.count * palette.count * d * (rounds + 1) < 1_000_000 {
        if areEqual(colours, solved(rounds: rounds + 1).colours) {
            validator.reject("The palette is that of one round more than asked for.")
        }
        if rounds > 0, areEqual(colours, solved(rounds: rounds - 1).colours) {
            validator.reject("The palette is that of one round less than asked for.")
        }
    }
    validator.reject("A colour is not the one to which exactly these rounds lead.")
}
for (row, label) in labels.enumerated() where label != expected.labels[row] {
    let best = squaredDistance(pixels[row], colours[expected.labels[row]])
    if squaredDistance(pixels[row], colours[label]) == best {
        validator.reject("A pixel that is equally near to several colours must get the lowest of their indices.")
    }
    validator.reject("A label is not the index of the nearest colour in the palette that is returned.")
}
validator.accept()
