// tries: to have the kernel kill the jail in its place: memory goes into pages that nobody maps, so that others look larger
// holds: its run ends for its use of memory, or so many addresses are not to be had; and the next case is run
// verdict: memory-limit-exceeded or run-time-error or time-limit-exceeded or accepted
import Glibc

func total(_ values: [Int]) -> Int {
    let size = 1 << 30
    let place = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)
    guard let place, place != MAP_FAILED else { return values.reduce(0, +) }
    for page in stride(from: 0, to: size, by: 4096) {
        place.storeBytes(of: 1, toByteOffset: page, as: UInt8.self)
        madvise(place + page, 4096, MADV_DONTNEED)
        if page & 0xFFFFF == 0 {
            // The executable begins at 2 MiB and is some megabytes long; pages of it come back when they are used.
            for part in stride(from: 0x200000, to: 0xA00000, by: 4096) {
                madvise(UnsafeMutableRawPointer(bitPattern: part), 4096, MADV_DONTNEED)
            }
        }
    }
    print("breach: 1 GiB of shared memory")
    return -1
}
