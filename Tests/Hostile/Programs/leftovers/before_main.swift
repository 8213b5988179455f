// tries: to run before main, by a pointer among those that the C library calls first
// holds: the section is refused when it is compiled
// verdict: compile-error
// says: puts data where programs keep code
import Glibc

@section(".init_array")
@used
let early: @convention(c) () -> Void = { exit(0) }

func total(_ values: [Int]) -> Int {
    values.reduce(0, +)
}
