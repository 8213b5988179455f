// tries: to make a type that holds itself, by way of an endless chain of associated types
// holds: compiling ends within its limits of time and memory, one way or the other
// verdict: compile-error
protocol Endless {
    associatedtype Next: Endless where Next.Next == Pair<Self, Next>
}

struct Pair<Left: Endless, Right: Endless>: Endless {
    typealias Next = Pair<Pair<Left, Right>, Pair<Right, Left>>
}

struct Holder {
    var inner: Holder
}

func total(_ values: [Int]) -> Int {
    values.reduce(0, +)
}
