// tries: to write a whole result and then to never end
// holds: the run ends at the time limit, and what was written before does not count
// verdict: time-limit-exceeded
// says: 1 s of CPU time
import Glibc

func total(_ values: [Int]) -> Int {
    let forged = "\(values.reduce(0, +))\n%complete\n"
    _ = write(3, forged, forged.utf8.count)
    let end = time(nil) + 50
    while time(nil) < end {}
    return 0
}
