// tries: to get more of the processor: niceness, scheduling class, I/O class, affinity
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
    let space = UnsafeMutablePointer<Int>.allocate(capacity: 16)
    space.initialize(repeating: 0, count: 16)
    let place = Int(bitPattern: space)
    let fifo = 1
    space[0] = 1
    let results = [
        "setpriority": call(141, 0, 0, -5), "sched_setparam": call(142, 0, place),
        "sched_setscheduler": call(144, 0, fifo, place), "sched_setattr": call(314, 0, place, 0),
        "ioprio_set": call(251, 1, 0, 0x2000), "sched_setaffinity": call(203, 0, 8, place),
    ]
    for (name, result) in results where result >= 0 {
        print("breach: \(name) gave \(result)")
        return -1
    }
    return values.reduce(0, +)
}
