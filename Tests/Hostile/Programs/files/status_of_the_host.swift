// tries: to learn of files of the host by stat, and by newfstatat with AT_EMPTY_PATH, which fstat needs
// holds: there are no files of the host to ask about
// verdict: accepted
// restricted: newfstatat with AT_EMPTY_PATH also takes a path, and Landlock lets stat pass: no file is hidden
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
    var status = stat()
    let emptyPath: Int32 = 0x1000
    let space = Int(bitPattern: calloc(1, 512))
    for path in ["/etc/passwd", "/usr", "/root", "/home", "/work", "/proc/1", "/proc/version", "/sys", "/dev", "/bin"] {
        let name = Int(bitPattern: strdup(path))
        let results = [
            stat(path, &status), lstat(path, &status), fstatat(AT_FDCWD, path, &status, emptyPath),
            fstatat(AT_FDCWD, path, &status, emptyPath | AT_SYMLINK_NOFOLLOW), access(path, F_OK),
            Int32(call(332, -100, name, 0, 0xFFF, space)), Int32(call(137, name, space)),
        ]
        if results.contains(0) {
            print("breach: \(path) is known: \(results)")
            return -1
        }
    }
    return values.reduce(0, +)
}
