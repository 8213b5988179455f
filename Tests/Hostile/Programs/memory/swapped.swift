// tries: to send what it holds to swap, by MADV_PAGEOUT, and to hold more
// holds: there is no swap for it: the run ends at the memory limit
// verdict: memory-limit-exceeded or run-time-error
import Glibc

func total(_ values: [Int]) -> Int {
    let size = 32 << 20
    var places: [UnsafeMutableRawPointer] = []
    for _ in 0..<12 {
        let place = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard let place, place != MAP_FAILED else { fatalError("no memory") }
        memset(place, 1, size)
        madvise(place, size, 21)
        places.append(place)
    }
    print("breach: 384 MiB are held", places.reduce(0) { $0 + Int($1.load(as: UInt8.self)) })
    return -1
}
