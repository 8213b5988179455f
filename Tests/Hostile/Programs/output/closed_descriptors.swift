// tries: to close descriptors 0 to 3 before it returns
// holds: the harness cannot answer, and that is the program's own fault
// verdict: run-time-error
// says: the program ended with status 3
import Glibc

func total(_ values: [Int]) -> Int {
    for descriptor: Int32 in 0...3 { close(descriptor) }
    return values.reduce(0, +)
}
