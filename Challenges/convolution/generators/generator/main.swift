import ChallengeKit

/// Keeps three decimals: short text, which is read fast. Tenths are no binary fractions, so single precision shows.
func shortened(_ value: Double) -> Double { (value * 1e3).rounded() / 1e3 }

let arguments = GeneratorArguments()
let channels = arguments.int("c")
let count = arguments.int("f")
let height = arguments.int("h")
let width = arguments.int("w")
let side = arguments.int("k")
let stride = arguments.int("s")
let padding = arguments.int("p")
var random = Random(seed: arguments.seed)

let kernelRows: Int
let kernelColumns: Int
switch arguments.family {
case "square": (kernelRows, kernelColumns) = (side, side)
case "tall": (kernelRows, kernelColumns) = (side, (side + 1) / 2)
case "wide": (kernelRows, kernelColumns) = ((side + 1) / 2, side)
default: arguments.unknownFamily(known: ["square", "tall", "wide"])
}

/// A number between 0.1 and 2 in magnitude, of either sign: none is so small that a mistake with it would not show.
func number() -> Double {
    let value = shortened(random.uniform(0.1, 2))
    return random.int(0...1) == 0 ? value : -value
}

func matrix(_ rows: Int, _ columns: Int) -> [[Double]] { (0..<rows).map { _ in (0..<columns).map { _ in number() } } }

var writer = Writer()
writer.line(channels)
for _ in 0..<channels { writer.matrix(matrix(height, width)) }
writer.line(count)
for _ in 0..<count * channels { writer.matrix(matrix(kernelRows, kernelColumns)) }
writer.line(count)
writer.line((0..<count).map { _ in number() })
writer.line(stride)
writer.line(padding)
writer.print()
