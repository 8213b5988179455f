// tries: to write a result to every descriptor from 0 to 255, and to leave with status 0
// holds: what arrives on the result descriptor is an answer, and a wrong one; the others lead nowhere
// verdict: wrong-answer
import Glibc

func total(_ values: [Int]) -> Int {
    let forged = "accepted\n%complete\n"
    for descriptor: Int32 in 0...255 { _ = write(descriptor, forged, forged.utf8.count) }
    exit(0)
}
