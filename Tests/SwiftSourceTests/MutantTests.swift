import Testing

@testable import SwiftSource

/// Small changes of sources.
@Suite struct MutantTests {
    /// Each change as `before > after`.
    private func changes(_ source: String) -> [String] {
        Mutant.all(of: Array(source.utf8)).map { "\($0.before) > \($0.after)" }
    }

    @Test(arguments: [
        ("a < b", ["< > <="]), ("a >= b", [">= > >"]), ("a != b", ["!= > =="]), ("a - b", ["- > +"]),
        ("a % b", ["% > /"]),
        ("a && !b", ["&& > ||", "! > "]), ("a += b", ["a += b > ", "+= > -="]), ("0..<n", ["0 > 1", "..< > ..."]),
        ("1...n", ["1 > 0", "1 > 2", "... > ..<"]), ("x = 2.5", ["x = 2.5 > ", "2.5 > 3.5"]),
        ("return true", ["true > false"]),
        ("min(a, b)", ["min > max"]), ("a.max()", ["max > min"]), ("continue", ["continue > "]),
        ("a[10_000]", ["10_000 > 10001"]),
    ]) func eachSignHasItsRelatives(source: String, expected: [String]) {
        #expect(changes(source) == expected)
    }

    @Test(arguments: [
        "// a < b, 1\n", "/* a < /* 1 */ b */", "\"a < 1 \\(\"b\" + c) < 2\"", "#\"1 \"2 < 3\"#",
        "\"\"\"\n1 < 2\n\"\"\"",
        "let a: Array<Int>", "f(x: Int?) -> Int", "a!", "pair.0", "let x = y", "var x = y", "a?.b", "var min: Int",
        "case .some: x", "if let a = b {",
        "a.reserveCapacity(n + 1)", "a.removeAll(keepingCapacity: true)", "let $0 = $1",
    ]) func whatIsNoCalculationIsLeftAlone(source: String) {
        #expect(changes(source) == [])
    }

    @Test func aStatementIsLeftOutOnlyWhereItStandsWholeOnItsLine() {
        #expect(changes("x = f(\n    a)") == [])
        #expect(changes("for i in a { x = y }") == [])
        #expect(changes("x = a +\n    b").contains { $0.hasSuffix("> ") } == false)
        #expect(changes("x[i] = y\n") == ["x[i] = y > "])
    }

    @Test func eachMutantIsTheSourceButForOnePlace() throws {
        let source =
            "func f(_ a: [Int]) -> Int {\n    // ü\n    var b = 0\n    for x in a where x > 1 { b += x }\n    return b\n}\n"
        let mutants = Mutant.all(of: Array(source.utf8))
        #expect(mutants.map { "\($0.line):\($0.column)" } == ["3:13", "4:24", "4:26", "4:26", "4:32"])
        for mutant in mutants {
            let text = String(decoding: mutant.source, as: UTF8.self)
            let lines = zip(source.split(separator: "\n"), text.split(separator: "\n"))
            #expect(lines.count { $0 != $1 } == 1 && text != source)
        }
        #expect(mutants.allSatisfy { !$0.after.isEmpty })
    }

    @Test func bytesThatAreNoSwiftEndNothing() {
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 0..<60)).map { _ in Array("\"\\(#/*)\n1a<.e-".utf8).randomElement()! }
            for mutant in Mutant.all(of: bytes) { #expect(mutant.source != bytes) }
        }
    }
}
