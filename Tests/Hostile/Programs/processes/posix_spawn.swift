// tries: to start a program by posix_spawn(), from the host's folders and from itself
// holds: it fails, and the program goes on
// verdict: accepted
import Glibc

func total(_ values: [Int]) -> Int {
    for path in ["/bin/true", "/usr/bin/true", "/bin/sh", "/proc/self/exe", "judge-jail"] {
        var child: pid_t = 0
        var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(path), nil]
        if posix_spawn(&child, path, nil, nil, &arguments, nil) == 0 {
            print("breach: \(path) was started")
            return -1
        }
    }
    return values.reduce(0, +)
}
