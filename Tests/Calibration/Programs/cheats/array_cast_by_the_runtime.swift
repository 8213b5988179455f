// what: Casts the values from Any to an array of Any once for every 256 of them.
// time: n^2
// space: n
// time-bound: n
// space-bound: n
// time-verdict: not-within
// space-verdict: within
// why: The runtime's cast converts all n elements one by one in the library, n / 256 times; each result is freed before the next.

nonisolated(unsafe) var held: Any = 0

@inline(never)
func converted() -> [Any] { held as! [Any] }

func work(_ values: [Int]) -> Int {
    held = values
    var hash = 0
    for start in stride(from: 0, to: values.count, by: 256) {
        let all = converted()
        hash = (hash &* 31) ^ ((all[start] as? Int) ?? 0) ^ all.count
    }
    held = 0
    return hash
}
