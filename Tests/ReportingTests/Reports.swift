import JudgeCore

@testable import Reporting

/// Reports to be set as text, with everything but what a test is about filled in.
enum Reports {
    static let limits = Limits(
        cpuSeconds: 1, memoryBytes: 512 << 20, outputBytes: 8 << 20, codeBytes: 128 << 10)
    static let wide = TextStyle(color: false, width: 100)
    static let narrow = TextStyle(color: false, width: 40)

    static func report(
        _ verdict: Verdict, _ groups: [GroupReport], message: String? = nil, file: String = "kmeans.swift",
        compile: CompileReport = CompileReport(seconds: 0.92), level: SandboxReport.Level = .full,
        walls: [String] = ["namespaces", "cgroup-v2", "seccomp", "landlock", "rlimits"]
    ) -> Report {
        let submission = Submission(
            id: "5f1c", challenge: "kmeans", file: file, source: [], sha256: "e3b0", author: nil,
            submittedAt: "2026-01-01T00:00:00Z")
        return Report(
            submission: SubmissionSummary(submission), verdict: verdict, message: message, compile: compile,
            groups: groups, sandbox: SandboxReport(level: level, walls: walls), toolchain: "swift 6.3.1",
            judge: "0.1.0", seed: "7f3a", seconds: 4.06)
    }

    /// Two public and five hidden cases, all accepted.
    static var accepted: Report {
        report(
            .accepted,
            [
                GroupReport(name: "sample", total: 2, cases: [passed("one"), passed("two")]),
                GroupReport(name: "secret/edge", total: 3, cases: [passed("a"), passed("b", cpu: 0.112), passed("c")]),
                GroupReport(
                    name: "secret/blobs", total: 2,
                    cases: [
                        passed("small", metrics: ["inertia_ratio": 1]),
                        passed("large", peak: 22_000_000, metrics: ["inertia_ratio": 1.0004]),
                    ]),
            ])
    }

    static func passed(
        _ name: String, cpu: Double = 0.004, peak: Int = 3 << 20, metrics: [String: Double] = [:]
    ) -> CaseReport {
        CaseReport(
            name: name, verdict: .accepted, cpuSeconds: cpu, wallSeconds: cpu, peakBytes: peak, metrics: metrics)
    }

    static func failed(
        _ name: String, _ verdict: Verdict, _ message: String? = nil, hint: String? = nil, sample: SampleReport? = nil
    ) -> CaseReport {
        CaseReport(
            name: name, verdict: verdict, cpuSeconds: 0.004, wallSeconds: 0.005, peakBytes: 3 << 20, message: message,
            hint: hint, sample: sample)
    }

    static func text(
        _ report: Report, _ style: TextStyle = wide, scope: TextReport.Scope = .everything
    ) -> String {
        TextReport.text(of: report, limits: limits, style: style, scope: scope)
    }
}
