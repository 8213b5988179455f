import Foundation
import JudgeCore
import Support
import Testing

@testable import Reporting

@Suite struct JSONReportTests {
    private var report: Report {
        let diagnostic = Diagnostic(
            severity: .error, file: "kmeans.swift", line: 3, column: 9, message: "no", source: "\tlet a/b")
        var failure = Reports.failed(
            "one", .wrongAnswer, "wrong", hint: "think",
            sample: SampleReport(input: "1", expected: "2", got: "3", printed: "4"))
        failure.metrics = ["inertia_ratio": 1.25]
        return Reports.report(
            .wrongAnswer, [GroupReport(name: "sample", total: 2, cases: [failure])],
            compile: CompileReport(seconds: 0.1, cached: true, diagnostics: [diagnostic]))
    }

    @Test func `a report has the shape of judge-report 1, keys sorted, slashes plain`() throws {
        #expect(
            try JSONReport.text(of: report) == """
                {
                  "compile" : {
                    "cached" : true,
                    "diagnostics" : [
                      {
                        "column" : 9,
                        "file" : "kmeans.swift",
                        "line" : 3,
                        "message" : "no",
                        "severity" : "error",
                        "source" : "\\tlet a/b"
                      }
                    ],
                    "seconds" : 0.1
                  },
                  "complexity" : null,
                  "groups" : [
                    {
                      "cases" : [
                        {
                          "cpu_seconds" : 0.004,
                          "hint" : "think",
                          "message" : "wrong",
                          "metrics" : {
                            "inertia_ratio" : 1.25
                          },
                          "name" : "one",
                          "peak_bytes" : 3145728,
                          "sample" : {
                            "expected" : "2",
                            "got" : "3",
                            "input" : "1",
                            "printed" : "4"
                          },
                          "verdict" : "wrong-answer",
                          "wall_seconds" : 0.005
                        }
                      ],
                      "name" : "sample",
                      "passed" : 0,
                      "total" : 2,
                      "verdict" : "wrong-answer"
                    }
                  ],
                  "judge" : "0.1.0",
                  "message" : null,
                  "sandbox" : {
                    "level" : "full",
                    "walls" : [
                      "namespaces",
                      "cgroup-v2",
                      "seccomp",
                      "landlock",
                      "rlimits"
                    ]
                  },
                  "schema" : "judge-report/1",
                  "seconds" : 4.06,
                  "seed" : "7f3a",
                  "submission" : {
                    "author" : null,
                    "challenge" : "kmeans",
                    "file" : "kmeans.swift",
                    "id" : "5f1c",
                    "sha256" : "e3b0",
                    "submitted_at" : "2026-01-01T00:00:00Z"
                  },
                  "toolchain" : "swift 6.3.1",
                  "verdict" : "wrong-answer"
                }

                """)
    }

    @Test func `a report reads back as it was`() throws {
        for report in [report, Reports.accepted, Reports.report(.compileError, [], message: "It took too long.")] {
            #expect(try JSONReport.read(Data(JSONReport.text(of: report).utf8)) == report)
        }
    }

    @Test func `hostile texts read back as they were and hold nothing that a terminal obeys`() throws {
        var report = report
        report.submission.file = "\u{1B}[31m\u{7F}\u{9B}\u{202E}\u{E0041}\u{2028}\0\"\\\u{FEFF}日本👍.swift"
        let text = try JSONReport.text(of: report)
        #expect(text.replacing("\n", with: "").escapingControls == text.replacing("\n", with: ""))
        #expect(text.contains(#""file" : "\u001b[31m\u007f\u009b\u202e\udb40\udc41\u2028\u0000\"\\\ufeff日本👍.swift""#))
        #expect(try JSONReport.read(Data(text.utf8)) == report)
    }

    @Test func `numbers that are none are null, and read back as not a number`() throws {
        var report = Reports.accepted
        report.groups[2].cases[0].metrics = ["a": .nan, "b": .infinity, "c": -.infinity, "d": 1e-300]
        report.groups[2].cases[0].cpuSeconds = .nan
        let text = try JSONReport.text(of: report)
        #expect(text.contains(#""a" : null,"#))
        #expect(text.contains(#""cpu_seconds" : null,"#))
        let found = try JSONReport.read(Data(text.utf8)).groups[2].cases[0]
        #expect(found.metrics["a"]?.isNaN == true)
        #expect(found.metrics["b"]?.isNaN == true)
        #expect(found.metrics["c"]?.isNaN == true)
        #expect(found.metrics["d"] == 1e-300)
        #expect(found.cpuSeconds.isNaN)
        #expect(found.message == nil)
    }

    @Test func `growth has a key for each variable, and reads back in the ladder's order`() throws {
        var report = report
        let points = [GrowthPoint(x: 256, value: .max, bound: 40.5, atLeast: true)]
        let n = VariableGrowth(
            name: "n", estimate: "n log n", alternative: "n^1.5", exponent: 1.25, interval: [1.1, 1.5], verdict: .over,
            family: "blobs", reason: "It \u{1B} rises.", evidence: .instructions, points: points)
        let time = ResourceGrowth(bound: "n", variables: [n, Growths.variable("d", rungs: 0)], message: "Slow.")
        report.complexity = ComplexityReport(time: time, space: ResourceGrowth(bound: "1", variables: []))
        let text = try JSONReport.text(of: report)
        #expect(
            text.contains(
                """
                  "complexity" : {
                    "space" : {
                      "bound" : "1",
                      "message" : null,
                      "variables" : {

                      },
                      "verdict" : "within"
                    },
                    "time" : {
                      "bound" : "n",
                      "message" : "Slow.",
                      "variables" : {
                        "d" : {
                          "class" : "d",
                          "evidence" : "slope",
                          "exponent" : 1,
                          "family" : "blobs",
                          "interval" : [
                            0.99,
                            1.01
                          ],
                          "place" : 1,
                          "points" : [

                          ],
                          "verdict" : "within"
                        },
                        "n" : {
                          "alternative" : "n^1.5",
                          "class" : "n log n",
                          "evidence" : "instructions",
                          "exponent" : 1.25,
                          "family" : "blobs",
                          "interval" : [
                            1.1,
                            1.5
                          ],
                          "place" : 0,
                          "points" : [
                            {
                              "at_least" : true,
                              "bound" : 40.5,
                              "value" : 9223372036854775807,
                              "x" : 256
                            }
                          ],
                          "reason" : "It \\u001b rises.",
                          "verdict" : "over"
                        }
                      },
                      "verdict" : "over"
                    }
                  },

                """))
        #expect(try JSONReport.read(Data(text.utf8)) == report)
        // Where growth alone was measured, there are no groups.
        report.groups = []
        report.complexity = Growths.over
        let alone = try JSONReport.text(of: report)
        #expect(!alone.contains("\"groups\""))
        #expect(try JSONReport.read(Data(alone.utf8)) == report)
    }

    @Test func `growth that is no number is null and reads back, whatever variables are called`() throws {
        let points = [GrowthPoint(x: 1, value: 2, bound: .infinity)]
        let variables = ["metrics", "seconds", "exponent", "points"].map {
            VariableGrowth(
                name: $0, estimate: "1", exponent: .nan, interval: [.nan, 2], verdict: .inconclusive, family: "a",
                points: points)
        }
        var report = Reports.accepted
        let growth = ResourceGrowth(bound: "metrics", variables: variables)
        report.complexity = ComplexityReport(time: growth, space: growth)
        let text = try JSONReport.text(of: report)
        #expect(text.contains(#""exponent" : null,"#))
        let found = try #require(try JSONReport.read(Data(text.utf8)).complexity)
        #expect(found.time.message == nil)
        #expect(found.time.variables.map(\.name) == variables.map(\.name))
        for variable in found.space.variables {
            #expect(variable.exponent.isNaN && variable.interval[0].isNaN && variable.interval[1] == 2)
            #expect(variable.points[0].bound.isNaN && variable.reason == nil && variable.alternative == nil)
        }
        // A bound that is missing above is no number that is missing.
        let broken = text.replacing(#""bound" : "metrics""#, with: #""bound" : null"#)
        #expect(throws: JudgeError.self) { try JSONReport.read(Data(broken.utf8)) }
    }

    @Test func `what is no report is refused with the place of the fault`() throws {
        func message(_ text: String) -> String? {
            #expect(throws: JudgeError.self) { try JSONReport.read(Data(text.utf8)) }?.message
        }
        let text = try JSONReport.text(of: report)
        #expect(message("{") == "This is no judge-report/1: the data are not valid.")
        #expect(
            message(text.replacing("\"passed\"", with: "\"past\""))
                == "This is no judge-report/1: the key 'passed' is missing at .groups[0].")
        #expect(
            message(text.replacing("\"line\" : 3", with: "\"line\" : \"3\""))
                == "This is no judge-report/1: a value has the wrong type at .compile.diagnostics[0].line.")
        #expect(
            message(text.replacing("judge-report/1", with: "judge-report/9"))
                == "This report has schema 'judge-report/9'; this judge reads judge-report/1.")
    }

    @Test func `any value of a command is written the same way`() throws {
        #expect(try JSONText.encode(["b": 1.5, "a": .nan]) == "{\n  \"a\" : null,\n  \"b\" : 1.5\n}\n")
        #expect(try JSONText.encode(["x/y\u{1B}"]) == "[\n  \"x/y\\u001b\"\n]\n")
    }

    @Test func `a report that is nearly one is read and shown without control characters, or refused in one sentence`()
        throws
    {
        let original = Array(try JSONReport.text(of: report).utf8)
        let other = Array(try JSONReport.text(of: Reports.accepted).utf8)
        let words = ["null", "true", "\"verdict\"", "1e400", "-0", "\\u0000", "\\ud800", "\"accepted\"", "[]", "{}"]
        var read = 0
        for bytes in Mutants(of: [original, other], words: words, count: 3000) {
            do {
                let report = try JSONReport.read(Data(bytes))
                read += 1
                for text in [Reports.text(report), Reports.text(report, Reports.narrow)] {
                    let odd = text.unicodeScalars.first { $0 != "\n" && ($0.properties.generalCategory == .control) }
                    #expect(odd == nil, "\(String(decoding: bytes, as: UTF8.self))")
                }
                let again = try JSONReport.read(Data(try JSONReport.text(of: report).utf8))
                #expect(try JSONReport.text(of: again) == JSONReport.text(of: report))
            } catch let error as JudgeError {
                #expect(error.kind == .usage && !error.message.contains("\n"), "\(error)")
            }
        }
        #expect(read > 100 && read < 2900)
    }
}
