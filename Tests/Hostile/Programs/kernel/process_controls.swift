// tries: to change by prctl and seccomp what the walls rest upon, or merely its own name
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
    let space = Int(bitPattern: calloc(1, 4096))
    let calls: [(String, Int, [Int])] = [
        ("no death with the parent", 157, [1, 0]), ("dumpable", 157, [4, 1]), ("name", 157, [15, name]),
        ("seccomp by prctl", 157, [22, 1]), ("time stamps", 157, [26, 2]), ("timer slack", 157, [29, 1]),
        ("ptracer", 157, [0x59616D61, -1]), ("no new privileges", 157, [38, 0]),
        ("memory map", 157, [35, 1, 0]), ("subreaper", 157, [36, 1]), ("speculation", 157, [53, 0, 2]),
        ("core scheduling", 157, [62, 1]), ("seccomp strict", 317, [0, 0, 0]),
        ("seccomp filter", 317, [1, 0, 0]), ("seccomp sizes", 317, [3, 0, space]), ("personality", 135, [-1]),
        ("arch_prctl by x32", 154, [0, space, 16]),
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
