// tries: to answer with one word of almost 8 MiB, which the comparison and the report must bear
// holds: it is a wrong answer, and the report holds its start
// verdict: wrong-answer
import Glibc

func total(_ values: [Int]) -> Int {
    let block = [UInt8](repeating: 0x31, count: 1 << 20)
    for _ in 0..<7 { _ = block.withUnsafeBytes { write(3, $0.baseAddress!, $0.count) } }
    return values.reduce(0, +)
}
