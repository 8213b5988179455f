// tries: to answer with terminal escapes, directions and bytes that are no UTF-8
// holds: the answer is shown with its controls as numbers
// verdict: wrong-answer
import Glibc

func total(_ values: [Int]) -> Int {
    var forged: [UInt8] = [0, 0xFF, 0xED, 0xA0, 0x80]
    forged += Array("\u{1B}[2J\u{1B}]52;c;anVkZ2U=\u{7}\u{202E}6\u{9B}31m\r\n::error::x\n%complete\n".utf8)
    _ = forged.withUnsafeBytes { write(3, $0.baseAddress!, $0.count) }
    exit(0)
}
