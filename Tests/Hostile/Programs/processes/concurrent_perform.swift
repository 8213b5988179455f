// tries: to spread its work over threads by concurrentPerform, which may also use the caller's own
// holds: no second thread takes part: the one does it all, or the queue waits in vain for others
// verdict: time-limit-exceeded or accepted or run-time-error
import Dispatch
import Glibc

nonisolated(unsafe) var sums = [Int](repeating: 0, count: 16)
nonisolated(unsafe) var threads: Set<UInt> = []

func total(_ values: [Int]) -> Int {
    DispatchQueue.concurrentPerform(iterations: sums.count) { part in
        threads.insert(UInt(pthread_self()))
        sums[part] = stride(from: part, to: values.count, by: 16).reduce(0) { $0 + values[$1] }
    }
    if threads.count > 1 {
        print("breach: \(threads.count) threads took part")
        return -1
    }
    return sums.reduce(0, +)
}
