import ChallengeKit

/// The sizes that the command line asks for.
struct Sizes {
    let n: Int
    let classes: Int
    let folds: Int
}

/// `count` different labels that are neither contiguous nor sorted, from 0 to 10^9.
func distinctLabels(_ count: Int, _ random: inout Random) -> [Int] {
    var labels: Set<Int> = []
    var order: [Int] = []
    while order.count < count {
        let label = random.int(0...1_000_000_000)
        if labels.insert(label).inserted { order.append(label) }
    }
    return order
}

/// Each class once, then any class.
func random(_ sizes: Sizes, _ random: inout Random) -> [Int] {
    let names = distinctLabels(sizes.classes, &random)
    let rest = (0..<(sizes.n - sizes.classes)).map { _ in names[random.int(0...(sizes.classes - 1))] }
    return (names + rest).shuffled(using: &random)
}

/// One class after the other.
func sorted(_ sizes: Sizes, _ chance: inout Random) -> [Int] {
    random(sizes, &chance).sorted()
}

/// Half of the samples in one class, a quarter in the next, and so on; the last classes have one or two members.
func skewed(_ sizes: Sizes, _ random: inout Random) -> [Int] {
    let names = distinctLabels(sizes.classes, &random)
    var labels = names
    while labels.count < sizes.n {
        var rank = 0
        while rank < sizes.classes - 1, random.int(0...1) == 0 { rank += 1 }
        labels.append(names[rank])
    }
    return labels.shuffled(using: &random)
}

/// All classes but the first leave one member over, or all but one: remainders that go to the same folds pile up there.
func remainders(_ sizes: Sizes, _ random: inout Random) -> [Int] {
    let names = distinctLabels(sizes.classes, &random)
    let over = random.int(0...1) == 0 ? 1 : sizes.folds - 1
    var labels: [Int] = []
    for name in names.dropFirst() {
        let share = (sizes.n - labels.count) / sizes.classes
        let size = share / sizes.folds * sizes.folds + over
        if labels.count + size < sizes.n { labels += [Int](repeating: name, count: size) }
    }
    labels += [Int](repeating: names[0], count: sizes.n - labels.count)
    return labels.shuffled(using: &random)
}

/// Classes in turn, in step with the folds if their numbers have a common factor: every k-th sample is then of few classes.
func periodic(_ sizes: Sizes, _ random: inout Random) -> [Int] {
    let names = distinctLabels(sizes.classes, &random)
    return (0..<sizes.n).map { names[$0 % sizes.classes] }
}

/// An order of labels in which it does not do to put each sample, as it comes, into the smallest of the folds that have the
/// fewest of its class: what comes later cannot be foreseen.
func unforeseen(_ sizes: Sizes, _ chance: inout Random) -> [Int] {
    for _ in 0..<100_000 {
        let labels = random(sizes, &chance)
        var members: [Int: [Int]] = [:]
        var totals = [Int](repeating: 0, count: sizes.folds)
        for label in labels {
            let counts = members[label] ?? [Int](repeating: 0, count: sizes.folds)
            let fold = totals.indices.min { (counts[$0], totals[$0]) < (counts[$1], totals[$1]) }!
            members[label, default: counts][fold] += 1
            totals[fold] += 1
        }
        if totals.max()! - totals.min()! > 1 { return labels }
    }
    fatalError("no such order was found")
}

let arguments = GeneratorArguments()
let n = max(2, arguments.int("n"))
let sizes = Sizes(
    n: n, classes: max(1, min(arguments.int("classes"), n)), folds: max(2, min(arguments.int("folds"), n)))
var chance = Random(seed: arguments.seed)
let labels: [Int]
switch arguments.family {
case "random": labels = random(sizes, &chance)
case "sorted": labels = sorted(sizes, &chance)
case "skewed": labels = skewed(sizes, &chance)
case "remainders": labels = remainders(sizes, &chance)
case "periodic": labels = periodic(sizes, &chance)
case "unforeseen": labels = unforeseen(sizes, &chance)
default:
    arguments.unknownFamily(known: ["random", "sorted", "skewed", "remainders", "periodic", "unforeseen"])
}

var writer = Writer()
writer.line(labels.count)
writer.line(labels)
writer.line(sizes.folds)
writer.print()
