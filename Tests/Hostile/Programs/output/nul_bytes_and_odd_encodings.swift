// tries: to print NUL bytes and bytes that are no UTF-8
// holds: they are shown as numbers or as U+FFFD
// verdict: accepted
import Glibc

func total(_ values: [Int]) -> Int {
    let odd: [UInt8] = [0, 0, 0x61, 0xFF, 0xFE, 0xC0, 0x80, 0xED, 0xA0, 0x80, 0xF4, 0x90, 0x80, 0x80, 0x1B, 0xE2, 0x80]
    for descriptor: Int32 in 1...2 { _ = odd.withUnsafeBytes { write(descriptor, $0.baseAddress!, $0.count) } }
    return values.reduce(0, +)
}
