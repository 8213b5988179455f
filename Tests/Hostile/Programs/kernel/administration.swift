// tries: to administer the host: reboot, host name, time, swap, modules, kexec, kernel log (all with bad arguments)
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
        ("reboot", 169, [0, 0, 0]), ("sethostname", 170, [name, -1]), ("setdomainname", 171, [name, -1]),
        ("settimeofday", 164, [1, 0]), ("clock_settime", 227, [999, 0]), ("clock_adjtime", 305, [999, 0]),
        ("adjtimex", 159, [1]), ("swapon", 167, [name, 0]), ("swapoff", 168, [name]), ("acct", 163, [name]),
        ("kexec_load", 246, [0, 999, 0, 0]), ("kexec_file_load", 320, [-1, -1, 0, 0]),
        ("init_module", 175, [0, 0, name]), ("finit_module", 313, [-1, name, 0]),
        ("delete_module", 176, [name, 0x800]), ("syslog", 103, [3, 0, 0]), ("iopl", 172, [3]),
        ("ioperm", 173, [0, 1, 1]), ("sysinfo", 99, [space]),
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
