// tries: to learn paths of the host: the working folder, where its executable lies, links, its arguments
// holds: nothing names a path of the host
// verdict: accepted
// restricted: readlink and getcwd ask no permission of Landlock: without namespaces they tell paths of the host
import Glibc

@_silgen_name("getauxval") func auxiliary(_ kind: Int) -> UnsafePointer<CChar>?

func total(_ values: [Int]) -> Int {
    var told = [String(cString: auxiliary(31)!), String(cString: getcwd(nil, 0) ?? strdup(""))] + CommandLine.arguments
    for path in ["/proc/self/exe", "/proc/self/cwd", "/proc/self/root", "/proc/self/fd/0", "/bin", "/etc/mtab"] {
        var target = [UInt8](repeating: 0, count: 4096)
        let length = target.withUnsafeMutableBytes { readlink(path, $0.baseAddress!, $0.count) }
        if length > 0 { told.append(String(decoding: target.prefix(length), as: UTF8.self)) }
    }
    let words = ["/work", "/root", "/home", "/var", "/opt", "/usr", "/tmp/", "state", "hostile", "challenge"]
    for text in told where words.contains(where: { text.lowercased().contains($0) }) {
        print("breach: it knows \(text)")
        return -1
    }
    return values.reduce(0, +)
}
