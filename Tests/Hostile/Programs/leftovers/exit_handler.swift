// tries: to loop in a handler that runs after the answer was written
// holds: the time counts until the process has ended
// verdict: time-limit-exceeded or accepted
import Glibc

func total(_ values: [Int]) -> Int {
    atexit {
        let end = time(nil) + 50
        while time(nil) < end {}
    }
    return values.reduce(0, +)
}
