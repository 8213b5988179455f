import Compilation
import Complexity
import Foundation
import JudgeCore
import Registry

/// Checks a challenge package by doing what it promises: every packaged submission gets the verdict of its folder, every
/// validator accepts and refuses what it must.
package struct PackageCheck: Sendable {
    /// What one part of the package gave.
    package struct Finding: Sendable, Codable, Equatable {
        /// The part, e.g. `submissions/wrong_answer/stale_labels.swift`.
        package var path: String
        /// The verdict, for a submission.
        package var verdict: Verdict?
        /// What is not as promised, one sentence each; empty when all is.
        package var problems: [String]
        /// What was found to grow beyond its bound, for a submission.
        package var exceeds: [GrowthTest.Resource] = []
        /// CPU seconds of its slowest case, for a submission.
        package var slowestSeconds: Double?

        /// A part of the package at `path`, with what is wrong with it.
        package init(path: String, problems: [String]) {
            self.path = path
            self.problems = problems
        }
    }

    let grader: Grader
    let tools: Tools
    let challenge: Challenge

    package init(tools: Tools, judgeVersion: String, challenge: Challenge) {
        self.tools = tools
        self.challenge = challenge
        grader = Grader(tools: tools, judgeVersion: judgeVersion)
    }

    /// Grades one packaged submission and holds the result against what is expected of it.
    package func check(_ example: ExampleSubmission) async throws -> Finding {
        var finding = Finding(path: "submissions/\(example.path)", problems: [])
        let sources = try challenge.sources(of: example.files)
        guard sources.count == 1 else {
            finding.problems = ["a submission is one Swift file, not \(sources.count)"]
            return finding
        }
        let submission = Submission(
            id: "verify", challenge: challenge.slug, file: sources[0].name, source: sources[0].bytes, sha256: "",
            author: nil, submittedAt: "")
        let result = try await grader.grade(submission, challenge: challenge)
        finding.verdict = result.report.verdict
        finding.slowestSeconds = result.cpuSeconds.values.max()
        if result.report.complexity?.time.verdict == .over { finding.exceeds.append(.time) }
        if result.report.complexity?.space.verdict == .over { finding.exceeds.append(.space) }
        if result.report.verdict == .compileError {
            finding.problems = ["it does not compile: \(result.report.message ?? "")"]
        } else {
            var scores: [String: Double] = [:]
            for group in result.report.groups { scores[group.name] = group.score?.points }
            scores[""] = result.report.score?.points
            finding.problems = example.violations(result.outcomes, scores: scores)
            for bug in challenge.plantedBugs where bug.leftIn == example.path {
                finding.problems += bugProblem(result.report, left: [bug.name]).map { [$0] } ?? []
            }
            if finding.problems.isEmpty, challenge.growth != nil {
                finding.problems = growthProblem(of: example, result.report).map { [$0] } ?? []
            }
        }
        return finding
    }

    /// Grades the starter of a challenge to debug: all of its bugs must be noticed.
    package func checkStarter() async throws -> [Finding] {
        guard !challenge.plantedBugs.isEmpty, let template = challenge.template else { return [] }
        let submission = Submission(
            id: "verify", challenge: challenge.slug, file: template.name, source: try challenge.source(of: template),
            sha256: "", author: nil, submittedAt: "")
        let report = try await grader.grade(submission, challenge: challenge).report
        return [finding(template.path, bugProblem(report, left: challenge.plantedBugs.map(\.name)))]
    }

    /// What is wrong where other bugs than `left` are found to be left.
    private func bugProblem(_ report: Report, left: [String]) -> String? {
        let gone = report.plantedBugs?.gone.map(\.name) ?? []
        // Growth is measured once all answers are right; until then nobody knows whether such a bug is gone.
        var unknown: [String] = []
        if report.complexity == nil {
            unknown = challenge.plantedBugs.filter(\.exceedsGrowth).map(\.name)
            let spoilsAnswers = challenge.plantedBugs.contains { left.contains($0.name) && !$0.groups.isEmpty }
            if !spoilsAnswers, !unknown.isEmpty {
                return "its growth was not measured, which \(unknown.joined(separator: ", ")) would show in"
            }
        }
        let found = challenge.plantedBugs.map(\.name).filter { !gone.contains($0) }
        guard Set(found).subtracting(unknown) != Set(left).subtracting(unknown) else { return nil }
        func words(_ names: [String]) -> String { names.isEmpty ? "none" : names.joined(separator: ", ") }
        return "of the planted bugs \(words(found)) are found to be left, not \(words(left))"
    }

    /// What is not as promised once all cases are: the growth, or an answer along the ladder.
    private func growthProblem(of example: ExampleSubmission, _ report: Report) -> String? {
        let accepts = report.groups.allSatisfy { $0.verdict == .accepted }
        let said = report.message.map { ": \($0)" } ?? ""
        switch report.verdict {
        case .complexityExceeded:
            return example.isExpectedToExceedComplexity ? nil : "its growth exceeds the bounds\(said)"
        case .accepted:
            return example.isExpectedToExceedComplexity
                ? "its growth is not found to exceed the bounds, as its folder promises\(said)" : nil
        default: return accepts ? "\(report.verdict.rawValue) while its growth was measured\(said)" : nil
        }
    }

    /// Runs the validators on the package's valid and invalid data, and on its own cases.
    package func checkData() async throws -> [Finding] {
        let preparation = Preparation(tools: tools, challenge: challenge)
        let material = try await preparation.material()
        return try await tools.state.withScratch { scratch in
            var findings = try await InputCheck.with(preparation, scratch: scratch) { try await checkInputs($0) }
            findings += try await OutputCheck.with(
                material.validator, challenge: challenge, tools: tools, scratch: scratch
            ) { check in
                var findings: [Finding] = []
                for (items, wanted) in [(challenge.validOutputs, true), (challenge.invalidOutputs, false)] {
                    for item in items {
                        guard let answer = item.answer, let output = item.output else { continue }
                        let judgement = try await check.judge(
                            input: item.input.location, answer: answer.location, output: output.location,
                            arguments: item.settings.outputValidatorArgs, name: item.name)
                        let problem = wanted ? "the output validator refuses it" : "the output validator accepts it"
                        findings.append(finding(output.path, judgement.accepted == wanted ? nil : problem))
                    }
                }
                return findings
            }
            return findings
        }
    }

    private func checkInputs(_ inputs: InputCheck) async throws -> [Finding] {
        var findings: [Finding] = []
        for item in challenge.groups.flatMap(\.cases) {
            let complaint = try await inputs.complaint(
                about: item.input.location, arguments: item.settings.inputValidatorArgs)
            findings.append(finding(item.input.path, complaint.map { "an input validator refuses it: \($0)" }))
        }
        for item in challenge.invalidInputs {
            let complaint = try await inputs.complaint(
                about: item.input.location, arguments: item.settings.inputValidatorArgs)
            findings.append(finding(item.input.path, complaint == nil ? "every input validator accepts it" : nil))
        }
        return findings
    }

    private func finding(_ path: String, _ problem: String?) -> Finding {
        Finding(path: path, problems: problem.map { [$0] } ?? [])
    }
}
