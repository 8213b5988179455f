import ChallengeKit

let arguments = GeneratorArguments()
var n = arguments.int("n")
var b = arguments.int("b")
var e = arguments.int("e")
var random = Random(seed: arguments.seed)
let seed = random.int(1...2_147_483_646)

let keepsLast: Bool
switch arguments.family {
case "kept": keepsLast = true
case "dropped": keepsLast = false
case "any":
    // All of them vary; half of the time b divides n.
    keepsLast = random.int(0...1) == 1
    b = random.int(1...max(1, b))
    n = random.int(max(1, n / 2)...n)
    if random.int(0...1) == 1 { n = max(b, n / b * b) }
    e = random.int(1...max(1, e))
default: arguments.unknownFamily(known: ["kept", "dropped", "any"])
}

var writer = Writer()
writer.line([n, b, e])
writer.line([seed, keepsLast ? 1 : 0])
writer.print()
