import Compilation
import Complexity
import Foundation
import JudgeCore
import Registry

/// What a package is held to beyond its own promises.
extension PackageCheck {
    /// Has each generated case made twice with one seed, and once with another: the same seed gives the same bytes, and
    /// another one others.
    package func checkGenerators() async throws -> [Finding] {
        let cases = challenge.generators?.cases ?? []
        guard !cases.isEmpty else { return [] }
        let preparation = Preparation(tools: tools, challenge: challenge)
        return try await tools.state.withScratch { scratch in
            try await GeneratorRunner.with(preparation, scratch: scratch) { runner in
                var findings: [Finding] = []
                for item in cases {
                    let isSeeded = item.arguments { _ in 1 } != item.arguments { _ in 2 }
                    var made: [Data] = []
                    for seed: UInt64 in isSeeded ? [1, 1, 2] : [1, 1] {
                        let path = "\(scratch)/made"
                        let arguments = item.arguments { seed << 8 + UInt64($0 ?? 0) }
                        try await runner.run(item.generator, arguments, to: path, label: item.name)
                        made.append(FileManager.default.contents(atPath: path) ?? Data())
                    }
                    var finding = Finding(path: "generators/generators.yaml: \(item.name)", problems: [])
                    if made[0] != made[1] { finding.problems.append("the same seed gives other bytes each time") }
                    if isSeeded, made[0] == made[2] { finding.problems.append("its seed changes nothing") }
                    findings.append(finding)
                }
                return findings
            }
        }
    }

    /// What the catalogue's own packages have, and others need not.
    ///
    /// - Parameter results: what came of the packaged submissions.
    package func standard(_ results: [Finding]) -> [Finding] {
        var findings: [Finding] = []
        func demand(_ path: String, _ holds: Bool, _ problem: String) {
            findings.append(Finding(path: path, problems: holds ? [] : [problem]))
        }
        demand(
            "interview.yaml", (challenge.interview?.followUps.count ?? 0) >= 3,
            challenge.interview == nil ? "there is no such file" : "asks fewer than three questions next")
        demand("solution", challenge.solution()?.text != nil, "there is no editorial")
        demand("data/sample", (challenge.samples?.cases.count ?? 0) >= 2, "there are fewer than two samples")
        demand("data/invalid_input", !challenge.invalidInputs.isEmpty, "there are no inputs to be refused")
        demand("data/invalid_output", !challenge.invalidOutputs.isEmpty, "there are no outputs to be refused")
        demand("data/valid_output", !challenge.validOutputs.isEmpty, "there are no outputs to be accepted")
        demand("generators", !(challenge.generators?.cases.isEmpty ?? true), "all hidden cases are fixed")
        checkStatement(demand)
        checkSubmissions(results, demand)
        return findings
    }

    private func checkStatement(_ demand: (String, Bool, String) -> Void) {
        guard let statement = challenge.statement(), let text = statement.text else {
            return demand("statement", false, "there is none in Markdown")
        }
        for heading in ["Limits", "Grading"] {
            demand(statement.file.path, text.contains("\n## \(heading)"), "has no section '\(heading)'")
        }
        for variable in challenge.growth?.variables ?? [] {
            demand(
                statement.file.path, text.contains(variable.name),
                "does not speak of \(variable.name), which growth is measured in")
        }
    }

    private func checkSubmissions(_ results: [Finding], _ demand: (String, Bool, String) -> Void) {
        let byDirectory = Dictionary(grouping: challenge.submissions) { $0.directory }
        for (directory, least) in [("accepted", 2), ("wrong_answer", 3), ("run_time_error", 1)] {
            let count = byDirectory[directory]?.count ?? 0
            demand("submissions/\(directory)", count >= least, "holds \(count) submissions, fewer than \(least)")
        }
        for example in byDirectory["wrong_answer"] ?? [] {
            demand(
                "submissions/\(example.path)", example.expectations.contains { !$0.message.isEmpty },
                "submissions.yaml does not say with which message it is refused")
        }
        // How well predictions are is not a matter of growth.
        for resource in challenge.form == .applied ? [] : [GrowthTest.Resource.time, .space] {
            demand(
                "submissions/complexity_exceeded", results.contains { $0.exceeds.contains(resource) },
                "nothing in it exceeds the bound of \(resource.rawValue), so nobody knows whether that is tight")
        }
        guard let limit = challenge.limits.timeLimit else { return }
        for result in results where result.path.hasPrefix("submissions/accepted/") {
            guard let seconds = result.slowestSeconds else { continue }
            demand(
                result.path, seconds * 2 <= limit,
                String(format: "takes %.2f s of %g s, more than half of the time limit", seconds, limit))
        }
    }
}
