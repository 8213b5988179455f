// tries: to loop for ever with all signals ignored and blocked
// holds: it is killed at the time limit all the same
// verdict: time-limit-exceeded
import Glibc

func total(_ values: [Int]) -> Int {
    var all = sigset_t()
    sigfillset(&all)
    sigprocmask(SIG_BLOCK, &all, nil)
    for number in 1..<Int32(65) { signal(number, SIG_IGN) }
    let end = time(nil) + 50
    while time(nil) < end {}
    return -1
}
