// tries: to fill anonymous memory, private and shared, mapped past the heap
// holds: the run ends at the memory limit, whatever kind of memory it is
// verdict: memory-limit-exceeded or run-time-error
import Glibc

func total(_ values: [Int]) -> Int {
    let size = 40 << 20
    for round in 0..<10 {
        let kind = round % 2 == 0 ? MAP_PRIVATE : MAP_SHARED
        let place = mmap(nil, size, PROT_READ | PROT_WRITE, kind | MAP_ANONYMOUS, -1, 0)
        guard let place, place != MAP_FAILED else { fatalError("no memory") }
        memset(place, 1, size)
    }
    print("breach: 400 MiB of mapped memory")
    return -1
}
