// tries: to let one mapping grow and move by mremap until it holds more than it may
// holds: the run ends at the memory limit
// verdict: memory-limit-exceeded or run-time-error
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
    var size = 8 << 20
    var place = Int(bitPattern: mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0))
    while size < 512 << 20 {
        let mayMove = 1
        place = call(25, place, size, size * 2, mayMove)
        guard place > 0, let memory = UnsafeMutableRawPointer(bitPattern: place) else { fatalError("no memory") }
        memset(memory, 1, size)
        size *= 2
    }
    print("breach: 256 MiB in a mapping that grew")
    return -1
}
