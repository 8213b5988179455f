// what: Counts discrete logarithms below n among sqrt(n) shifted powers, with a table of sqrt(n) baby steps.
// time: sqrt n
// space: sqrt n
// time-bound: sqrt(n)
// space-bound: sqrt(n)
// time-verdict: within
// space-verdict: within
// why: sqrt(n) powers are stored in a dictionary and sqrt(n) giant steps are looked up, without an early end.

func work(_ values: [Int]) -> Int {
    let prime = 1_000_000_007
    let generator = 5
    let width = Int(Double(values.count).squareRoot()) + 1
    var baby: [Int: Int] = [:]
    var power = 1
    for step in 0..<width {
        baby[power] = step
        power = power * generator % prime
    }
    var target = (values[0] ^ values[values.count - 1] << 1) % prime + 1
    var digest = power
    for step in 0..<width {
        if let found = baby[target % prime] { digest &+= step * width - found }
        digest = (digest &* 3) ^ target
        target = target * power % prime
    }
    return digest
}
