import ChallengeKit

// A stream is a formula, so an input is seven numbers, whatever the stream's length.
let arguments = GeneratorArguments()
var random = Random(seed: arguments.seed)
let prime = 2_147_483_647
let n = arguments.int("n")
let multiplier: Int
let offset: Int
switch arguments.family {
// Items rise with their place, but are never the place itself.
case "rising":
    multiplier = 1
    offset = random.int(1_000_000...1_000_000_000)
// Items in no order.
case "scattered":
    multiplier = random.int(1_000_000...prime - 1)
    offset = random.int(1_000_000...prime - 1)
default: arguments.unknownFamily(known: ["rising", "scattered"])
}

var writer = Writer()
writer.line([n, arguments.int("k"), arguments.int("distinct", default: max(n, 1)), arguments.int("runs", default: 1)])
writer.line([random.int(0...(1 << 62)), multiplier, offset])
writer.print()
