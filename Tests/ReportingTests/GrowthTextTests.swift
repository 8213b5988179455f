import JudgeCore
import Testing

@testable import Reporting

@Suite struct GrowthTextTests {
    private func report(_ verdict: Verdict, _ complexity: ComplexityReport?, message: String? = nil) -> Report {
        let group = GroupReport(name: "sample", total: 1, cases: [Reports.passed("one")])
        let hidden = GroupReport(name: "secret/edge", total: 1, cases: [Reports.passed("a")])
        var report = Reports.report(verdict, [group, hidden], message: message)
        report.complexity = complexity
        return report
    }

    private func text(
        _ report: Report, _ style: TextStyle = Reports.wide, growth: TextReport.GrowthDetail = .notWithin
    ) -> String {
        TextReport.text(of: report, limits: Reports.limits, style: style, growth: growth)
    }

    /// The lines from `time` to the last note.
    private func section(
        _ report: Report, _ style: TextStyle = Reports.wide, growth: TextReport.GrowthDetail = .notWithin
    ) -> String {
        let lines = text(report, style, growth: growth).split(separator: "\n", omittingEmptySubsequences: false)
        return lines.drop { !$0.hasPrefix("  time ") }.prefix { !$0.hasPrefix("  sandbox") }.joined(separator: "\n")
    }

