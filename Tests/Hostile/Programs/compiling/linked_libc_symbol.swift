// tries: to take the place of a function of the C library
// holds: the name is not the submission's own
// verdict: compile-error
// says: the submission defines the symbol 'write'
@_cdecl("write")
func write(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int { count }

func total(_ values: [Int]) -> Int {
    values.reduce(0, +)
}
