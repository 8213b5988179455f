import JudgeCore
import Testing

@testable import Reporting

@Suite struct SampleTextTests {
    private func lines(_ sample: SampleReport, _ verdict: Verdict = .wrongAnswer, width: Int = 60) -> String {
        let failure = Reports.failed("blobs", verdict, "label 3 is wrong", sample: sample)
        let group = GroupReport(name: "sample", total: 2, cases: [failure, Reports.passed("two")])
        let text = TextReport.text(
            of: Reports.report(verdict, [group]), limits: Reports.limits, style: TextStyle(color: false, width: width),
            scope: .publicCases(command: "judge submit kmeans.swift"))
        // From the empty line before the sample to the one after it.
        return text.split(separator: "\n\n").dropFirst().dropLast().joined(separator: "\n\n")
    }

    @Test func `a public case that fails shows input, what differs, and what was printed`() {
        let sample = SampleReport(
            input: "4 2\n0 0\n1 1\n", expected: "2 2\n0.5 0\n10 10\n0 0 1 1\n",
            got: "2 2\n0.50000000001 0\n10 11\n0 0 1\n", printed: "assigned\t4\n")
        #expect(
            lines(sample) == """
                  sample/blobs  wrong-answer
                    input
                      4 2
                      0 0
                      1 1
                    answer    - expected  + got
                        2 2
                        0.50000000001 0
                      - 10 10
                      + 10 11
                           ^^
                      - 0 0 1 1
                              ^
                      + 0 0 1
                    printed
                      assigned    4
                """)
    }

    @Test func `a case without an answer shows what was expected`() {
        let sample = SampleReport(input: "1\n", expected: "2\n3\n", got: "", printed: "Fatal error: index\n")
        #expect(
            lines(sample, .runTimeError) == """
                  sample/blobs  run-time-error
                    input
                      1
                    expected
                      2
                      3
                    got no answer
                    printed
                      Fatal error: index
                """)
    }

    @Test func `long inputs and long runs of equal lines are cut`() {
        let expected = (1...60).map { "row \($0)\n" }.joined()
        let got = expected.replacing("row 30\n", with: "row x\n")
        let sample = SampleReport(input: expected, expected: expected, got: got, printed: "")
        let text = lines(sample)
        #expect(text.contains("      row 19\n      … and 41 more lines\n"))
        #expect(
            text.hasSuffix(
                """
                    answer    - expected  + got
                        ⋯
                        row 28
                        row 29
                      - row 30
                      + row x
                            ^
                        row 31
                        row 32
                        ⋯
                """))
    }

    @Test func `a long line is cut around its first difference, with the caret below it`() {
        let row = (100..<160).map(String.init).joined(separator: " ")
        let sample = SampleReport(input: "", expected: row, got: row.replacing("140", with: "999"), printed: "")
        #expect(
            lines(sample, width: 40) == """
                  sample/blobs  wrong-answer
                    answer    - expected  + got
                      - … 138 139 140 141 142 143 144 1…
                      + … 138 139 999 141 142 143 144 1…
                                  ^^^
                """)
    }

    @Test func `very many differences end in a count`() {
        let expected = (0..<500).map { "\($0)" }.joined(separator: "\n")
        let got = (0..<500).map { "\($0 + 1)" }.joined(separator: "\n")
        let text = lines(SampleReport(input: "", expected: expected, got: got, printed: ""))
        #expect(text.split(separator: "\n").count < 60)
        #expect(text.hasSuffix("… and 480 more lines that differ"))
    }

    @Test func `a hostile answer stays indented, escaped and bounded`() {
        let got = "\u{1B}]0;title\u{7}\naccepted  kmeans\n\u{202E}\0\n" + String(repeating: "9", count: 1_000_000)
        let text = lines(SampleReport(input: "1", expected: "1\n2", got: got, printed: got))
        #expect(text.contains("\\u{1B}]0;title\\u{7}"))
        #expect(text.contains("\\u{202E}\\u{0}"))
        #expect(text.split(separator: "\n").dropFirst().allSatisfy { $0.hasPrefix("    ") })
        #expect(text.split(separator: "\n").allSatisfy { String($0).columns <= 60 })
    }

    @Test func `what a passing public case printed is shown when only public cases ran`() {
        let sample = SampleReport(input: "1", expected: "1", got: "1", printed: "hello\n")
        var passed = Reports.passed("one")
        passed.sample = sample
        let group = GroupReport(name: "sample", total: 1, cases: [passed])
        let alone = Reports.text(
            Reports.report(.accepted, [group]), scope: .publicCases(command: "judge submit kmeans.swift"))
        #expect(alone.contains("\n  sample/one  accepted\n    printed\n      hello\n\n  sandbox"))
        let hidden = GroupReport(name: "secret/a", total: 1, cases: [Reports.passed("b")])
        #expect(!Reports.text(Reports.report(.accepted, [group, hidden])).contains("hello"))
    }

    @Test func `no more than three samples are shown`() {
        let sample = SampleReport(input: "1", expected: "1", got: "2", printed: "")
        let cases = (1...5).map { Reports.failed("c\($0)", .wrongAnswer, sample: sample) }
        let text = Reports.text(Reports.report(.wrongAnswer, [GroupReport(name: "sample", total: 5, cases: cases)]))
        #expect(text.contains("  sample/c3  wrong-answer\n"))
        #expect(!text.contains("  sample/c4  wrong-answer\n"))
        #expect(text.contains("\n\n  … and 2 more public cases\n\n"))
    }
}
