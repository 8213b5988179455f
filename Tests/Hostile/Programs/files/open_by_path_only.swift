// tries: to open by openat with O_PATH and O_TMPFILE, relative to every descriptor that it has
// holds: the calls are refused, and the program goes on
// verdict: accepted
import Glibc

func total(_ values: [Int]) -> Int {
    let pathOnly: Int32 = 0o10000000
    let temporary: Int32 = 0o20200000
    for folder in [AT_FDCWD, 0, 1, 2, 3, 4] {
        for path in ["", ".", "..", "/", "/etc", "/tmp", "/proc/self/root"] {
            for flags in [pathOnly, pathOnly | O_DIRECTORY, pathOnly | O_NOFOLLOW, temporary | O_RDWR, O_RDONLY] {
                if openat(folder, path, flags, 0o600) >= 0 {
                    print("breach: \(path) was opened with \(flags)")
                    return -1
                }
            }
        }
    }
    return values.reduce(0, +)
}
