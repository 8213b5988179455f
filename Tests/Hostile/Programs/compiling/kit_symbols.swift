// tries: to call the harness's library by its symbols, without importing it (@_silgen_name)
// holds: the symbols are the judge's own
// verdict: compile-error
// says: ChallengeKit is the judge's own module
@_silgen_name("$s12ChallengeKit9readInputAA6ReaderVyF") func readInput()

func total(_ values: [Int]) -> Int {
    readInput()
    return values.reduce(0, +)
}
