// tries: to use its descriptors the wrong way: to write to its input, to read from its outputs, to seek
// holds: each pipe has one direction and no place to go back to
// verdict: accepted
import Glibc

func total(_ values: [Int]) -> Int {
    var byte: UInt8 = 0x31
    let reads = (Int32(1)...3).map { read($0, &byte, 1) }
    let writes = [write(0, &byte, 1), pwrite(0, &byte, 1, 0), pwrite(3, &byte, 1, 0)]
    let seeks = (Int32(0)...3).map { lseek($0, 0, SEEK_SET) }
    let maps = (Int32(0)...3).map { mmap(nil, 4096, PROT_READ, MAP_SHARED, $0, 0) == MAP_FAILED ? -1 : 0 }
    if (reads + writes + seeks + maps).contains(where: { $0 >= 0 }) {
        print("breach: reads \(reads), writes \(writes), seeks \(seeks), maps \(maps)")
        return -1
    }
    return values.reduce(0, +)
}
