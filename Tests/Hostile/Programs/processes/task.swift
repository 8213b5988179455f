// tries: to wait for a Task, which would have to run on another thread
// holds: Swift's pool never gets a thread, and the waiting ends at the wall clock
// verdict: time-limit-exceeded or run-time-error
import Dispatch

nonisolated(unsafe) var sum = -1

func total(_ values: [Int]) -> Int {
    let done = DispatchSemaphore(value: 0)
    Task.detached {
        async let first = values.first ?? 0
        async let rest = values.dropFirst().reduce(0, +)
        sum = await first + rest
        done.signal()
    }
    if done.wait(timeout: .now() + 40) == .success { print("breach: a task got a thread") }
    return -1
}
