// tries: to leave messages for the next case or submission, wherever the kernel could keep them
// holds: they cannot be left, and none is found
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
    let kind = Int(bitPattern: strdup("user"))
    let found = [
        call(29, 0x6A75, 4096, 0), call(64, 0x6A75, 1, 0), call(68, 0x6A75, 0), call(240, name, 0),
        call(249, kind, name, 0, -4), Int(access("/tmp/judge-hostile-marker", F_OK)),
    ]
    let left = [
        call(29, 0x6A75, 4096, 0o1600), call(64, 0x6A75, 1, 0o1600), call(68, 0x6A75, 0o1600),
        call(240, name, 0o102, 0o600), call(248, kind, name, name, 8, -4),
        Int(creat("/tmp/judge-hostile-marker", 0o600)), call(157, 15, name), Int(setpgid(0, 0)),
    ]
    if (found + left).contains(where: { $0 >= 0 }) {
        print("breach: found \(found), left \(left)")
        return -1
    }
    return values.reduce(0, +)
}
