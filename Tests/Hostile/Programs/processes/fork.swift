// tries: to start a process by fork()
// holds: the call is refused, and the program goes on
// verdict: accepted
import Glibc

@_silgen_name("fork") func split() -> Int32

func total(_ values: [Int]) -> Int {
    let child = split()
    if child < 0 { return values.reduce(0, +) }
    if child == 0 { _exit(0) }
    print("breach: a process was started")
    return -1
}
