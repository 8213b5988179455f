import ChallengeKit

/// Pixels, a palette to start from, and what happens in the rounds.
struct Picture {
    var pixels: [[Int]] = []
    var palette: [[Int]] = []

    /// What the rounds were like.
    struct Course {
        /// Whether no pixel was almost equally near to two colours of which one had moved.
        var keepsMargin = true
        /// Whether some colour had no pixels in some round.
        var hasEmpty = false
        /// Whether some colour had moved and lost all its pixels later.
        var isDeserted = false
        /// Whether some colour had no pixels and got some later.
        var isRegained = false
        /// Whether all means were whole numbers.
        var isWhole = true
        /// Whether a mean of the last round is no whole number.
        var endsInFractions = false
        /// Whether the last move changed a label.
        var endsMoving = false
        /// Whether some pixel was equally near to two colours.
        var hasTie = false
        /// Whether some label would be another one with colours that are rounded to whole numbers.
        var needsFractions = false
        /// Whether colours still moved after a round in which all of them had moved by less than a half.
        var creeps = false
    }

    func course(rounds: Int) -> Course {
        var course = Course()
        let d = palette[0].count
        let k = palette.count
        let values = pixels.flatMap { $0.map { Double($0) } }
        let start = palette.flatMap { $0.map { Double($0) } }
        let most = (values + start).reduce(1, max)
        // Ten times what the input validator asks for.
        let margin = 1e-8 * Double(d) * most * most
        var colours = start
        var labels = [Int](repeating: 0, count: pixels.count)
        var wasEmpty = [Bool](repeating: false, count: k)
        let isSmall = pixels.count * k <= 1_000
        var hasCrept = false

        /// The index of the colour that would be nearest if all were rounded.
        func nearestWhole(_ row: Int) -> Int {
            let sums = (0..<k).map { index in
                (0..<d).reduce(0.0) { sum, channel in
                    let difference = values[row * d + channel] - colours[index * d + channel].rounded()
                    return sum + difference * difference
                }
            }
            return sums.indices.min { sums[$0] < sums[$1] } ?? 0
        }

        for round in 0...rounds {
            let hasMoved = (0..<k).map { index in (0..<d).contains { colours[index * d + $0] != start[index * d + $0] }
            }
            let before = labels
            var distances = [Double](repeating: 0, count: k)
            for row in pixels.indices {
                var best = 0
                for index in 0..<k {
                    var sum = 0.0
                    for channel in 0..<d {
                        let difference = values[row * d + channel] - colours[index * d + channel]
                        sum += difference * difference
                    }
                    distances[index] = sum
                    if sum < distances[best] { best = index }
                }
                labels[row] = best
                if isSmall { course.needsFractions = course.needsFractions || nearestWhole(row) != best }
                for index in 0..<k where index != best && distances[index] == distances[best] { course.hasTie = true }
                for index in 0..<k where index != best && (hasMoved[index] || hasMoved[best]) {
                    if distances[index] - distances[best] < margin { course.keepsMargin = false }
                }
            }
            if round == rounds {
                course.endsMoving = labels != before
                break
            }
            var sums = [Double](repeating: 0, count: k * d)
            var counts = [Double](repeating: 0, count: k)
            for (row, label) in labels.enumerated() {
                counts[label] += 1
                for channel in 0..<d { sums[label * d + channel] += values[row * d + channel] }
            }
            course.endsInFractions = false
            let old = colours
            for index in 0..<k {
                if counts[index] == 0 {
                    course.hasEmpty = true
                    if hasMoved[index] { course.isDeserted = true }
                    wasEmpty[index] = true
                    continue
                }
                if wasEmpty[index] { course.isRegained = true }
                for place in (index * d)..<((index + 1) * d) {
                    colours[place] = sums[place] / counts[index]
                    if colours[place] != colours[place].rounded() {
                        course.isWhole = false
                        course.endsInFractions = true
                    }
                }
            }
            let move = zip(old, colours).reduce(0) { max($0, abs($1.0 - $1.1)) }
            if hasCrept, move > 1e-4 { course.creeps = true }
            if move > 0, move < 0.5 { hasCrept = true }
        }
        return course
    }
}

