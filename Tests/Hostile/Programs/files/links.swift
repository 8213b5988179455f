// tries: to make symbolic and hard links, also of descriptors that have no name
// holds: the calls are refused, and the program goes on
// verdict: accepted
import Glibc

func total(_ values: [Int]) -> Int {
    let emptyPath: Int32 = 0x1000
    for path in ["judge-hostile-marker", "/judge-hostile-marker", "/tmp/judge-hostile-marker"] {
        var results = [symlink("/etc/passwd", path), link("/etc/hostname", path), symlinkat(path, AT_FDCWD, path)]
        for descriptor in Int32(0)..<4 { results.append(linkat(descriptor, "", AT_FDCWD, path, emptyPath)) }
        if results.contains(0) {
            print("breach: a link was made: \(results)")
            return -1
        }
    }
    return values.reduce(0, +)
}