    @Test func `what is within its bounds takes a line each, after the cases`() {
        #expect(
            text(report(.accepted, Growths.within)) == """
                accepted  kmeans  kmeans.swift                                                                 4.1 s
                  cases    public 1/1, hidden 1/1      slowest 0.004 s of 1 s      peak 3 MiB of 512 MiB
                    edge  1/1
                  time     within  asked iterations * n * k * d
                  space    within  asked n * d + k * d + n
                  sandbox  full (namespaces, cgroup-v2, seccomp, landlock, rlimits)
                  built    swift 6.3.1 in 0.92 s      seed 7f3a      judge 0.1.0

                """)
    }

    @Test func `growth over its bound fails with variable, class, bound, family and sizes, and says why`() {
        // The grader's sentence on the whole is that of a resource: said once.
        let report = report(.complexityExceeded, Growths.over, message: Growths.over.time.message)
        #expect(
            text(report) == """
                complexity-exceeded  kmeans  kmeans.swift                                                      4.1 s
                  fails    time along n: it grows like n^2, faster than iterations * n * k * d allows, in family
                           duplicates at n = 256 to 16,384
                  cases    public 1/1, hidden 1/1      slowest 0.004 s of 1 s      peak 3 MiB of 512 MiB
                    edge  1/1
                  time     over          asked iterations * n * k * d
                    n  n^2                    over          slope 2.00 [1.99, 2.01]
                                                            at 256 to 16,384, family duplicates
                  space    inconclusive  asked n * d + k * d + n
                    k  between k and k log k  inconclusive  slope 1.00 [0.99, 1.01]   at 4 to 64, family blobs
                  note     time: From n = 1,024 on the work quadruples when n doubles: look for arrays copied in a
                           loop.
                  note     time along n: 93 % of the work is bytes moved.
                  note     space cannot be judged along k: Two families disagree.
                  sandbox  full (namespaces, cgroup-v2, seccomp, landlock, rlimits)
                  built    swift 6.3.1 in 0.92 s      seed 7f3a      judge 0.1.0

                """)
        #expect(
            text(report, Reports.narrow) == """
                complexity-exceeded                4.1 s
                  kmeans  kmeans.swift
                  fails    time along n: it grows like
                           n^2, faster than iterations *
                           n * k * d allows, in family
                           duplicates at n = 256 to
                           16,384
                  cases    public 1/1, hidden 1/1
                           slowest 0.004 s of 1 s
                           peak 3 MiB of 512 MiB
                    edge  1/1
                  time     over  asked iterations * n *
                           k * d
                    n  over
                      n^2   slope 2.00 [1.99, 2.01]
                      at 256 to 16,384, family
                      duplicates
                  space    inconclusive  asked n * d + k
                           * d + n
                    k  inconclusive
                      between k and k log k
                      slope 1.00 [0.99, 1.01]
                      at 4 to 64, family blobs
                  note     time: From n = 1,024 on the
                           work quadruples when n
                           doubles: look for arrays
                           copied in a loop.
                  note     time along n: 93 % of the
                           work is bytes moved.
                  note     space cannot be judged along
                           k: Two families disagree.
                  sandbox  full (namespaces, cgroup-v2,
                           seccomp, landlock, rlimits)
                  built    swift 6.3.1 in 0.92 s
                           seed 7f3a      judge 0.1.0

                """)
    }

    @Test func `growth that leaps fails with the place, as the class would not tell`() {
        var complexity = Growths.within
        complexity.time.variables[0] = Growths.variable(
            "n", verdict: .over, reason: "at n = 512 it was stopped at 30 M words of work, while 256 needs 2 k",
            evidence: .leap, stopped: true)
        complexity.time.verdict = .over
        #expect(
            text(report(.complexityExceeded, complexity)).contains(
                """
                  fails    time along n: at n = 512 it was stopped at 30 M words of work, while 256 needs 2 k,
                           faster than iterations * n * k * d allows, in family blobs at n = 256 to 16,384

                """))
    }

    @Test func `every variable is shown when that is asked for, time and space in the same columns`() {
        var complexity = Growths.within
        complexity.time = ResourceGrowth(
            bound: Growths.timeBound,
            variables: [Growths.variable("n", "n^2", power: 2, verdict: .over)] + complexity.time.variables.dropFirst())
        #expect(
            section(report(.complexityExceeded, complexity), growth: .everything) == """
                  time     over    asked iterations * n * k * d
                    n           n^2         over    slope 2.00 [1.99, 2.01]   at 256 to 16,384, family blobs
                    d           d           within  slope 1.00 [0.99, 1.01]
                    k           k           within  slope 1.00 [0.99, 1.01]
                    iterations  iterations  within  slope 1.00 [0.99, 1.01]
                  space    within  asked n * d + k * d + n
                    n           n           within  slope 1.00 [0.99, 1.01]
                    d           d           within  slope 1.00 [0.99, 1.01]
                    k           1           within  slope 0.00 [-0.01, 0.01]
                    iterations  1           within  slope 0.00 [-0.01, 0.01]
                """)
    }

    @Test func `growth that cannot be judged is said with its reason, also where all is accepted`() {
        var complexity = Growths.within
        let reason = "The runs grew too long to go on."
        let variables = ["n", "d"].map { Growths.variable($0, rungs: 2, verdict: .inconclusive, reason: reason) }
        complexity.space = ResourceGrowth(bound: "n * d", variables: variables)
        let lines = section(report(.accepted, complexity)).split(separator: "\n")
        #expect(lines[1] == "  space    inconclusive  asked n * d")
        #expect(lines.last == "  note     space cannot be judged along n, d: \(reason)")
        // A message that holds the reasons is enough.
        complexity.space = ResourceGrowth(bound: "n * d", variables: variables, message: "Sorry. \(reason)")
        #expect(
            section(report(.accepted, complexity)).hasSuffix(
                "blobs\n  note     space cannot be judged: Sorry. \(reason)"))
        // Without a word on why, it is said all the same.
        complexity.space = ResourceGrowth(
            bound: "n * d", variables: [Growths.variable("n", verdict: .inconclusive)])
        #expect(
            section(report(.accepted, complexity)).hasSuffix(
                "  note     space cannot be judged along n: the measurement does not tell how it grows"))
    }

    private func fails(_ time: [VariableGrowth], _ space: [VariableGrowth] = []) -> String? {
        let complexity = ComplexityReport(
            time: ResourceGrowth(bound: "n * d", variables: time), space: ResourceGrowth(bound: "n", variables: space))
        let text = text(report(.complexityExceeded, complexity), TextStyle(color: false, width: 500))
        let lines = text.replacing("\n           ", with: " ").split(separator: "\n")
        return lines.first { $0.hasPrefix("  fails ") }.map { String($0.dropFirst(11)) }
    }

    @Test func `the headline reason names the first variable, and the others behind it`() {
        let (n, m) = (
            Growths.variable("n", "n log n", alternative: "n^2", verdict: .over),
            Growths.variable("m", "m", rungs: 1, verdict: .over, family: "")
        )
        #expect(
            fails([Growths.variable("d"), n], [m]) == "time along n: it grows between n log n and n^2, faster than "
                + "n * d allows, in family blobs at n = 256 to 16,384; likewise space along m")
        #expect(fails([], [m]) == "space along m: it grows like m, faster than n allows, at m = 256")
        // Where the rules accept nothing that cannot be judged.
        #expect(
            fails([Growths.variable("d", rungs: 0, verdict: .inconclusive)])
                == "time along d: it cannot be judged whether it stays within n * d, in family blobs")
        #expect(fails([Growths.variable("d")]) == nil)
    }

    @Test func `other messages and failing cases stay where they were`() {
        let complexity = Growths.over
        let other = text(report(.complexityExceeded, complexity, message: "Too slow."))
        #expect(other.contains("\n  why      Too slow.\n  fails    time along n"))
        // Measured for information only: no reason for the verdict.
        #expect(!text(report(.accepted, complexity)).contains("fails"))
        #expect(!text(report(.complexityExceeded, nil)).contains("fails"))
        let unmeasured = text(report(.accepted, nil))
        #expect(!unmeasured.contains("  time ") && !unmeasured.contains("  space "))
    }

    @Test func `colour marks the verdicts and changes no column`() {
        let report = report(.complexityExceeded, Growths.over)
        let coloured = text(report, TextStyle(color: true, width: 100), growth: .everything)
        #expect(coloured.contains("\u{1B}[31mover"))
        #expect(coloured.contains("\u{1B}[33minconclusive"))
        #expect(coloured.contains("\u{1B}[32mwithin"))
        #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == text(report, growth: .everything))
    }

    @Test(arguments: [20, 40, 63, 80, 100])
    func `names from outside neither reach the terminal nor break its lines`(width: Int) {
        let bad = "\u{1B}[2J\naccepted  日本\u{202E}" + String(repeating: "x", count: 300)
        let variable = Growths.variable(
            bad, bad, alternative: bad, verdict: .over, family: bad, reason: bad)
        let growth = ResourceGrowth(bound: bad, variables: [variable, Growths.variable("n")], message: bad)
        let report = report(.complexityExceeded, ComplexityReport(time: growth, space: growth))
        for detail in [TextReport.GrowthDetail.notWithin, .everything] {
            let text = text(report, TextStyle(color: false, width: width), growth: detail)
            let isClean = text.unicodeScalars.allSatisfy { $0 == "\n" || String($0).escapingControls == String($0) }
            #expect(isClean)
            #expect(text.split(separator: "\n").allSatisfy { String($0).columns <= width })
            #expect(text.split(separator: "\n").dropFirst().allSatisfy { $0.hasPrefix("  ") })
        }
    }

    @Test func `numbers that are none, and intervals that are none, are shown as such`() {
        func slope(_ exponent: Double, _ interval: [Double]) -> String {
            VariableGrowth(
                name: "n", estimate: "", exponent: exponent, interval: interval, verdict: .inconclusive, family: "",
                points: []
            ).displayedSlope
        }
        #expect(slope(1.004, [0.995, 1.2]) == "1.00 [1.00, 1.20]")
        #expect(slope(-0.001, []) == "0.00")
        #expect(slope(.nan, [-.infinity, .nan]) == "? [-infinite, ?]")
        #expect(slope(1e300, [1]) == "1.0e300")
    }
}
