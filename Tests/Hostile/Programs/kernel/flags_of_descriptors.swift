// tries: to set flags on its descriptors that could block or confuse who is at the other end
// holds: the other end has flags of its own, and gets the answer
// verdict: accepted
import Glibc

func total(_ values: [Int]) -> Int {
    let packets: Int32 = 0o40000
    for descriptor in Int32(0)..<4 {
        for flags in [O_ASYNC, O_APPEND, packets, O_NONBLOCK, O_NONBLOCK | O_ASYNC | O_APPEND | packets] {
            _ = fcntl(descriptor, F_SETFL, flags)
        }
        _ = fcntl(descriptor, F_SETFD, 0)
    }
    return values.reduce(0, +)
}
