// tries: to lock its memory, or all that is to come
// holds: the calls are refused, and the program goes on
// verdict: accepted
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
    let size = 1 << 20
    let block = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 4096)
    let locked = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_LOCKED, -1, 0)
    let onFault = Int32(call(325, Int(bitPattern: block), size, 1))
    let results = [onFault, mlock(block, size), mlockall(MCL_CURRENT), mlockall(MCL_FUTURE)]
    if results.contains(0) || locked != MAP_FAILED {
        print("breach: locked memory: \(results)")
        return -1
    }
    return values.reduce(0, +)
}
