import ChallengeKit

let arguments = GeneratorArguments()
var random = Random(seed: arguments.seed)
let n = arguments.int("n")

let values: [Int]
switch arguments.family {
case "random": values = (0..<n).map { _ in random.int(0...1_000_000_006) }
case "sorted": values = ascending()
case "reversed": values = ascending().reversed()
case "equal": values = Array(repeating: random.int(1...1000), count: n)
case "fewdistinct":
    let few = (0..<8).map { 1 + $0 * 100 + random.int(0...99) }
    values = (0..<n).map { _ in few[random.int(0...7)] }
default: arguments.unknownFamily(known: ["random", "sorted", "reversed", "equal", "fewdistinct"])
}

var writer = Writer()
writer.line(n)
writer.line(values)
writer.print()

/// Distinct values from small to large.
func ascending() -> [Int] {
    var value = 0
    return (0..<n).map { _ in
        value += random.int(1...10_000)
        return value
    }
}
