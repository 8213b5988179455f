// tries: to become another program, by path and by each descriptor that could hold one
// holds: nothing can be executed, and the program goes on; had it become another, its answer would be missing
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

@_silgen_name("fexecve")
func become(_ descriptor: Int32, _ words: UnsafePointer<Int>, _ environment: UnsafePointer<Int>) -> Int32

func total(_ values: [Int]) -> Int {
    let paths = ["/bin/true", "/usr/bin/true", "/proc/self/exe", "/judge-jail", "judge-jail", ""]
    for path in paths {
        var words: [UnsafeMutablePointer<CChar>?] = [strdup("true"), nil]
        _ = execv(path, &words)
    }
    let word = Int(bitPattern: strdup("true"))
    let empty = Int(bitPattern: strdup(""))
    let emptyPath = 0x1000
    for descriptor in 0..<300 {
        _ = become(Int32(descriptor), [word, 0], [0])
        _ = [word, 0].withUnsafeBufferPointer {
            call(322, descriptor, empty, Int(bitPattern: $0.baseAddress!), 0, emptyPath)
        }
    }
    return values.reduce(0, +)
}
