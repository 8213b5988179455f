// tries: to end at once and leave a child that works on
// holds: there is no child, and the program goes on
// verdict: accepted
import Glibc

@_silgen_name("fork") func split() -> Int32

func total(_ values: [Int]) -> Int {
    let child = split()
    if child == 0 {
        let end = time(nil) + 10
        while time(nil) < end {}
        _exit(0)
    }
    if child > 0 {
        print("breach: a child works on")
        exit(0)
    }
    return values.reduce(0, +)
}
