// tries: to leave its session and live on as an orphan by forking twice
// holds: neither a session nor a process is to be had, and the program goes on
// verdict: accepted
import Glibc

@_silgen_name("fork") func split() -> Int32

func total(_ values: [Int]) -> Int {
    let session = setsid()
    let group = setpgid(0, 0)
    let child = split()
    if child == 0 {
        if split() == 0 { sleep(5) }
        _exit(0)
    }
    if session >= 0 || group == 0 || child > 0 {
        print("breach: session \(session), group \(group), process \(child)")
        return -1
    }
    return values.reduce(0, +)
}
