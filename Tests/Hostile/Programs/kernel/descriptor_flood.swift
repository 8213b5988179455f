// tries: to open as many descriptors as it can by dup, and to ask for one with a huge number
// holds: it meets a limit soon, and goes on
// verdict: accepted
import Glibc

func total(_ values: [Int]) -> Int {
    var count = 0
    while count < 100_000, dup(0) >= 0 { count += 1 }
    for number in [4096, 65_536, 1 << 20] as [Int32] where dup2(0, number) >= 0 || fcntl(0, F_DUPFD, number) >= 0 {
        count += 100_000
    }
    if count > 4096 {
        print("breach: \(count) descriptors")
        return -1
    }
    return values.reduce(0, +)
}
