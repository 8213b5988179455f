// tries: to type into a terminal by TIOCSTI, and other ioctl calls, on each of its descriptors
// holds: all but the question whether it is a terminal are refused
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
    let space = Int(bitPattern: calloc(1, 4096))
    let typing = 0x5412
    for descriptor in 0..<4 {
        for request in [typing, typing | 1 << 32, 0x541C, 0x540E, 0x5413, 0x541B, 0x5421, 0x5452, 0x5450, 0x8901, -1] {
            if call(16, descriptor, request, space) >= 0 || errno != EPERM {
                print("breach: request \(String(request, radix: 16)) reached the kernel: \(errno)")
                return -1
            }
        }
    }
    return values.reduce(0, +)
}
