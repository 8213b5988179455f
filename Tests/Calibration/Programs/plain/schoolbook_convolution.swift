// what: Multiplies the values as a polynomial with itself, coefficient by coefficient.
// time: n^2
// space: n
// time-bound: n^1.5
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: n^2 products of coefficients; the result has 2 n of them.

struct Polynomial {
    var coefficients: [Int]

    static func * (a: Polynomial, b: Polynomial) -> Polynomial {
        guard !a.coefficients.isEmpty, !b.coefficients.isEmpty else { return Polynomial(coefficients: []) }
        var product = [Int](repeating: 0, count: a.coefficients.count + b.coefficients.count - 1)
        for (i, x) in a.coefficients.enumerated() {
            for (j, y) in b.coefficients.enumerated() {
                product[i + j] = (product[i + j] + x * y) % 998_244_353
            }
        }
        return Polynomial(coefficients: product)
    }
}

func work(_ values: [Int]) -> Int {
    let polynomial = Polynomial(coefficients: values.map { $0 % 998_244_353 })
    return (polynomial * polynomial).coefficients.reduce(0, ^)
}
