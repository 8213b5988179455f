// tries: to read on where the harness has stopped, and to go back to the start of its input
// holds: the input has ended, and there is no way back
// verdict: accepted
import Glibc

func total(_ values: [Int]) -> Int {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let position = lseek(0, 0, SEEK_SET)
    let count = bytes.withUnsafeMutableBytes { read(0, $0.baseAddress!, $0.count) }
    let far = bytes.withUnsafeMutableBytes { pread(0, $0.baseAddress!, $0.count, 0) }
    if position >= 0 || count > 0 || far >= 0 || readLine() != nil {
        print("breach: position \(position), \(count) and \(far) bytes")
        return -1
    }
    return values.reduce(0, +)
}
