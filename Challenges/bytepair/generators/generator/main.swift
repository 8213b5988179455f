import ChallengeKit

/// What the command line asks for.
struct Sizes {
    let n: Int
    let vocabulary: Int

    /// How many different ids occur at most.
    var kinds: Int { min(vocabulary, 4096) }
}

/// Small numbers are frequent, large ones rare; `power` says how much.
func skewed(_ count: Int, _ power: Int, _ random: inout Random) -> Int {
    var value = Double(count)
    for _ in 0..<power { value *= random.uniform() }
    return min(count - 1, Int(value))
}

/// Words of a list, frequent and rare ones: pairs stay frequent until whole words are merged.
func lexicon(_ sizes: Sizes, _ random: inout Random) -> [[Int]] {
    let list = (0..<max(4, sizes.n / 40)).map { _ in
        (0..<random.int(1...15)).map { _ in skewed(sizes.kinds, 2, &random) }
    }
    var words: [[Int]] = []
    var left = sizes.n
    while left > 0 {
        let word = Array(list[skewed(list.count, 3, &random)].prefix(left))
        words.append(word)
        left -= word.count
    }
    return words
}

/// A single word, in which few ids are frequent.
func long(_ sizes: Sizes, _ random: inout Random) -> [[Int]] {
    [(0..<sizes.n).map { _ in skewed(sizes.kinds, 3, &random) }]
}

/// Long words of runs of one id each, of odd and even length.
func runs(_ sizes: Sizes, _ random: inout Random) -> [[Int]] {
    var words: [[Int]] = []
    var left = sizes.n
    while left > 0 {
        let length = min(left, random.int(1...max(2, sizes.n / 3)))
        var word: [Int] = []
        while word.count < length {
            let id = skewed(sizes.kinds, 3, &random)
            word += Array(repeating: id, count: min(length - word.count, 1 + skewed(9, 2, &random)))
        }
        words.append(word)
        left -= length
    }
    return words
}

/// Short words, each of them two to four times: many pairs occur equally often.
func ties(_ sizes: Sizes, _ random: inout Random) -> [[Int]] {
    var words: [[Int]] = []
    var left = sizes.n
    while left > 0 {
        let word = (0..<random.int(0...6)).map { _ in random.int(0...(sizes.kinds - 1)) }
        for _ in 0..<random.int(2...4) where left > 0 {
            words.append(Array(word.prefix(left)))
            left -= words[words.count - 1].count
        }
    }
    words.shuffle(using: &random)
    return words
}

let arguments = GeneratorArguments()
let sizes = Sizes(n: arguments.int("n"), vocabulary: arguments.int("vocabulary"))
let merges = arguments.int("m")
var random = Random(seed: arguments.seed)
let numbers: [[Int]]
switch arguments.family {
case "lexicon": numbers = lexicon(sizes, &random)
case "long": numbers = long(sizes, &random)
case "runs": numbers = runs(sizes, &random)
case "ties": numbers = ties(sizes, &random)
default: arguments.unknownFamily(known: ["lexicon", "long", "runs", "ties"])
}

// Which ids are the frequent ones is up to chance: the order of ids says nothing but in ties.
var ids: [Int]
if sizes.kinds == sizes.vocabulary {
    ids = random.permutation(sizes.kinds)
} else {
    var taken: Set<Int> = []
    ids = []
    while ids.count < sizes.kinds {
        let id = random.int(0...(sizes.vocabulary - 1))
        if taken.insert(id).inserted { ids.append(id) }
    }
}
var writer = Writer()
writer.line(numbers.count)
for word in numbers { writer.line([word.count] + word.map { ids[$0] }) }
writer.line(sizes.vocabulary)
writer.line(merges)
writer.print()
