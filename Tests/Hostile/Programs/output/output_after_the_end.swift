// tries: to print, and to spoil the last word, after the harness has finished (atexit)
// holds: what follows the last word is part of the answer, which then has none
// verdict: run-time-error
// says: before it had answered
import Glibc

func total(_ values: [Int]) -> Int {
    atexit {
        print("after the end")
        _ = write(3, "accepted\n", 9)
    }
    return values.reduce(0, +)
}
