// tries: to print 100 MB in one endless line
// holds: 64 KiB of it are kept, and the judge neither fills up nor waits
// verdict: accepted or time-limit-exceeded
import Glibc

func total(_ values: [Int]) -> Int {
    let block = [UInt8](repeating: 0x78, count: 1 << 20)
    for _ in 0..<100 {
        for descriptor: Int32 in [1] { _ = block.withUnsafeBytes { write(descriptor, $0.baseAddress!, $0.count) } }
    }
    return values.reduce(0, +)
}
