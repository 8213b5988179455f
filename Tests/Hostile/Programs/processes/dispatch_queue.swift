// tries: to spread its work over threads by a dispatch queue, and to wait for them
// holds: there is one thread; the queue never gets another, and the waiting ends at the wall clock
// verdict: time-limit-exceeded or run-time-error
import Dispatch

nonisolated(unsafe) var ran = false

func total(_ values: [Int]) -> Int {
    let group = DispatchGroup()
    for _ in 0..<4 { DispatchQueue.global().async(group: group) { ran = true } }
    _ = group.wait(timeout: .now() + 40)
    if ran { print("breach: a queue got a thread") }
    return -1
}
