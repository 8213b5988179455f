// tries: to reach other processes by signal 0: everyone, groups, its parent, all low numbers
// holds: there is nobody but the jail's process 1, which heeds no signal from within
// verdict: accepted
// restricted: signals to others of the same user, where Landlock has no scopes: there is no PID namespace
import Glibc

func total(_ values: [Int]) -> Int {
    let others = [-1, -2, getppid(), -getppid()] + Array(2...2000)
    for other in others where other != 1 && other != getpid() && other != -getpid() {
        if kill(other, 0) == 0 {
            print("breach: process \(other) can be reached")
            return -1
        }
    }
    return values.reduce(0, +)
}
