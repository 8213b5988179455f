import Foundation
import Support
import Testing

@testable import Complexity

@Suite("A bound")
struct BoundTests {
    private static let variables = ["n", "k", "d", "q", "iterations"]

    private func value(_ text: String, _ values: [String: Double]) throws -> Double {
        try Bound(text, variables: Self.variables).value(at: values)
    }

    // Without its type, the compiler may not find one for so many products.
    private static let worths: [(text: String, expected: Double)] = [
        ("iterations * n * k * d", 5120), ("q * n * (d + log(n))", 1536), ("n * d^2 + d^3", 264), ("sqrt(n)", 8),
        ("n^1.5", 512), ("2 * (n + k)^2", 9248), ("1", 1), ("log(n * k)", 8), ("sqrt(n * k)", 16), ("2^k", 16),
        ("  n+k  ", 68),
    ]

    @Test("is worth what its arithmetic says", arguments: worths)
    func evaluates(text: String, expected: Double) throws {
        let values: [String: Double] = ["n": 64, "k": 4, "d": 2, "q": 3, "iterations": 10]
        #expect(abs(try value(text, values) - expected) < 1e-9 * expected)
    }

    @Test("of whole powers is worth a whole number, the same in every process")
    func whole() throws {
        let values: [String: Double] = ["n": 1023, "k": 7, "d": 3, "q": 12_289, "iterations": 10]
        #expect(try value("iterations * n * k * d", values) == 10 * 1023 * 7 * 3)
        #expect(try value("d * k * n * iterations * q", values) == 10.0 * 1023 * 7 * 3 * 12_289)
        #expect(try value("n * d^2 + d^3", values) == 1023 * 9 + 27)
        #expect(try value("3 * n^2 + 1", values) == 3 * 1023 * 1023 + 1)
    }

    @Test(
        "that cannot be read is answered with the column and what is wrong",
        arguments: [
            ("n * ", 5, "ends where a factor"), ("n + m", 5, "no variable 'm'"), ("n - k", 3, "'-' is not expected"),
            ("n * (d + log(n)", 16, "')' is expected"), ("exp(n)", 1, "no function 'exp'"), ("n^", 3, "an exponent"),
            ("n^0", 4, "an exponent"), ("(n + d)^1.5", 8, "whole number"), ("sqrt(n + d)", 1, "a product"),
            ("0 * n", 2, "above 0"), ("", 1, "ends where a factor"), ("n k", 3, "'k' is not expected"),
            ("n^k", 2, "only a number above 1"),
        ])
    func complains(text: String, column: Int, message: String) {
        let error = #expect(throws: BoundError.self) { try Bound(text, variables: Self.variables) }
        #expect(error?.column == column)
        #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
    }

    @Test("of any length or depth is read or refused, and never runs away")
    func hostile() {
        for text in [
            String(repeating: "(", count: 100_000), String(repeating: "(n+k+d)*", count: 200) + "n",
            String(repeating: "n+", count: 10_000) + "n", "(n+k+d+q+iterations)^16", "n^99999999999999999999",
        ] {
            #expect(throws: BoundError.self) { try Bound(text, variables: Self.variables) }
        }
    }

    @Test("knows which of its products decide how it grows")
    func leading() throws {
        let bound = try Bound("n * d + k * d + n + 1", variables: Self.variables)
        #expect(bound.terms.count == 4)
        #expect(bound.leading.map { $0.factors.keys.sorted() } == [["d", "n"], ["d", "k"]])
        #expect(try Bound("n + n", variables: Self.variables).leading.count == 1)
    }

    @Test("that is nearly one is read, or refused at a column that it has")
    func mutants() throws {
        let originals = ["iterations * n * k * d", "q * n * (d + log(n))", "n * d^2 + d^3", "sqrt(n)", "n^1.5 + 2^n"]
        let words = ["log(", "sqrt(", "^", "2^", "+", "*", "(", ")", "n", "16", "0.5"]
        var refused = 0
        for bytes in Mutants(of: originals.map { Array($0.utf8) }, words: words, count: 20_000) {
            let text = String(decoding: bytes, as: UTF8.self)
            do throws(BoundError) {
                let bound = try Bound(text, variables: Self.variables)
                let values = Dictionary(uniqueKeysWithValues: Self.variables.map { ($0, 3.0) })
                #expect(bound.value(at: values) >= 0, "\(text.debugDescription)")
            } catch {
                refused += 1
                #expect((1...text.count + 1).contains(error.column), "\(text.debugDescription): \(error)")
            }
        }
        #expect(refused > 1000 && refused < 20_000)
    }
}
