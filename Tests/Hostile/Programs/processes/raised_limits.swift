// tries: to raise its own limits, or those of process 1, by setrlimit() and prlimit()
// holds: limits may be read, never set
// verdict: accepted
import Glibc

@_silgen_name("prlimit")
func change(_ process: Int32, _ resource: Int32, _ new: UnsafePointer<Int>?, _ old: UnsafeMutablePointer<Int>?) -> Int32
@_silgen_name("setrlimit") func limit(_ resource: Int32, _ new: UnsafePointer<Int>) -> Int32

func total(_ values: [Int]) -> Int {
    for resource in Int32(0)..<16 {
        var own = [0, 0]
        guard change(0, resource, nil, &own) == 0 else { continue }
        var foreign = [0, 0]
        let results = [
            limit(resource, own), limit(resource, [own[1], own[1]]), change(0, resource, own, nil),
            change(getpid(), resource, own, nil), change(1, resource, nil, &foreign),
            change(getppid(), resource, nil, &foreign),
        ]
        if results.contains(0) {
            print("breach: \(results) for limit \(resource)")
            return -1
        }
    }
    return values.reduce(0, +)
}
