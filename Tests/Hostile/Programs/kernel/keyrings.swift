// tries: to leave a key in a keyring of the user or the session
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
    let name = Int(bitPattern: strdup("judge-hostile-marker"))
    let kind = Int(bitPattern: strdup("user"))
    let calls: [(String, Int, [Int])] = [
        ("add_key", 248, [kind, name, name, 8, -3]), ("add_key for the user", 248, [kind, name, name, 8, -4]),
        ("request_key", 249, [kind, name, 0, -3]), ("keyctl join", 250, [1, name]),
        ("keyctl get", 250, [0, -4, 1]), ("keyctl read", 250, [11, -3, 0, 0]),
        ("keyctl persistent", 250, [22, -1, -3]),
    ]
    for (name, number, arguments) in calls {
        let a = arguments + [Int](repeating: 0, count: 5 - arguments.count)
        let result = call(number, a[0], a[1], a[2], a[3], a[4])
        if result >= 0 || (errno != EPERM && errno != ENOSYS) {
            print("breach: \(name) reached the kernel: \(result), \(errno)")
            return -1
        }
    }
    return values.reduce(0, +)
}
