// tries: to fill one block of the heap that is larger than all that it may have
// holds: the run ends at the memory limit
// verdict: memory-limit-exceeded or run-time-error
import Glibc

nonisolated(unsafe) var block: UnsafeMutableRawPointer?

func total(_ values: [Int]) -> Int {
    let size = 400 << 20
    block = malloc(size)
    guard let block else { fatalError("no memory") }
    memset(block, 1, size)
    print("breach: 400 MiB in one block", block.load(fromByteOffset: size / 2, as: UInt8.self))
    return -1
}
