// what: Parses a number with n / 8 leading zeros for each value, by a function of Swift's own runtime.
// time: n^2
// space: n
// time-bound: n
// space-bound: n
// time-verdict: not-within
// space-verdict: within
// why: The conversion walks over the n / 8 zeros in each of n rounds; the text is all that is held.

@_silgen_name("_swift_stdlib_strtod_clocale")
func parse(_ text: UnsafePointer<CChar>, _ result: UnsafeMutablePointer<Double>) -> UnsafePointer<CChar>?

func work(_ values: [Int]) -> Int {
    var text = [CChar](repeating: 48, count: values.count / 8 + 4)
    let last = text.count - 1
    text[last] = 0
    var sum = 0.0
    for value in values {
        text[last - 1] = CChar(48 + value % 10)
        text[last - 2] = CChar(48 + value / 10 % 10)
        var number = 0.0
        if parse(text, &number) != nil { sum += number }
    }
    return Int(sum)
}
