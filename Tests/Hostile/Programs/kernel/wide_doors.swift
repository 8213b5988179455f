// tries: to open the widest doors into the kernel: io_uring, bpf, userfaultfd, perf_event_open, aio, splice
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
    let space = Int(bitPattern: calloc(1, 4096))
    let calls: [(String, Int, [Int])] = [
        ("io_uring_setup", 425, [4, space]), ("io_uring_enter", 426, [3, 0, 0, 0]),
        ("io_uring_register", 427, [3, 0, 0, 0]), ("bpf", 321, [0, space, 72]),
        ("bpf load", 321, [5, space, 72]), ("userfaultfd", 323, [1]),
        ("perf_event_open", 298, [space, 0, -1, -1, 0]), ("io_setup", 206, [8, space]),
        ("vmsplice", 278, [1, space, 0, 0]), ("splice", 275, [0, 0, 1, 0, 0]), ("tee", 276, [0, 1, 0, 0]),
        ("sendfile", 40, [1, 0, 0, 0]), ("lookup_dcookie", 212, [0, space, 64]),
        ("copy_file_range", 326, [0, 0, 1, 0, 0]), ("cachestat", 451, [0, space, space, 0]),
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
