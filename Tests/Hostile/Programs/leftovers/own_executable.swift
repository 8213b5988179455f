// tries: to read its own executable, or that of another submission, from where it could lie
// holds: no path of it exists
// verdict: accepted
import Glibc

func total(_ values: [Int]) -> Int {
    let folders = ["", "/", "/box/", "/tmp/", "/proc/self/", "/proc/self/fd/", "/root/.local/state/judge/", "/run/"]
    for name in ["exe", "program", "submission", "metered", "executables", "4", "total"] {
        for path in folders.map({ $0 + name }) where open(path, O_RDONLY) >= 0 || access(path, X_OK) == 0 {
            print("breach: \(path) can be read")
            return -1
        }
    }
    return values.reduce(0, +)
}
