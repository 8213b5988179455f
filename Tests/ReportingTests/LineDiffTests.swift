import Testing

@testable import Reporting

@Suite struct LineDiffTests {
    /// The comparison with `[…]` around what differs.
    private func diff(_ expected: String, _ got: String) -> [String] {
        LineDiff(expected: expected, got: got).rows.flatMap { row in
            switch row {
            case .same(let line): ["  " + line]
            case .missing(let line): ["- " + line]
            case .extra(let line): ["+ " + line]
            case .changed(let expected, let got): ["- " + marked(expected), "+ " + marked(got)]
            }
        }
    }

    private func marked(_ pieces: [LineDiff.Piece]) -> String {
        pieces.map { $0.differs ? "[\($0.text)]" : $0.text }.joined()
    }

    @Test func `equal texts have no difference, whatever ends their last line`() {
        #expect(LineDiff(expected: "a\nb\n", got: "a\nb").isEmpty)
        #expect(LineDiff(expected: "", got: "").isEmpty)
        #expect(LineDiff(expected: "1  2", got: "1 2 ").isEmpty)
    }

    @Test func `equally long texts are compared place by place`() {
        #expect(diff("0\n1\n1\n0", "0\n0\n1\n0") == ["  0", "- [1]", "+ [0]", "  1", "  0"])
        #expect(diff("1 2 3", "1 5 3") == ["- 1[ 2] 3", "+ 1[ 5] 3"])
    }

    @Test func `missing and surplus lines and words are found`() {
        #expect(diff("a\nb\nc\nd", "a\nc\nd") == ["  a", "- b", "  c", "  d"])
        #expect(diff("a\nc", "a\nb\nc") == ["  a", "+ b", "  c"])
        #expect(diff("a b c d", "a c d") == ["- a[ b] c d", "+ a c d"])
        #expect(diff("a\nb", "") == ["- a", "- b"])
        #expect(diff("", "a") == ["+ a"])
    }

    @Test func `last digits are not a difference as long as there is another`() {
        #expect(diff("0.1 2\n3", "0.10000000001 2\n4") == ["  0.10000000001 2", "- [3]", "+ [4]"])
        #expect(diff("1e9", "1000000001") == ["- [1e9]", "+ [1000000001]"])
        #expect(diff("0.1", "0.10000000001") == ["- [0.1]", "+ [0.10000000001]"])
        #expect(diff("nan 1", "nan 2") == ["- nan[ 1]", "+ nan[ 2]"])
    }

    @Test func `the work is bounded for texts of any size`() {
        let many = (0..<50_000).map(String.init)
        let lines = LineDiff(expected: many.joined(separator: "\n"), got: many.dropFirst().joined(separator: "\n"))
        #expect(lines.uncompared == 48_000)
        #expect(!lines.isEmpty)
        let words = LineDiff(expected: many.joined(separator: " "), got: "x " + many.joined(separator: " "))
        #expect(words.rows.count == 1)
        let equal = LineDiff(expected: many.joined(separator: "\n"), got: many.joined(separator: "\n"))
        #expect(!equal.isEmpty, "what was not compared is not called equal")
    }
}
