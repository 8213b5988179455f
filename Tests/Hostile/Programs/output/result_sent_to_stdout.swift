// tries: to have the harness's answer go to standard output (dup2 of 1 onto 3)
// holds: standard output is no answer
// verdict: run-time-error
// says: before it had answered
import Glibc

func total(_ values: [Int]) -> Int {
    dup2(1, 3)
    return values.reduce(0, +)
}
