// tries: to write to the result descriptor before the harness does, and again when the process ends
// holds: all of it is one answer, and a wrong one
// verdict: wrong-answer
import Glibc

func total(_ values: [Int]) -> Int {
    _ = write(3, "0\n%complete\n", 12)
    atexit { _ = write(3, "0\n%complete\n", 12) }
    return values.reduce(0, +)
}