let arguments = GeneratorArguments()
let n = arguments.int("n")
let k = arguments.int("k")
let d = arguments.int("d")
let rounds = arguments.int("rounds")
var random = Random(seed: arguments.seed)

/// The least common multiple of 1 to 8: means of up to eight pixels whose channels are multiples of it are whole.
let unit = 840

/// A colour on a coarse grid.
func coarse() -> [Int] { (0..<d).map { _ in unit * random.int(0...78) } }

/// A colour anywhere.
func fine() -> [Int] { (0..<d).map { _ in random.int(0...65_535) } }

/// A colour near `centre`.
func near(_ centre: [Int], _ spread: Double) -> [Int] {
    centre.map { min(max(Int((Double($0) + spread * random.normal()).rounded()), 0), 65_535) }
}

/// `count` pixels of a coarse picture, each colour of the palette being one of them or `extra` of its own.
func coarsePicture() -> Picture {
    var picture = Picture()
    picture.pixels = (0..<n).map { _ in coarse() }
    picture.palette = (0..<k).map { _ in random.int(0...3) == 0 ? coarse() : picture.pixels[random.int(0...(n - 1))] }
    return picture
}

func draw() -> Picture {
    var picture = Picture()
    switch arguments.family {
    case "mixed":
        let centres = (0..<k).map { _ in fine() }
        picture.pixels = (0..<n).map { near(centres[$0 % k], 4_000) }
        picture.palette = Array(picture.pixels.prefix(k))
        picture.pixels.shuffle(using: &random)
    case "moving", "sparse", "deserted", "regained": picture = coarsePicture()
    case "level":
        // Small channels: many pixels are half-way between two colours.
        picture.pixels = (0..<n).map { _ in (0..<d).map { _ in random.int(0...6) } }
        picture.palette = (0..<k).map { _ in (0..<d).map { _ in 2 * random.int(0...3) } }
    case "small":
        picture.pixels = (0..<n).map { _ in (0..<d).map { _ in random.int(0...12) } }
        picture.palette = (0..<k).map { _ in picture.pixels[random.int(0...(n - 1))] }
    case "creeping":
        picture.pixels = (0..<n).map { _ in (0..<d).map { _ in random.int(0...60) } }
        picture.palette = (0..<k).map { _ in (0..<d).map { _ in random.int(0...20) } }
    case "even":
        picture.pixels = (0..<n).map { _ in fine() }
        picture.palette = (0..<k).map { _ in fine() }
    case "crowded":
        let centre = fine()
        let colours = (0..<(1 + n / 4)).map { _ in random.int(0...2) == 0 ? fine() : near(centre, 3_000) }
        picture.pixels = (0..<n).map { _ in colours[random.int(0...(colours.count - 1))] }
        picture.palette = (0..<k).map { _ in
            random.int(0...1) == 0 ? fine() : colours[random.int(0...(colours.count - 1))]
        }
    default:
        arguments.unknownFamily(known: [
            "mixed", "moving", "sparse", "deserted", "regained", "level", "small", "creeping", "even", "crowded",
        ])
    }
    return picture
}

/// Each family is about one thing, and the others do not happen in it.
func isWanted(_ course: Picture.Course) -> Bool {
    guard course.keepsMargin else { return false }
    switch arguments.family {
    case "mixed": return !course.hasEmpty && !course.endsMoving && course.endsInFractions
    case "moving": return !course.hasEmpty && course.endsMoving && course.isWhole
    case "sparse": return course.hasEmpty && !course.endsMoving && course.isWhole
    case "deserted": return course.isDeserted && !course.endsMoving && course.isWhole
    case "regained": return course.isRegained && !course.endsMoving && course.isWhole
    case "level": return course.hasTie
    case "small": return course.needsFractions
    case "creeping": return course.creeps
    default: return true
    }
}

var picture = draw()
var draws = 1
while !isWanted(picture.course(rounds: rounds)) {
    guard draws < 200_000 else { fatalError("generator: no draw of family \(arguments.family) is as wanted") }
    picture = draw()
    draws += 1
}

var writer = Writer()
for rows in [picture.pixels, picture.palette] {
    writer.line([rows.count, d])
    for row in rows { writer.line(row) }
}
writer.line(rounds)
writer.print()
