// tries: to read what the kernel tells of this process and of others
// holds: there is no /proc, and the program goes on
// verdict: accepted
import Glibc

func total(_ values: [Int]) -> Int {
    let names = ["environ", "maps", "mem", "cmdline", "status", "mountinfo", "cgroup", "exe", "root/etc", "fd/0"]
    let processes = ["self", "thread-self", "1", "2", "\(getpid())", "\(getppid())"]
    let general = ["/proc", "/proc/version", "/proc/cpuinfo", "/proc/kallsyms", "/proc/sys/kernel/random/boot_id"]
    for path in general + processes.flatMap({ process in names.map { "/proc/\(process)/\($0)" } }) {
        if open(path, O_RDONLY) >= 0 || open(path, O_RDWR) >= 0 {
            print("breach: \(path) can be read")
            return -1
        }
    }
    return values.reduce(0, +)
}
