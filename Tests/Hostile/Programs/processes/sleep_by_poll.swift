// tries: to sleep by many short waits of poll() and select(), which use no CPU time to speak of
// holds: the wall clock ends it
// verdict: time-limit-exceeded
import Glibc

func total(_ values: [Int]) -> Int {
    for _ in 0..<2500 {
        poll(nil, 0, 10)
        var pause = timeval(tv_sec: 0, tv_usec: 10_000)
        select(0, nil, nil, nil, &pause)
    }
    return values.reduce(0, +)
}
