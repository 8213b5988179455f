import ChallengeKit

// generator --family NAME --seed N --n N --k K --d D --iterations T
//
// Families: blobs, duplicates, line, lopsided, and iris (real data: d is 4, n at most 150).
// A draw with a point too near the border between two clusters, in any round, is thrown away and drawn again, so that
// no right solution can fail for the order of its sums.

let arguments = GeneratorArguments()
let sizes = Sizes(
    points: max(1, arguments.int("n")), dimension: max(1, arguments.int("d")), clusters: max(1, arguments.int("k")))
let iterations = max(0, arguments.int("iterations"))
let families: [String: (Sizes, inout Random) -> Instance] = [
    "blobs": blobs, "duplicates": duplicates, "line": line, "lopsided": lopsided, "iris": iris,
]
guard let draw = families[arguments.family] else { arguments.unknownFamily(known: families.keys.sorted()) }

var random = Random(seed: arguments.seed)
var instance = draw(sizes, &random)
var draws = 1
while !instance.keepsMargin(iterations: iterations) {
    // Nearly every first draw of the packaged sizes is kept; a hundred misses in a row are a fault of the sizes.
    guard draws < 100 else { fatalError("generator: no draw of family \(arguments.family) keeps its margin") }
    instance = draw(sizes, &random)
    draws += 1
}

var writer = Writer()
writer.matrix(instance.points)
writer.matrix(instance.centroids)
writer.line(iterations)
writer.print()
