// tries: to declare a function of C without a header (@_extern)
// holds: the compiler refuses it, or the wall that the call meets
// verdict: accepted or compile-error
@_extern(c, "system") func run(_ command: UnsafePointer<CChar>) -> Int32

func total(_ values: [Int]) -> Int {
    if run("true") == 0 {
        print("breach: a process was started")
        return -1
    }
    return values.reduce(0, +)
}
