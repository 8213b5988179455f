// tries: to open files by calls that few programs use: openat2, handles, open_tree, fsopen, uselib, acct
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
    let how = Int(bitPattern: calloc(64, 8))
    let here = -100
    for path in ["/", ".", "/etc/passwd", "/proc/self/root"] {
        let path = Int(bitPattern: strdup(path))
        let results = [
            "openat2": call(437, here, path, how, 24), "name_to_handle_at": call(303, here, path, how, how + 128),
            "open_by_handle_at": call(304, here, how, 0), "open_tree": call(428, here, path, 0),
            "fsopen": call(430, Int(bitPattern: strdup("tmpfs")), 0), "fspick": call(433, here, path, 0),
            "listmount": call(458, how, how, 8), "statmount": call(457, how, how, 64), "uselib": call(134, path),
            "fanotify_init": call(300, 0, 0), "inotify_add_watch": call(254, 0, path, 0xFFF),
        ]
        for (name, result) in results where result >= 0 {
            print("breach: \(name) gave \(result)")
            return -1
        }
    }
    return values.reduce(0, +)
}
