import Foundation
import JudgeCore
import Registry
import SwiftSource

/// Finds out whether a challenge's hidden data notice small changes of a right solution.
package struct MutationCheck: Sendable {
    /// What became of a changed solution.
    package enum Fate: String, Sendable {
        /// A case or the measured growth refused it; where there are points, it earned others than the solution.
        case killed
        /// It was accepted, and earned the same points.
        case survived
        /// It does not compile.
        case stillborn
        /// The package says that it does the same as before.
        case equivalent
    }

    /// The share of those that are not equivalent and compile which a good package kills.
    package static let target = 0.95

    let grader: Grader
    let challenge: Challenge
    private let file: String
    private let source: [UInt8]
    /// The changes of the solution.
    package let mutants: [Mutant]

    /// - Parameters:
    ///   - path: the accepted solution that is changed, below `submissions/`; `nil`: the model solution.
    ///   - limit: at most so many changes, spread over the source.
    /// - Throws: `JudgeError` `unknown-submission`.
    package init(tools: Tools, judgeVersion: String, challenge: Challenge, path: String?, limit: Int?) throws {
        let right = challenge.submissions.filter { $0.directory == "accepted" && $0.files.count == 1 }
        let example =
            if let path {
                right.first { $0.path == path || "submissions/\($0.path)" == path }
            } else {
                right.first(where: \.isModelSolution) ?? right.first
            }
        guard let example else {
            let names = right.map(\.path).joined(separator: ", ")
            throw JudgeError(
                .usage, "unknown-submission",
                path.map { "\(challenge.slug) has no accepted solution '\($0)'; it has \(names)" }
                    ?? "\(challenge.slug) has no accepted solution of one file to be changed")
        }
        source = try challenge.source(of: example.files[0])
        let all = Mutant.all(of: source)
        let count = min(limit ?? all.count, all.count)
        mutants = (0..<count).map { all[$0 * all.count / count] }
        file = example.files[0].name
        self.challenge = challenge
        grader = Grader(tools: tools, judgeVersion: judgeVersion)
    }

    /// The line that a mutant changes, as it was and as it is, without the white space around it.
    package func change(of mutant: Mutant) -> (line: String, becomes: String) {
        func line(of source: [UInt8]) -> String {
            let lines = String(decoding: source, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            return lines[mutant.line - 1].trimmingCharacters(in: .whitespaces)
        }
        return (line(of: source), line(of: mutant.source))
    }

    /// The points of the solution as it is; `nil` where the challenge gives none.
    ///
    /// - Throws: `JudgeError` `not-accepted` when it is not accepted, for then no change of it could say anything.
    package func points() async throws -> Double? {
        let report = try await grader.grade(submission(source), challenge: challenge, growth: .skip).report
        guard report.verdict == .accepted else {
            throw JudgeError(
                .failure, "not-accepted",
                "\(file) of \(challenge.slug) is \(report.verdict.rawValue) before it is changed; run judge verify first"
            )
        }
        return report.score?.points
    }

    /// Tries one mutant.
    ///
    /// - Parameter points: what the solution earns as it is. A model that predicts a little better or worse is no mistake
    ///   that a pass mark could tell, so where there are points the data notice a change when it earns others.
    package func fate(of mutant: Mutant, points: Double?) async throws -> Fate {
        let change = change(of: mutant)
        if challenge.equivalentMutations.contains(where: { ($0.line, $0.becomes) == change }) { return .equivalent }
        let submission = submission(mutant.source)
        let report = try await grader.grade(submission, challenge: challenge, growth: .skip).report
        switch report.verdict {
        case .compileError: return .stillborn
        case .accepted where report.score?.points == points: break
        default: return .killed
        }
        // Only what cases let pass is measured, which takes longer.
        guard let growth = challenge.growth else { return .survived }
        let measured = try await grader.measure(submission, challenge: challenge, settings: growth)
        return measured.report.verdict == .accepted ? .survived : .killed
    }

    private func submission(_ source: [UInt8]) -> Submission {
        Submission(
            id: "mutant", challenge: challenge.slug, file: file, source: source, sha256: "", author: nil,
            submittedAt: "")
    }
}
