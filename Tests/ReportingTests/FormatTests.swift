import Foundation
import FoundationXML
import JudgeCore
import Testing

@testable import Reporting

/// Reports in the forms that other programs read.
@Suite struct FormatTests {
    private static let hostile = "`x` ]]> </failure> |<b>@everyone %0A ::error::no ##[error]no"

    private static var failing: Report {
        Reports.report(
            .wrongAnswer,
            [
                GroupReport(
                    name: "sample", total: 1,
                    cases: [
                        Reports.failed(
                            "one", .wrongAnswer, "answer: \(hostile)", hint: "Look again",
                            sample: SampleReport(
                                input: "1 2\n", expected: "3\n", got: "4\n", printed: "::error::mine\n````\n"))
                    ]),
                GroupReport(
                    name: "secret/edge", total: 3,
                    cases: [Reports.passed("a"), Reports.failed("b", .timeLimitExceeded)]),
            ], message: "answer: \(hostile)")
    }

    private static var refused: Report {
        let diagnostics = (1...14).map {
            Diagnostic(severity: .error, file: "kmeans.swift", line: $0, column: 3, message: "cannot find '\(hostile)'")
        }
        return Reports.report(
            .compileError, [],
            compile: CompileReport(
                diagnostics: [
                    Diagnostic(severity: .warning, file: "kmeans.swift", line: 9, column: 1, message: "unused")
                ]
                    + diagnostics))
    }

    private static func growing(_ verdict: GrowthVerdict) -> Report {
        let variable = VariableGrowth(
            name: "n", estimate: "n^2", exponent: 2, interval: [1.99, 2.01], verdict: verdict, family: "sorted",
            points: [GrowthPoint(x: 8, value: 64, bound: 8), GrowthPoint(x: 16, value: 256, bound: 16)])
        var report = Reports.report(verdict == .over ? .complexityExceeded : .accepted, Reports.accepted.groups)
        report.complexity = ComplexityReport(
            time: ResourceGrowth(bound: "n", variables: [variable], message: "it grows too fast"),
            space: ResourceGrowth(bound: "n", variables: []))
        return report
    }

    private static var all: [Report] {
        [Reports.accepted, failing, refused, growing(.over), growing(.inconclusive)]
            + [Reports.report(.judgeError, [], message: "no compiler"), Reports.report(.runTimeError, [])]
    }

    private func filed(_ report: Report, _ path: String = "kmeans.swift") -> FiledReport {
        FiledReport(report, limits: Reports.limits, path: path)
    }

    private func shown(_ report: Report) -> String {
        TextReport.text(of: report, limits: Reports.limits, style: .plain)
    }

    @Test func `several reports in one document keep their files apart`() throws {
        let several = [
            filed(Self.refused, "ada/knn.swift"), filed(Self.failing, "alan/knn.swift"), filed(Reports.accepted),
        ]
        let xml = Elements()
        let parser = XMLParser(data: Data(JUnitReport.text(of: several).utf8))
        parser.delegate = xml
        #expect(parser.parse())
        let suites = xml.found.filter { $0.name == "testsuite" }.map { $0.attributes["name"] }
        #expect(suites == ["ada/knn.swift", "alan/knn.swift", "kmeans.swift"])
        let tests = xml.found.filter { $0.name == "testcase" }
        #expect(Set(tests.map { $0.attributes }).count == tests.count)
        #expect(xml.found.first { $0.name == "testsuites" }?.attributes["tests"] == "\(tests.count)")

        let tap = TAPReport.text(of: several).split(separator: "\n")
        #expect(tap[1] == "1..\(tests.count)" && tap.contains { $0.contains(" - alan/knn.swift: edge/a") })
        let sarif = try SARIFReport.text(of: several, version: "1")
        let issues = try GitLabReport.text(of: several)
        for text in [sarif, issues] {
            #expect(text.contains("\"ada/knn.swift\"") && text.contains("\"alan/knn.swift\""))
        }

        let lines = GitHubReport.text(of: several, log: "the table\n").split(separator: "\n")
        let fence = try #require(lines.firstIndex { $0.hasPrefix("::stop-commands::") })
        #expect(fence == 10 && lines[9].contains("more, in the log") && lines[fence + 1] == "the table")
    }

