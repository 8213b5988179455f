// tries: to sleep in one piece
// holds: the wall clock ends it
// verdict: time-limit-exceeded
import Glibc

func total(_ values: [Int]) -> Int {
    sleep(50)
    return values.reduce(0, +)
}
