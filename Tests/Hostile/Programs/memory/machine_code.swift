// tries: to run machine code that it brings as data, in every way to memory that may be run
// holds: no memory becomes executable, and the program goes on
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
    let size = 4096
    let readWrite = PROT_READ | PROT_WRITE
    let all = readWrite | PROT_EXEC
    let plain = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: size)
    memset(plain, 0xC3, size)
    let place = Int(bitPattern: plain)
    let results = [
        "mmap": mmap(nil, size, all, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? -1 : 0,
        "mmap of a descriptor": mmap(nil, size, PROT_READ | PROT_EXEC, MAP_PRIVATE, 0, 0) == MAP_FAILED ? -1 : 0,
        "mprotect": Int(mprotect(plain, size, PROT_READ | PROT_EXEC)),
        "mprotect with high bits": call(10, place, size, Int(PROT_EXEC) | 1 << 40),
        "pkey_mprotect": call(329, place, size, Int(PROT_EXEC), -1),
        "remap_file_pages": call(216, place, size, Int(PROT_EXEC)),
        "shmat": call(30, 0, 0, 0o100000), "personality": call(135, 0x0400000),
        "modify_ldt": call(154, 1, place, 16),
        "prctl": call(157, 65, 0),
    ]
    for (name, result) in results where result >= 0 {
        print("breach: executable memory by \(name)")
        return -1
    }
    return values.reduce(0, +)
}
