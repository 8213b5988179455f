// tries: to answer with 100 MB
// holds: the run ends when the answer is larger than the limit
// verdict: output-limit-exceeded
// says: larger than 8 MiB
import Glibc

func total(_ values: [Int]) -> Int {
    let block = [UInt8](repeating: 0x31, count: 1 << 20)
    for _ in 0..<100 { _ = block.withUnsafeBytes { write(3, $0.baseAddress!, $0.count) } }
    return values.reduce(0, +)
}
