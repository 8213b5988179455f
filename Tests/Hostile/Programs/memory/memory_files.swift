// tries: to put data into files that lie in memory: memfd_create, memfd_secret, /dev/shm, O_TMPFILE
// holds: no such file is to be had
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
    let name = Int(bitPattern: strdup("judge-hostile-marker"))
    let openings = [
        call(319, name, 0), call(447, 0), Int(shm_open("/judge-hostile-marker", O_RDWR | O_CREAT, 0o600)),
        Int(open("/dev/shm/judge-hostile-marker", O_RDWR | O_CREAT, 0o600)), Int(open("/dev/zero", O_RDWR)),
        Int(open("/tmp", O_RDWR | 0o20200000, 0o600)), Int(open("/dev/shm", O_RDWR | 0o20200000, 0o600)),
    ]
    if openings.contains(where: { $0 >= 0 }) {
        print("breach: a file in memory: \(openings)")
        return -1
    }
    return values.reduce(0, +)
}
