// tries: to read on behind the input, or to go back to its start
// holds: the input is at its end, and a pipe has no places to go to
// verdict: accepted
import Glibc

func total(_ values: [Int]) -> Int {
    var byte: UInt8 = 0
    if read(0, &byte, 1) > 0 {
        print("breach: there is more input")
        return -1
    }
    for descriptor: Int32 in 0...3 where lseek(descriptor, 0, SEEK_SET) >= 0 || pread(descriptor, &byte, 1, 0) >= 0 {
        print("breach: descriptor \(descriptor) is a file")
        return -1
    }
    return values.reduce(0, +)
}
