// tries: to learn something from its environment and its arguments
// holds: there is nothing but two settings of Swift's runtime, and no argument
// verdict: accepted
import Glibc

func total(_ values: [Int]) -> Int {
    let expected: Set = ["SWIFT_DETERMINISTIC_HASHING=1", "SWIFT_BACKTRACE=enable=no"]
    var place = environ
    while let entry = place.pointee {
        let text = String(cString: entry)
        if !expected.contains(text) {
            print("breach: it knows \(text)")
            return -1
        }
        place += 1
    }
    let words = (0..<Int(CommandLine.argc)).compactMap { CommandLine.unsafeArgv[$0].map { String(cString: $0) } }
    if words.count > 1 || words.contains(where: { $0.contains("/") || $0.contains("=") }) {
        print("breach: it knows \(words)")
        return -1
    }
    return values.reduce(0, +)
}
