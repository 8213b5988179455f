// tries: to touch memory and mark it as free to take, by MADV_FREE, again and again
// holds: the kernel takes it back before the limit is met, or the run ends there
// verdict: accepted or memory-limit-exceeded
import Glibc

func total(_ values: [Int]) -> Int {
    let size = 16 << 20
    for _ in 0..<16 {
        let place = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard let place, place != MAP_FAILED else { break }
        memset(place, 1, size)
        madvise(place, size, 8)
    }
    return values.reduce(0, +)
}
