// tries: to be the program itself, by a type with @main
// holds: the name is not the submission's own
// verdict: compile-error
// says: the submission defines the symbol 'main'
@main
struct Program {
    static func main() {
        print("%complete")
    }
}

func total(_ values: [Int]) -> Int {
    values.reduce(0, +)
}
