// tries: to answer before the harness does, when the last reference to an object goes (deinit)
// holds: it is one answer with the harness's, and a wrong one
// verdict: wrong-answer
import Glibc

final class Forger {
    deinit { _ = write(3, "0\n%complete\n", 12) }
}

nonisolated(unsafe) var forger: Forger? = Forger()

func total(_ values: [Int]) -> Int {
    defer { forger = nil }
    return values.reduce(0, +)
}
