// tries: to have the whole of a hidden input repeated in the report
// holds: what is printed on hidden cases is shown to nobody
// verdict: wrong-answer
import Glibc

func total(_ values: [Int]) -> Int {
    for _ in 0..<10 {
        print("the input is \(values)")
        fputs("the input is \(values)\n", stderr)
    }
    fflush(stdout)
    return values.count == 4 ? values[0] : values.reduce(0, +)
}
