// tries: to be the program itself, by a function with the symbol main
// holds: the name is not the submission's own
// verdict: compile-error
// says: the submission defines the symbol 'main'
@_cdecl("main")
func start() -> Int32 {
    print("%complete")
    return 0
}

func total(_ values: [Int]) -> Int {
    values.reduce(0, +)
}
