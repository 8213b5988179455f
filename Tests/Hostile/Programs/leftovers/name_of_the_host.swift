// tries: to learn who runs it: the host's name, its domain, its user and its session
// holds: the jail has names of its own
// verdict: accepted
// restricted: the host's name and process numbers are hidden by namespaces alone
import Glibc

func total(_ values: [Int]) -> Int {
    var names = utsname()
    uname(&names)
    let host = withUnsafeBytes(of: &names.nodename) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    let session = getsid(0)
    if host != "judge" || getuid() == 0 || geteuid() == 0 || getgid() == 0 || getppid() > 1 || session > getpid() {
        print("breach: host \(host), user \(getuid()), group \(getgid()), parent \(getppid()), session \(session)")
        return -1
    }
    return values.reduce(0, +)
}
