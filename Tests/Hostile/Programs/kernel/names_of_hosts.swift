// tries: to look up a host's name, for which the C library would read files and ask servers
// holds: there is nobody to ask: the look-up fails, or the program does
// verdict: accepted or run-time-error
import Glibc

func total(_ values: [Int]) -> Int {
    var answer: UnsafeMutablePointer<addrinfo>?
    if getaddrinfo("localhost", "ssh", nil, &answer) == 0 {
        print("breach: services of hosts are known")
        return -1
    }
    if getpwuid(getuid()) != nil || getpwnam("root") != nil || gethostent() != nil {
        print("breach: users or hosts are known")
        return -1
    }
    return values.reduce(0, +)
}
