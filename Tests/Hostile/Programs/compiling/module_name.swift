// tries: to take the place of ChallengeKit by a type of that name
// holds: a solution that uses the name is refused
// verdict: compile-error
// says: ChallengeKit is the judge's own module
enum ChallengeKit {
    static func readInput() -> Reader { Reader() }
    static func measured(_ body: () -> Int) -> Int { 6 }

    struct Reader {
        mutating func intList(_ what: String) -> [Int] { [6] }
        mutating func end() {}
    }

    struct Output {
        init() {}
        mutating func write(_ value: Int) { print("breach: the harness answers through the submission") }
        consuming func finish() {}
    }
}

func total(_ values: [Int]) -> Int {
    values.reduce(0, +)
}
