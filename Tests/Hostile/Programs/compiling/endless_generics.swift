// tries: to make the optimiser specialise a function for more and more types
// holds: compiling ends within its limits of time and memory, one way or the other
// verdict: accepted or compile-error
struct Box<Value> {
    var value: Value
}

func count<Value>(_ value: Value, _ depth: Int) -> Int {
    depth == 0 ? 0 : count(Box(value: value), depth - 1) + count(Box(value: [value]), depth - 1)
}

func total(_ values: [Int]) -> Int {
    values.reduce(0, +) + count(values.count, 5)
}
