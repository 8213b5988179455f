// tries: to have the kernel send it signals later: alarm, setitimer, timer_create, timerfd_create
// holds: no timer is to be had, and none fires
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

nonisolated(unsafe) var fired = false

func total(_ values: [Int]) -> Int {
    for number in [SIGALRM, SIGVTALRM, SIGPROF] { signal(number) { _ in fired = true } }
    let interval = UnsafeMutablePointer<Int>.allocate(capacity: 4)
    interval.initialize(repeating: 0, count: 4)
    interval[3] = 1000
    let place = Int(bitPattern: interval)
    let alarm = call(37, 1)
    let intervals = (0..<3).map { call(38, $0, place) }
    let others = [call(222, 1, 0, place), call(283, 1, 0)]
    usleep(20_000)
    if fired || ([alarm] + intervals + others).contains(where: { $0 >= 0 }) {
        print("breach: \(alarm) \(intervals) \(others), fired: \(fired)")
        return -1
    }
    return values.reduce(0, +)
}
