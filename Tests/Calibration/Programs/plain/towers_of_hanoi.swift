// what: Moves a tower of n values between three pegs and folds the moves.
// time: 2^n
// space: n
// time-bound: 2^n
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: 2^n - 1 moves; three pegs hold n discs and the recursion is n deep.

final class Towers {
    var pegs: [[Int]]
    var digest = 0

    init(_ discs: [Int]) { pegs = [discs, [], []] }

    func move(_ count: Int, from: Int, to: Int, by: Int) {
        guard count > 0 else { return }
        move(count - 1, from: from, to: by, by: to)
        let disc = pegs[from].removeLast()
        pegs[to].append(disc)
        digest = (digest &* 3) ^ disc
        move(count - 1, from: by, to: to, by: from)
    }
}

func work(_ values: [Int]) -> Int {
    let towers = Towers(values)
    towers.move(values.count, from: 0, to: 2, by: 1)
    return towers.digest
}
