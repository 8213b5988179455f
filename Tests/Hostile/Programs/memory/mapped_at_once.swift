// tries: to have the kernel fill what it maps, without touching it, by MAP_POPULATE
// holds: the run ends at the memory limit, or the kernel gives none
// verdict: memory-limit-exceeded or run-time-error or accepted
import Glibc

@_silgen_name("getauxval") func auxiliary(_ kind: Int) -> Int
@_silgen_name("memmem") func search(_ place: Int, _ size: Int, _ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int

/// The C library's `syscall`, which no submission may name, found by how it begins in the program's own code.
let function = {
    let bytes: [UInt8] = [0x48, 0x89, 0xF8, 0x48, 0x89, 0xF7, 0x48, 0x89, 0xD6, 0x48, 0x89, 0xCA, 0x4D, 0x89, 0xC2]
    let heads = UnsafePointer<Int>(bitPattern: auxiliary(3))!
    let code = stride(from: 0, to: 7 * auxiliary(5), by: 7).first { heads[$0] == 5 << 32 | 1 }!
    let place = search(heads[code + 2], heads[code + 4], bytes, bytes.count)
    return unsafeBitCast(place, to: (@convention(c) (Int, Int, Int, Int, Int, Int, Int) -> Int).self)
}()

func call(_ number: Int, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0, _ d: Int = 0, _ e: Int = 0) -> Int {
    function(number, a, b, c, d, e, 0)
}

func total(_ values: [Int]) -> Int {
    let size = 40 << 20
    var populated = 0
    for _ in 0..<10 {
        let place = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_POPULATE, -1, 0)
        guard let place, place != MAP_FAILED else { continue }
        var resident = [UInt8](repeating: 0, count: size / 4096)
        _ = resident.withUnsafeMutableBufferPointer {
            call(27, Int(bitPattern: place), size, Int(bitPattern: $0.baseAddress!))
        }
        populated += resident.count { $0 & 1 == 1 }
    }
    if populated > 32_768 { print("breach: \(populated) pages were filled") }
    return populated > 32_768 ? -1 : values.reduce(0, +)
}
