// tries: to map memory that grows downwards by itself, as a stack does
// holds: such memory is refused, and the program goes on
// verdict: accepted
import Glibc

func total(_ values: [Int]) -> Int {
    for flag in [0x100, 0x100 | MAP_NORESERVE] {
        let flags = MAP_PRIVATE | MAP_ANONYMOUS | flag
        if mmap(nil, 1 << 16, PROT_READ | PROT_WRITE, flags, -1, 0) != MAP_FAILED {
            print("breach: memory that grows downwards")
            return -1
        }
    }
    return values.reduce(0, +)
}
