import Compilation
import Foundation
import Grading
import JudgeCore
import Registry
import Reporting
import Repository

/// Grades the submissions of a repository as its plan asks, what is known left out.
struct RepositoryGrading: Sendable {
    /// The repository's folder.
    let folder: String
    let plan: StudyPlan
    let registry: Registry
    let tools: Tools
    let book: ResultBook
    /// `nil` where nothing has to be asked of it.
    let git: GitRepository?
    /// Whether hidden cases are left out.
    let onlySamples: Bool
    /// The files that are looked at; `nil`: all of them.
    let changed: Set<String>?
    /// The files whose last change no commit has, and which are therefore handed in now.
    let uncommitted: Set<String>
    let now: Int

    /// What becomes of one file.
    ///
    /// - Throws: `JudgeError` for what is no fault of the file's author and would keep any other from being graded; what the
    ///   judge fails at for this file alone is its outcome.
    func grade(_ found: FoundSubmission) async throws -> Grade {
        let isLookedAt = changed?.contains(found.path) ?? true
        let challenge: Challenge
        do {
            challenge = try self.challenge(found.challenge)
        } catch let error as JudgeError where ["unknown-challenge", "is-quiz"].contains(error.code) {
            // Such a file may be anything, and is nobody's failure.
            return grade(found, isLookedAt ? .refused(error.message) : .unchanged(nil), isRequired: false)
        }
        let submission: Submission
        do {
            submission = try SubmissionFile.read(
                "\(folder)/\(found.path)", challenge: challenge.slug, limit: challenge.metadata.limits.code << 10,
                name: found.path, author: found.user)
        } catch let error as JudgeError where error.kind == .usage {
            return grade(found, isLookedAt ? .refused(error.message) : .unchanged(nil))
        }
        let earlier = book.entries(of: found.user, for: found.challenge)
        let known = earlier.last { $0.sha256 == submission.sha256 }
        guard isLookedAt else { return grade(found, .unchanged(known?.verdict), known) }
        let scope: Grader.Scope = onlySamples || challenge.isSealed ? .samples : .everything
        let key = ResultBook.key(
            sha256: submission.sha256, package: book.fingerprint(ofPackage: challenge.folder),
            judge: JudgeCommand.version, toolchain: tools.toolchain.version,
            scope: scope == .samples ? "samples" : "everything")
        if var report = book.report(key) {
            // Somebody else may have handed in the same.
            report.submission = SubmissionSummary(submission)
            return try await keep(report, of: found, key: key) { .kept($0) }
        }
        if let most = plan.attempts, known == nil, earlier.count >= most {
            let allowed = Figures.count(most, "attempt")
            return grade(found, .refused("not graded, as \(allowed) had been made; the best stands"))
        }
        do {
            let grader = Grader(tools: tools, judgeVersion: JudgeCommand.version)
            let report = try await grader.grade(submission, challenge: challenge, scope: scope).report
            // The judge's own error is nobody's result, and is tried again.
            if report.verdict == .judgeError { return grade(found, .failed(report.message ?? "the judge failed")) }
            return try await keep(report, of: found, key: key) { .graded($0) }
        } catch let error as JudgeError where error.kind == .failure {
            return grade(found, .failed(error.message))
        }
    }

    private func challenge(_ slug: String) throws -> Challenge {
        let challenge = try registry.challenge(slug)
        try challenge.mustTakeCode()
        return challenge
    }

    private func keep(
        _ report: Report, of found: FoundSubmission, key: String, _ outcome: (Report) -> Grade.Outcome
    ) async throws -> Grade {
        // Public samples alone earn nothing, and count as no attempt.
        if report.isPublicOnly { return grade(found, outcome(report)) }
        let entry = try await book.record(report, of: found.user, submitted: time(of: found.path), key: key)
        return grade(found, outcome(report), entry)
    }

    /// A grade with what the plan makes of it.
    private func grade(
        _ found: FoundSubmission, _ outcome: Grade.Outcome, _ entry: ResultBook.Entry? = nil, isRequired: Bool? = nil
    ) -> Grade {
        let assignment = plan.assignment(of: found.challenge, for: found.user)
        func points(_ entry: ResultBook.Entry) -> Double {
            100 * entry.share * (assignment?.share(at: entry.submitted) ?? 1)
        }
        var grade = Grade(
            user: found.user, challenge: found.challenge, path: found.path, outcome: outcome,
            assignment: assignment?.name, isRequired: isRequired ?? plan.isRequired(found.challenge, of: found.user))
        let all = book.entries(of: found.user, for: found.challenge)
        grade.attempts = all.count
        grade.attemptsAllowed = plan.attempts
        grade.best = all.map(points).max()
        grade.points = entry.map(points)
        grade.daysLate = entry.flatMap { assignment?.daysLate(at: $0.submitted) } ?? 0
        return grade
    }

    /// When a file was handed in: by the last commit that changed it, which has its author's word for the time.
    private func time(of path: String) async throws -> Int {
        guard let git, !uncommitted.contains(path) else { return now }
        return try await git.time(of: path) ?? now
    }

    /// What the plan asks of the people whom its groups name, and of those who have handed in anything, and is not there.
    func missing(besides found: [FoundSubmission]) -> [Grade] {
        let there = Set(found.map { [$0.user ?? "", $0.challenge] })
        let people = Set(found.compactMap(\.user) + plan.groups.flatMap(\.members)).sorted()
        return people.flatMap { user in
            plan.assignments.flatMap { assignment in
                assignment.challenges.filter { challenge in
                    plan.assignment(of: challenge, for: user)?.name == assignment.name
                        && !there.contains([user, challenge])
                }.map { challenge in
                    Grade(
                        user: user, challenge: challenge, path: nil, outcome: .missing, assignment: assignment.name,
                        isRequired: assignment.isRequired)
                }
            }
        }
    }
}
