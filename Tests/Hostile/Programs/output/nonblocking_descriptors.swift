// tries: to make its descriptors non-blocking and append-only, flags that two ends might share
// holds: the flags are the program's own, and the answer arrives
// verdict: accepted
import Glibc

func total(_ values: [Int]) -> Int {
    for descriptor: Int32 in 0...3 { _ = fcntl(descriptor, F_SETFL, O_NONBLOCK | O_APPEND | O_ASYNC) }
    return values.reduce(0, +)
}
