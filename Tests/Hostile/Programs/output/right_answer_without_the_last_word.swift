// tries: to write the right answer itself, and to leave before the harness has its last word
// holds: an answer without the last word is none
// verdict: run-time-error
// says: before it had answered
import Glibc

func total(_ values: [Int]) -> Int {
    let answer = "\(values.reduce(0, +))\n"
    _ = write(3, answer, answer.utf8.count)
    exit(0)
}
