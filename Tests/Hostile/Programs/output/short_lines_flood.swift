// tries: to print a million short lines, each with a system call of its own
// holds: they cost the program its own time and nobody else any
// verdict: accepted or time-limit-exceeded
import Glibc

func total(_ values: [Int]) -> Int {
    for _ in 0..<1_000_000 { _ = write(1, "accepted\n", 9) }
    return values.reduce(0, +)
}
