// tries: to leave with status 0 before it has answered
// holds: a status is no answer
// verdict: run-time-error
// says: the program left with status 0 before it had answered
import Glibc

func total(_ values: [Int]) -> Int {
    exit(0)
}
