// tries: to have all that it prints go to the result descriptor (dup2 of 3 onto 0, 1 and 2)
// holds: what it prints is then part of its answer
// verdict: wrong-answer
import Glibc

func total(_ values: [Int]) -> Int {
    for descriptor: Int32 in 0...2 { dup2(3, descriptor) }
    for descriptor: Int32 in 0...2 { _ = write(descriptor, "0\n", 2) }
    return values.reduce(0, +)
}
