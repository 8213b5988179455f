// tries: to have the loader run code before the harness does (@section)
// holds: the section is refused
// verdict: compile-error
private let early: @convention(c) () -> Void = { print("breach: ran early") }

@_used @_section(".init_array") private let entry: @convention(c) () -> Void = { print("breach: ran early") }

func total(_ values: [Int]) -> Int {
    values.reduce(0, +)
}