    private func decode<Value: Decodable>(_ text: String) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    }

    @Test func `something has failed wherever the verdict is not accepted, and nothing where it is`() {
        for report in Self.all {
            let failures = report.items(limits: Reports.limits).filter {
                if case .failed = $0.outcome { true } else { false }
            }
            #expect(failures.isEmpty == (report.verdict == .accepted), "\(report.verdict)")
        }
        let items = Self.failing.items(limits: Reports.limits)
        #expect(items.map(\.name) == ["kmeans.swift", "one", "a", "b", "not run"])
        #expect(items.last?.message == "1 case of edge was not run" && items.last?.outcome == .skipped)
        #expect(Self.growing(.inconclusive).items(limits: Reports.limits).contains { $0.outcome == .skipped })
    }

    private final class Elements: NSObject, XMLParserDelegate {
        var found: [(name: String, attributes: [String: String])] = []
        var text = ""
        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            found.append((name, attributes))
        }
        func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
    }

    @Test func `JUnit's XML is well formed, counts what it holds, and gives each test a name of its own`() throws {
        for report in Self.all {
            let elements = Elements()
            let parser = XMLParser(
                data: Data(JUnitReport.text(of: [filed(report, "a&b/kmeans.swift")]).utf8))
            parser.delegate = elements
            try #require(parser.parse(), "\(parser.parserError as Any)")
            func count(_ name: String) -> String { "\(elements.found.count { $0.name == name })" }
            let suite = try #require(elements.found.first { $0.name == "testsuite" }).attributes
            #expect(suite["tests"] == count("testcase") && suite["failures"] == count("failure"))
            #expect(suite["skipped"] == count("skipped"))
            let tests = elements.found.filter { $0.name == "testcase" }.map(\.attributes)
            #expect(Set(tests.map { "\($0["classname"] ?? "")/\($0["name"] ?? "")" }).count == tests.count)
            #expect(tests.allSatisfy { $0["file"] == "a&b/kmeans.swift" && Double($0["time"] ?? "") != nil })
            if report.verdict == .wrongAnswer {
                #expect(elements.text.contains("Hint: Look again") && elements.text.contains("  4"))
                #expect(elements.text.contains("]]> </failure> |<b>@everyone"))
            }
        }
    }

    @Test func `TAP numbers its tests, and nothing in a message ends or begins one`() {
        for report in Self.all {
            let lines = TAPReport.text(of: [filed(report)]).split(separator: "\n")
            let tests = lines.filter { $0.hasPrefix("ok ") || $0.hasPrefix("not ok ") }
            #expect(lines[0] == "TAP version 13" && lines[1] == "1..\(tests.count)")
            #expect(tests.enumerated().allSatisfy { $1.contains("ok \($0 + 1) - ") })
        }
        let text = TAPReport.text(of: [filed(Self.failing)])
        #expect(text.contains("not ok 2 - sample/one\n  ---\n  verdict: wrong-answer\n  message: |\n    answer:"))
        #expect(text.contains("ok 5 - edge/not run # SKIP 1 case of edge was not run\n"))
    }

    @Test func `GitHub gets ten annotations at most, and no command from what a submission said`() throws {
        for report in Self.all {
            let lines = GitHubReport.text(of: [filed(report, "a,b/kmeans.swift")], log: shown(report)).split(
                separator: "\n", omittingEmptySubsequences: false)
            let fence = try #require(lines.firstIndex { $0.hasPrefix("::stop-commands::") })
            let token = lines[fence].dropFirst("::stop-commands::".count)
            #expect((1...10).contains(fence) && lines.suffix(2) == ["::\(token)::", ""])
            #expect(lines[..<fence].allSatisfy { $0.contains("file=a%2Cb/kmeans.swift,") })
            #expect(!lines[..<fence].contains { $0.contains("\r") })
        }
        let text = GitHubReport.text(of: [filed(Self.refused, "k.swift")], log: shown(Self.refused))
        #expect(text.hasPrefix("::error file=k.swift,line=1,col=3,title=compile-error::cannot find '`x`"))
        #expect(text.contains("@everyone %250A") && text.contains("::and 6 more, in the log"))
    }

    private struct Issue: Decodable {
        struct Location: Decodable {
            struct Lines: Decodable { let begin: Int }
            let path: String, lines: Lines
        }
        let description: String, check_name: String, fingerprint: String, severity: String, location: Location
    }

    @Test func `GitLab's Code Quality has a fingerprint for each finding, the same each time`() throws {
        for report in Self.all {
            let text = try GitLabReport.text(of: [filed(report, "ada/kmeans.swift")])
            let issues: [Issue] = try decode(text)
            #expect(issues.isEmpty == report.findings(limits: Reports.limits).isEmpty)
            #expect(Set(issues.map(\.fingerprint)).count == issues.count)
            #expect(try GitLabReport.text(of: [filed(report, "ada/kmeans.swift")]) == text)
            #expect(issues.allSatisfy { ["info", "minor", "major", "critical", "blocker"].contains($0.severity) })
        }
        let issues: [Issue] = try decode(GitLabReport.text(of: [filed(Self.refused, "k.swift")]))
        #expect(issues.count == 15 && issues[0].check_name == "compile-error" && issues[3].location.lines.begin == 4)
    }

    private struct Log: Decodable {
        struct Run: Decodable {
            struct Result: Decodable { let ruleId: String, ruleIndex: Int, level: String }
            let results: [Result]
        }
        let version: String, runs: [Run]
    }

    @Test func `SARIF holds what the compiler said, and else what failed`() throws {
        let log: Log = try decode(SARIFReport.text(of: [filed(Self.refused, "a b/k.swift")], version: "1"))
        #expect(log.version == "2.1.0" && log.runs[0].results.count == 15)
        #expect(log.runs[0].results.first?.ruleId == "compile-error" && log.runs[0].results.last?.level == "warning")
        #expect(log.runs[0].results.last?.ruleIndex == 1)
        let grown: Log = try decode(SARIFReport.text(of: [filed(Self.growing(.over), "k.swift")], version: "1"))
        #expect(grown.runs[0].results.map(\.ruleId) == ["complexity-exceeded"])
        let fine: Log = try decode(SARIFReport.text(of: [filed(Reports.accepted, "k.swift")], version: "1"))
        #expect(fine.runs[0].results.isEmpty)
    }

    private struct Grade: Decodable {
        struct Test: Decodable { let name: String, status: String? }
        let score: Double, tests: [Test]
        let gradable: Bool?
    }

    @Test func `Gradescope and PrairieLearn get the points, or all or nothing`() throws {
        for report in Self.all {
            let accepted = report.verdict == .accepted
            let scope: Grade = try decode(GradescopeReport.text(of: report, limits: Reports.limits))
            #expect(scope.score == (accepted ? 100 : 0) && scope.tests.contains { $0.status == "failed" } == !accepted)
            let prairie: Grade = try decode(PrairieLearnReport.text(of: report, limits: Reports.limits))
            #expect(prairie.score == (accepted ? 1 : 0))
            #expect(prairie.gradable == ![.compileError, .judgeError].contains(report.verdict))
        }
        var report = Reports.accepted
        report.score = ScoreReport(points: 63, maximum: 90, toPass: 50)
        let grade: Grade = try decode(GradescopeReport.text(of: report, limits: Reports.limits))
        #expect(abs(grade.score - 70) < 1e-9)
        let plotted = try PrairieLearnReport.text(of: Self.growing(.over), limits: Reports.limits)
        #expect(plotted.contains("data:image/svg+xml;base64,"))
    }

    private struct Track: Decodable {
        struct Test: Decodable { let name: String, status: String, message: String?, output: String? }
        let version: Int, status: String, message: String?, tests: [Test]
    }

    @Test func `Exercism gets a test for each case, and an error where it does not compile`() throws {
        for report in Self.all {
            let track: Track = try decode(ExercismReport.text(of: report, limits: Reports.limits))
            let fails = [.compileError, .judgeError].contains(report.verdict)
            #expect(track.version == 3 && (track.status == "error") == fails && (track.message != nil) == fails)
            #expect((track.status == "pass") == (report.verdict == .accepted))
            #expect(
                track.tests.allSatisfy {
                    ($0.output?.count ?? 0) <= 500 && ($0.status == "fail") == ($0.message != nil)
                })
        }
    }

    @Test func `in Markdown what others said stands in code, and no run of backticks ends it`() throws {
        for report in Self.all {
            let text = MarkdownReport.text(of: report, limits: Reports.limits)
            #expect(text.hasPrefix("### ") && text.utf8.count < 1 << 20)
            var fence: Substring?
            for line in text.split(separator: "\n") {
                if let open = fence {
                    if line == open { fence = nil }
                } else if line.hasSuffix("text"), line.hasPrefix("```") {
                    fence = line.dropLast(4)
                } else {
                    #expect(!line.contains("@everyone") && !line.contains("<b>"), "\(line)")
                }
            }
            #expect(fence == nil)
        }
        let text = MarkdownReport.text(of: Self.failing, limits: Reports.limits)
        #expect(text.contains("`````text\n") && text.contains("| hidden cases | 1 of 3 |"))
        #expect(
            MarkdownReport.text(of: Self.growing(.over), limits: Reports.limits).contains(
                "over, asked `n`<br>`n` `n^2`"))
    }
}
