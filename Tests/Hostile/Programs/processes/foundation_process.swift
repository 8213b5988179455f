// tries: to start a program by Foundation's Process
// holds: no program starts; Foundation throws, or waits in vain for a thread of its own
// verdict: time-limit-exceeded or accepted or run-time-error
import Foundation

func total(_ values: [Int]) -> Int {
    for path in ["/bin/true", "/usr/bin/true", "/bin/sh"] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = []
        process.standardInput = nil
        if (try? process.run()) != nil {
            print("breach: \(path) was started")
            return -1
        }
    }
    return values.reduce(0, +)
}
