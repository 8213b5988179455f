// tries: to fill the kernel's page tables: a byte is read in each 2 MiB of 256 GiB, which needs 512 MiB of tables
// holds: the tables count as its memory, or so many addresses are not to be had
// verdict: memory-limit-exceeded or run-time-error or accepted
import Glibc

func total(_ values: [Int]) -> Int {
    let size = 256 << 30
    let flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE
    guard let place = mmap(nil, size, PROT_READ, flags, -1, 0), place != MAP_FAILED else {
        return values.reduce(0, +)
    }
    madvise(place, size, 15)
    var seen = 0
    for part in stride(from: 0, to: size, by: 2 << 20) { seen += Int(place.load(fromByteOffset: part, as: UInt8.self)) }
    print("breach: 512 MiB of page tables", seen)
    return -1
}
