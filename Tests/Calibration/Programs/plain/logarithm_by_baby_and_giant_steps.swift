// what: Searches discrete logarithms below n of one value by baby steps and giant steps.
// time: sqrt n
// space: sqrt n
// time-bound: sqrt(n)
// space-bound: log(n)
// time-verdict: within
// space-verdict: over
// why: About sqrt(n) baby steps go into a dictionary and as many giant steps look into it; the dictionary holds sqrt(n) entries.

let modulus = 1_000_000_007
let base = 5
let inverseOfBase = 400_000_003

func work(_ values: [Int]) -> Int {
    guard let last = values.last else { return 0 }
    var steps = 1
    while steps * steps < values.count { steps += 1 }
    var exponents: [Int: Int] = [:]
    var power = 1
    var stride = 1
    for exponent in 0..<steps {
        exponents[power] = exponent
        power = power * base % modulus
        stride = stride * inverseOfBase % modulus
    }
    var rest = last % modulus + 1
    var digest = 0
    for giant in 0..<steps {
        if let baby = exponents[rest] { digest += giant * steps + baby + 1 }
        digest ^= rest & 255
        rest = rest * stride % modulus
    }
    return digest
}
