// tries: to have the compiler lay out a constant of half a gigabyte
// holds: compiling ends within its limits of time and memory, one way or the other
// verdict: accepted or compile-error or memory-limit-exceeded
typealias T0 = (Int, Int, Int, Int)
typealias T1 = (T0, T0, T0, T0)
typealias T2 = (T1, T1, T1, T1)
typealias T3 = (T2, T2, T2, T2)
typealias T4 = (T3, T3, T3, T3)
typealias T5 = (T4, T4, T4, T4)
typealias T6 = (T5, T5, T5, T5)
typealias T7 = (T6, T6, T6, T6)
typealias T8 = (T7, T7, T7, T7)
typealias T9 = (T8, T8, T8, T8)
typealias T10 = (T9, T9, T9, T9)
typealias T11 = (T10, T10, T10, T10)
typealias T12 = (T11, T11, T11, T11)

struct Table {
    var value: T7? = nil
    static let shared = Table()
}

func total(_ values: [Int]) -> Int {
    values.reduce(0, +) + (Table.shared.value == nil ? 0 : 1)
}
