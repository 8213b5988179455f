// tries: to start a thread by Foundation's Thread
// holds: no thread comes to life
// verdict: accepted or run-time-error
import Foundation

nonisolated(unsafe) var ran = false

func total(_ values: [Int]) -> Int {
    let thread = Thread { ran = true }
    thread.start()
    for _ in 0..<20 where !ran { usleep(5000) }
    if ran { print("breach: a thread was started") }
    return ran ? -1 : values.reduce(0, +)
}
