// tries: to fill the heap with a million small blocks
// holds: the run ends at the memory limit
// verdict: memory-limit-exceeded or run-time-error
import Glibc

func total(_ values: [Int]) -> Int {
    var blocks: [UnsafeMutableRawPointer] = []
    for number in 0..<200_000 {
        guard let block = malloc(2000) else { fatalError("no memory") }
        memset(block, Int32(number % 255), 2000)
        blocks.append(block)
    }
    print("breach: 400 MB in small blocks", blocks.reduce(0) { $0 + Int($1.load(as: UInt8.self)) })
    return -1
}
