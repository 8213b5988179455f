// tries: to keep the type checker busy with a chain of an operator that has eight types
// holds: compiling ends within its limits of time and memory, one way or the other
// verdict: accepted or compile-error
infix operator <> : AdditionPrecedence

struct A {}
struct B {}

func <> (left: A, right: A) -> A { A() }
func <> (left: A, right: A) -> B { B() }
func <> (left: A, right: B) -> A { A() }
func <> (left: A, right: B) -> B { B() }
func <> (left: B, right: A) -> A { A() }
func <> (left: B, right: A) -> B { B() }
func <> (left: B, right: B) -> A { A() }
func <> (left: B, right: B) -> B { B() }

func total(_ values: [Int]) -> Int {
    let point = A()
    let end: B =
        point
        <> point <> point <> point <> point <> point <> point <> point <> point <> point <> point
        <> point <> point <> point <> point <> point <> point <> point <> point <> point <> point
        <> point <> point <> point <> point <> point <> point <> point <> point <> point <> point
        <> point <> point <> point <> point <> point <> point <> point <> point <> point <> point
    return values.reduce(0, +) + (type(of: end) == B.self ? 0 : 1)
}
