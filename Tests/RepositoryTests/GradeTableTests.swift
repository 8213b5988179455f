import Foundation
import JudgeCore
import Reporting
import Testing

@testable import Repository

/// How the results of a repository are shown.
@Suite struct GradeTableTests {
    private static func report(_ verdict: Verdict, message: String? = nil) -> Report {
        let result = CaseReport(name: "far", verdict: verdict, message: message)
        return Report(
            submission: SubmissionSummary(
                Submission(
                    id: "1", challenge: "knn", file: "knn.swift", source: [], sha256: "", author: "ada", submittedAt: ""
                )),
            verdict: verdict, compile: CompileReport(),
            groups: [GroupReport(name: "secret/edge", total: 1, cases: [result])],
            limits: Limits(cpuSeconds: 1, memoryBytes: 1 << 29, outputBytes: 1 << 20, codeBytes: 1 << 17),
            sandbox: SandboxReport(level: .full, walls: ["seccomp"]), toolchain: "swift 6.3.1", judge: "0.1.0",
            seed: "1",
            seconds: 1)
    }

    private static func grade(
        _ user: String?, _ outcome: Grade.Outcome, required: Bool = true, points: Double? = nil
    ) -> Grade {
        var grade = Grade(
            user: user, challenge: "knn", path: "solutions/\(user ?? "x")/knn.swift", outcome: outcome,
            assignment: nil, isRequired: required)
        grade.points = points
        return grade
    }

    private static let hostile = "a|b `c` <b>@everyone</b> \u{1B}[31m"

    private static var all: [Grade] {
        var late = grade("grace", .graded(report(.accepted)), points: 80)
        late.daysLate = 2
        var worse = grade("linus", .graded(report(.wrongAnswer, message: "no")), required: false, points: 0)
        worse.best = 90
        worse.attempts = 2
        worse.attemptsAllowed = 3
        return [
            grade("ada", .graded(report(.wrongAnswer, message: hostile)), points: 0), late,
            grade("alan", .kept(report(.accepted)), points: 100), worse, grade("mel", .unchanged(nil)),
            grade("bob", .refused("it is empty")), grade("eve", .missing), grade("joe", .failed("no compiler")),
        ]
    }

    @Test func `the table has a row for each, and sums up`() {
        let text = GradeTable(Self.all).text(style: TextStyle(color: false, width: 300))
        let lines = text.split(separator: "\n")
        #expect(lines[0].contains("USER   CHALLENGE  VERDICT       POINTS  NOTE"))
        #expect(lines[1].hasSuffix("wrong-answer       0"))
        #expect(lines[2].contains("accepted          80  2 days late"))
        #expect(lines[3].contains("graded before"))
        #expect(lines[4].contains("best 90, attempt 2 of 3, bonus"))
        #expect(lines[5].contains("not graded") && lines[5].contains("unchanged, never graded here"))
        #expect(
            lines.last
                == "2 of 4 accepted (3 graded now, 1 before), 1 unchanged, 1 refused, 1 missing, 1 failed by the judge itself, 2 required and not accepted"
        )
        #expect(text.contains("\n\nsolutions/ada/knn.swift: edge/far: a|b `c` <b>"))
        #expect(text.contains("\nsolutions/bob/knn.swift: it is empty\n") && !text.contains("\u{1B}"))
    }

    @Test func `what failed is what is required, looked at and not accepted`() {
        #expect(Self.all.filter(\.isFailure).map(\.user) == ["ada", "bob"])
    }

    @Test func `Markdown lets nothing of a submission be anything but code, and keeps to its limit`() {
        let table = GradeTable(Self.all)
        let text = table.markdown()
        let cells = text.split(separator: "\n").filter { $0.hasPrefix("| `ada`") }
        #expect(cells.count == 1 && cells[0].contains("a\\|b") && cells[0].contains("`` edge/far"))
        #expect(text.contains("<details><summary>ada knn wrong-answer</summary>"))
        #expect(!text.contains("<details><summary>grace"))
        let short = table.markdown(limit: 900)
        #expect(short.utf8.count <= 900 && short.contains("more did not fit here"))
    }

    @Test func `JSON holds each grade with its report`() throws {
        struct Document: Decodable {
            struct Row: Decodable {
                let user: String?
                let outcome: String
                let verdict: String?
                let points: Double?
                let report: Report?
            }
            let schema: String
            let failed: Bool
            let grades: [Row]
        }
        let document = try JSONDecoder().decode(Document.self, from: Data(GradeTable(Self.all).json().utf8))
        #expect(document.schema == "judge-grades/1" && document.failed && document.grades.count == 8)
        #expect(document.grades[1].points == 80 && document.grades[1].report?.verdict == .accepted)
        #expect(document.grades.map(\.outcome).last == "failed" && document.grades[4].verdict == nil)
    }
}
