// what: A little calculator that reads its program letter by letter from a substring with dropFirst.
// time: n
// space: n
// time-bound: n
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: first and dropFirst of a substring cost order 1 and share the text, which has n letters.

func work(_ values: [Int]) -> Int {
    let letters: [Character] = ["+", "-", "*", "^"]
    var text = ""
    for value in values { text.append(letters[value % 4]) }
    var rest = text[...]
    var register = 1
    var position = 0
    while let letter = rest.first {
        switch letter {
        case "+": register &+= position
        case "-": register &-= 3
        case "*": register = register &* 5 & 0xFFFF_FFFF
        default: register ^= position << 1
        }
        position += 1
        rest = rest.dropFirst()
    }
    return register
}
