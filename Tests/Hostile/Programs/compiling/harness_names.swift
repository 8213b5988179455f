// tries: to have names of the harness mean something else: its functions, its types, its own module
// holds: each module's names are its own
// verdict: accepted or compile-error
struct Input {}
struct Output {
    init() { print("breach: the harness calls the submission's Output") }
    mutating func write(_ value: Int) {}
    consuming func finish() {}
}
enum Submission {}
func readInput() -> Input { Input() }
func measured<Result>(_ body: () -> Result) -> Result { body() }

func total(_ values: [Int]) -> Int {
    values.reduce(0, +)
}
