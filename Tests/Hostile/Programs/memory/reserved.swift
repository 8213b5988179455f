// tries: to reserve 1 TiB of addresses without using them, and to touch a little of it
// holds: addresses cost nothing: the kernel gives or refuses them, and the program goes on
// verdict: accepted
import Glibc

func total(_ values: [Int]) -> Int {
    let size = 1 << 40
    for flags in [MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE] {
        let place = mmap(nil, size, PROT_READ | PROT_WRITE, flags, -1, 0)
        guard let place, place != MAP_FAILED else { continue }
        for part in 0..<16 { place.storeBytes(of: 1, toByteOffset: part * (size / 16), as: UInt8.self) }
    }
    return values.reduce(0, +)
}
