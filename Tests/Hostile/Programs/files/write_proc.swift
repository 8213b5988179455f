// tries: to write to the knobs of its own process in /proc
// holds: there is no /proc, and the program goes on
// verdict: accepted
import Glibc

func total(_ values: [Int]) -> Int {
    let names = ["oom_score_adj", "mem", "comm", "coredump_filter", "clear_refs", "uid_map", "attr/current"]
    for name in names {
        for process in ["self", "1", "\(getppid())"] {
            if open("/proc/\(process)/\(name)", O_WRONLY) >= 0 {
                print("breach: /proc/\(process)/\(name) can be written")
                return -1
            }
        }
    }
    return values.reduce(0, +)
}
