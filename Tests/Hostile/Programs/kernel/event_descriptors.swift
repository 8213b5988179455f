// tries: to fill the kernel with objects behind descriptors: inotify, epoll, eventfd, timerfd, signalfd, pipes
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
        ("inotify_init", 253, []), ("inotify_init1", 294, [0]), ("fanotify_init", 300, [0, 0]),
        ("epoll_create", 213, [1]), ("epoll_create1", 291, [0]), ("eventfd", 284, [0]),
        ("eventfd2", 290, [0, 0]), ("timerfd_create", 283, [1, 0]), ("signalfd4", 289, [-1, space, 8, 0]),
        ("pipe", 22, [space]), ("pipe2", 293, [space, 0]), ("memfd_create", 319, [space, 0]),
        ("memfd_secret", 447, [0]),
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
