import JudgeCore
import Testing

@testable import Reporting

@Suite struct TextReportTests {
    @Test func `an accepted submission fits into seven lines, verdict first`() {
        #expect(
            Reports.text(Reports.accepted) == """
                accepted  kmeans  kmeans.swift                                                                 4.1 s
                  cases    public 2/2, hidden 5/5      slowest 0.11 s of 1 s      peak 21 MiB of 512 MiB
                    edge   3/3
                    blobs  2/2   inertia ratio 1.0004
                  sandbox  full (namespaces, cgroup-v2, seccomp, landlock, rlimits)
                  built    swift 6.3.1 in 0.92 s      seed 7f3a      judge 0.1.0

                """)
    }

    @Test func `on a narrow terminal nothing is wider than it`() {
        #expect(
            Reports.text(Reports.accepted, Reports.narrow) == """
                accepted  kmeans  kmeans.swift     4.1 s
                  cases    public 2/2, hidden 5/5
                           slowest 0.11 s of 1 s
                           peak 21 MiB of 512 MiB
                    edge   3/3
                    blobs  2/2   inertia ratio 1.0004
                  sandbox  full (namespaces, cgroup-v2,
                           seccomp, landlock, rlimits)
                  built    swift 6.3.1 in 0.92 s
                           seed 7f3a      judge 0.1.0

                """)
    }

    private var wrong: Report {
        Reports.report(
            .wrongAnswer,
            [
                GroupReport(name: "sample", total: 2, cases: [Reports.passed("one"), Reports.passed("two")]),
                GroupReport(
                    name: "secret/edge", total: 8,
                    cases: [
                        Reports.passed("one-cluster"),
                        Reports.failed(
                            "empty-cluster", .wrongAnswer,
                            "centroid 2 moved although no point is assigned to it",
                            hint: "What does your update do with a cluster that gets no point?"),
                        Reports.failed("ties", .wrongAnswer),
                        Reports.failed("all-equal", .timeLimitExceeded),
                    ]),
                GroupReport(name: "secret/blobs", total: 2, cases: []),
            ])
    }

    @Test func `a failure names its group and case, with message and hint, and counts what did not run`() {
        #expect(
            Reports.text(wrong) == """
                wrong-answer  kmeans  kmeans.swift                                                             4.1 s
                  fails    edge/empty-cluster: centroid 2 moved although no point is assigned to it
                  hint     What does your update do with a cluster that gets no point?
                  cases    public 2/2, hidden 1/10 (6 not run)    slowest 0.004 s of 1 s    peak 3 MiB of 512 MiB
                    edge   1/8   empty-cluster wrong-answer, 2 more   4 not run
                    blobs  0/2   2 not run
                  sandbox  full (namespaces, cgroup-v2, seccomp, landlock, rlimits)
                  built    swift 6.3.1 in 0.92 s      seed 7f3a      judge 0.1.0

                """)
    }

    @Test func `a failure on a narrow terminal is wrapped beside its labels`() {
        #expect(
            Reports.text(wrong, Reports.narrow) == """
                wrong-answer                       4.1 s
                  kmeans  kmeans.swift
                  fails    edge/empty-cluster: centroid
                           2 moved although no point is
                           assigned to it
                  hint     What does your update do with
                           a cluster that gets no point?
                  cases    public 2/2, hidden 1/10 (6
                           not run)
                           slowest 0.004 s of 1 s
                           peak 3 MiB of 512 MiB
                    edge   1/8   empty-cluster
                                 wrong-answer, 2 more
                                 4 not run
                    blobs  0/2   2 not run
                  sandbox  full (namespaces, cgroup-v2,
                           seccomp, landlock, rlimits)
                  built    swift 6.3.1 in 0.92 s
                           seed 7f3a      judge 0.1.0

                """)
    }

    @Test func `public cases alone are never called accepted, and how to run the hidden ones is said`() {
        var report = Reports.accepted
        report.groups.removeLast(2)
        #expect(
            Reports.text(report, scope: .publicCases(command: "judge submit kmeans.swift")) == """
                public cases accepted  kmeans  kmeans.swift                                                    4.1 s
                  cases    public 2/2      slowest 0.004 s of 1 s      peak 3 MiB of 512 MiB
                  hidden   not run; they decide. To run them: judge submit kmeans.swift
                  sandbox  full (namespaces, cgroup-v2, seccomp, landlock, rlimits)
                  built    swift 6.3.1 in 0.92 s      seed 7f3a      judge 0.1.0

                """)
    }

    @Test func `a weaker sandbox is said loudly and early`() {
        var report = Reports.accepted
        report.sandbox = SandboxReport(level: .restricted, walls: ["seccomp", "rlimits"])
        let restricted = Reports.text(report).split(separator: "\n")
        #expect(
            restricted[1]
                == "  WARNING  weaker sandbox than usual, with seccomp, rlimits only; judge doctor says what is missing"
        )
        #expect(restricted[5] == "  sandbox  restricted (seccomp, rlimits)")
        report.sandbox = SandboxReport(level: .none, walls: [])
        let none = Reports.text(report).split(separator: "\n")
        #expect(none[1] == "  WARNING  no sandbox: this code had every right of the user who ran the judge")
        #expect(none[5] == "  sandbox  none")
    }

    @Test func `a limit without a message says which limit`() {
        func fails(_ verdict: Verdict) -> Substring {
            let group = GroupReport(name: "secret/large", total: 1, cases: [Reports.failed("n", verdict)])
            return Reports.text(Reports.report(verdict, [group])).split(separator: "\n")[1]
        }
        #expect(fails(.timeLimitExceeded) == "  fails    large/n: it took longer than 1 s")
        #expect(fails(.memoryLimitExceeded) == "  fails    large/n: it needed more than 512 MiB")
        #expect(fails(.outputLimitExceeded) == "  fails    large/n: its answer was longer than 8 MiB")
        #expect(fails(.runTimeError) == "  fails    large/n: it ended before its answer was complete")
    }

    @Test func `a message on the whole is said once`() {
        let group = GroupReport(name: "secret/a", total: 1, cases: [Reports.failed("b", .judgeError, "No validator.")])
        let text = Reports.text(Reports.report(.judgeError, [group], message: "No validator."))
        #expect(text.split(separator: "\n")[1] == "  fails    a/b: No validator.")
        let other = Reports.text(Reports.report(.judgeError, [], message: "The disk is full."), Reports.narrow)
        #expect(
            other == """
                judge-error  kmeans  kmeans.swift  4.1 s
                  why      The disk is full.
                  sandbox  full (namespaces, cgroup-v2,
                           seccomp, landlock, rlimits)
                  built    swift 6.3.1 in 0.92 s
                           seed 7f3a      judge 0.1.0

                """)
    }

    @Test func `a group shows the worst of each metric, whichever direction that is`() {
        let group = GroupReport(
            name: "secret/wine", total: 2,
            cases: [
                Reports.passed(
                    "a", metrics: ["accuracy": 0.9667, "residual_ratio": 1, "max_probability_error": 3.14e-12]),
                Reports.passed(
                    "b", metrics: ["accuracy": 0.9, "residual_ratio": .infinity, "max_probability_error": .nan]),
            ])
        let text = Reports.text(Reports.report(.accepted, [group]))
        #expect(
            text.split(separator: "\n")[2]
                == "    wine  2/2   accuracy 0.9000   max probability error not a number   residual ratio infinite")
    }

    @Test func `colour marks what failed and changes no column`() {
        let coloured = Reports.text(wrong, TextStyle(color: true, width: 100))
        #expect(coloured.hasPrefix("\u{1B}[1;31mwrong-answer\u{1B}[0m  \u{1B}[1mkmeans\u{1B}[0m  kmeans.swift"))
        #expect(coloured.contains("public \u{1B}[32m2/2\u{1B}[0m, hidden \u{1B}[31m1/10\u{1B}[0m"))
        #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == Reports.text(wrong))
    }

    @Test func `a cached build and its warnings are said`() {
        let warning = Diagnostic(
            severity: .warning, file: "kmeans.swift", line: 1, column: 1, message: "variable was never used")
        let compile = CompileReport(seconds: 0, cached: true, diagnostics: [warning, warning])
        var report = Reports.accepted
        report.compile = compile
        let lines = Reports.text(report).split(separator: "\n")
        #expect(lines.last == "  built    swift 6.3.1, from the cache, 2 warnings      seed 7f3a      judge 0.1.0")
        #expect(!lines.contains { $0.contains("never used") })
    }

    @Test func `hostile texts neither reach the terminal nor look like lines of the report`() {
        let message =
            "\u{1B}[2Jaccepted\naccepted  kmeans\u{202E}\u{9B}31m\0"
            + String(repeating: "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}", count: 3)
        let group = GroupReport(
            name: "secret/a\u{1B}[31m", total: 1, cases: [Reports.failed("b\nc", .wrongAnswer, message, hint: message)])
        let report = Reports.report(.wrongAnswer, [group], file: "x\u{7}\nfile.swift")
        for width in [40, 100] {
            let text = Reports.text(report, TextStyle(color: false, width: width))
            let isClean = text.unicodeScalars.allSatisfy { $0 == "\n" || String($0).escapingControls == String($0) }
            #expect(isClean)
            let starts = text.split(separator: "\n").dropFirst().filter { !$0.hasPrefix("  ") }
            #expect(starts == [])
            #expect(text.split(separator: "\n").allSatisfy { String($0).columns <= width })
            #expect(!text.contains("e\u{301}\u{301}\u{301}\u{301}\u{301}"))
        }
        let lines = Reports.text(report).split(separator: "\n")
        #expect(lines[0].hasPrefix("wrong-answer  kmeans  x\\u{7}⏎file.swift  "))
        #expect(lines[1] == "  fails    a\\u{1B}[31m/b⏎c: \\u{1B}[2Jaccepted")
    }

    @Test func `a very long message and very many metrics are cut`() {
        let message = String(repeating: "x", count: 5000) + "\n" + String(repeating: "line\n", count: 50)
        let metrics = Dictionary(uniqueKeysWithValues: (0..<40).map { ("m\($0)", 1.0) })
        var failure = Reports.failed("b", .wrongAnswer, message)
        failure.metrics = metrics
        let report = Reports.report(.wrongAnswer, [GroupReport(name: "secret/a", total: 1, cases: [failure])])
        let text = Reports.text(report)
        #expect(text.count < 2500)
        #expect(text.contains("… and 44 more lines"))
        #expect(text.contains("… and 34 more metrics"))
    }
}
