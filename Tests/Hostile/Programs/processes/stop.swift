// tries: to stop itself by SIGSTOP, so that it uses no time
// holds: the wall clock ends what does not run
// verdict: time-limit-exceeded
import Glibc

func total(_ values: [Int]) -> Int {
    raise(SIGSTOP)
    return values.reduce(0, +)
}
