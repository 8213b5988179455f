// tries: to write a whole and right result and then to crash
// holds: a run that crashes has not answered
// verdict: run-time-error
// says: the program aborted
import Glibc

func total(_ values: [Int]) -> Int {
    let forged = "\(values.reduce(0, +))\n%complete\n"
    _ = write(3, forged, forged.utf8.count)
    abort()
}
