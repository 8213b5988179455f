// tries: to leave with the status by which validators accept
// holds: it is a status like any other
// verdict: run-time-error
// says: the program ended with status 42
import Glibc

func total(_ values: [Int]) -> Int {
    exit(42)
}
