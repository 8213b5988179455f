// tries: to change the files behind its descriptors: mode, owner, size, times, attributes, locks, leases
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
    let pipeSize: Int32 = 1031
    let lease: Int32 = 1024
    for descriptor in Int32(0)..<4 {
        let results = [
            fchmod(descriptor, 0o777), fchown(descriptor, getuid(), getgid()), ftruncate(descriptor, 1 << 30),
            futimes(descriptor, nil), flock(descriptor, LOCK_EX | LOCK_NB), fcntl(descriptor, pipeSize, 1 << 20),
            fcntl(descriptor, lease, 0), fcntl(descriptor, F_SETOWN, getpid()), fcntl(descriptor, 10, SIGURG),
            Int32(call(285, Int(descriptor), 0, 0, 4096)), Int32(call(221, Int(descriptor), 0, 0, 4)),
        ]
        if results.contains(where: { $0 >= 0 }) {
            print("breach: descriptor \(descriptor) was changed: \(results)")
            return -1
        }
    }
    return values.reduce(0, +)
}
