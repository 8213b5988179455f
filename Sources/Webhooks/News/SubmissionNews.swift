package import JudgeCore
internal import Reporting

/// What webhooks tell of one graded submission: the `data` of `submission.graded` and `submission.solved`.
///
/// Neither source nor hidden data are in it, and it is small whatever the report holds: long texts are cut, long lists end.
package struct SubmissionNews: Codable, Sendable, Equatable {
    /// One group of cases.
    package struct Group: Codable, Sendable, Equatable {
        /// `sample`, or `secret/NAME`.
        package var name: String
        package var verdict: Verdict
        package var passed: Int
        package var total: Int
        /// What the validator measured, by name: the worst of the group's cases, which is the largest.
        package var metrics: [String: Double]
    }

    /// The first case that was not accepted.
    package struct Failure: Codable, Sendable, Equatable {
        /// The group and the case, `secret/edge/one-cluster`.
        package var place: String
        package var verdict: Verdict
        package var message: String?
        package var hint: String?
    }

    /// Growth along one variable.
    package struct Variable: Codable, Sendable, Equatable {
        package var name: String
        /// The estimated class, `n log n`, or two that it lies between.
        package var grows: String
        package var exponent: Double?
        package var interval: [Double]?
        package var verdict: GrowthVerdict
        package var family: String
        /// What was measured: size, value, and the bound there.
        package var points: [[Double]]

        private enum CodingKeys: String, CodingKey {
            case name, exponent, interval, verdict, family, points
            case grows = "class"
        }
    }

    /// Growth of one resource.
    package struct Growth: Codable, Sendable, Equatable {
        package var bound: String
        package var verdict: GrowthVerdict
        package var variables: [Variable]
        package var message: String?
    }

    /// The submission's identifier.
    package var id: String
    /// The challenge's slug, and its name.
    package var challenge: String
    package var challengeName: String
    /// The file's name without folders.
    package var file: String
    /// Who sent it, where known.
    package var author: String?
    /// When, ISO 8601 in UTC.
    package var submittedAt: String
    /// How often it was graded.
    package var attempt: Int
    package var verdict: Verdict
    /// One sentence on the verdict, where there is something to say.
    package var message: String?
    /// Wall-clock seconds of grading.
    package var seconds: Double
    /// Cases that were accepted, and all.
    package var passed: Int
    package var total: Int
    package var groups: [Group]
    package var failure: Failure?
    /// Growth of work and of memory; `nil` where it was not measured.
    package var time: Growth?
    package var space: Growth?
    /// The page of the submission, and its report as JSON, where the judge knows its own address.
    package var url: String?
    package var reportURL: String?

    private enum CodingKeys: String, CodingKey {
        case id, challenge, file, author, attempt, verdict, message, seconds, passed, total, groups, failure, time,
            space
        case url
        case challengeName = "challenge_name"
        case submittedAt = "submitted_at"
        case reportURL = "report_url"
    }

    /// What `report` has to tell.
    ///
    /// Texts are fit for the middle of a line: nothing invisible is in them, nor line feeds.
    ///
    /// - Parameters:
    ///   - challengeName: the challenge's name.
    ///   - publicURL: where the judge's pages are, without a slash at its end; `nil` where that is not known.
    package init(_ report: Report, challengeName: String, attempt: Int = 1, publicURL: String? = nil) {
        let submission = report.submission
        id = submission.id
        challenge = submission.challenge
        self.challengeName = challengeName.displayedInline(limit: 200)
        file = submission.file.displayedInline(limit: 200)
        author = submission.author?.displayedInline(limit: 80)
        submittedAt = submission.submittedAt
        self.attempt = attempt
        verdict = report.verdict
        message = report.message?.displayedInline(limit: 500)
        seconds = report.seconds.isFinite ? report.seconds : 0
        passed = report.groups.passed
        total = report.groups.total
        groups = report.groups.prefix(24).map { group in
            var metrics: [String: Double] = [:]
            for result in group.cases {
                for (name, value) in result.metrics.sorted(by: { $0.key < $1.key }) where value.isFinite {
                    let name = name.displayedInline(limit: 40)
                    guard metrics.count < 8 || metrics[name] != nil else { continue }
                    metrics[name] = max(metrics[name] ?? value, value)
                }
            }
            return Group(
                name: group.name.displayedInline(limit: 80), verdict: group.verdict, passed: group.passed,
                total: group.total,
                metrics: metrics)
        }
        failure = report.firstFailure.map { group, result in
            Failure(
                place: "\(group.name)/\(result.name)".displayedInline(limit: 160), verdict: result.verdict,
                message: result.message?.displayedInline(limit: 500), hint: result.hint?.displayedInline(limit: 500))
        }
        time = report.complexity.map { Growth($0.time) }
        space = report.complexity.map { Growth($0.space) }
        url = publicURL.map { "\($0)/submissions/\(submission.id)" }
        reportURL = publicURL.map { "\($0)/api/v1/submissions/\(submission.id)/report" }
        fit()
    }

    /// Leaves out what counts least until the whole is small, however long its letters are in bytes.
    private mutating func fit() {
        func isSmall() -> Bool { News.graded(self).json.utf8.count <= News.mostBytes }
        if isSmall() { return }
        for index in (time?.variables ?? []).indices { time?.variables[index].points = [] }
        for index in (space?.variables ?? []).indices { space?.variables[index].points = [] }
        if isSmall() { return }
        groups = []
        if isSmall() { return }
        (failure, message, time, space) = (nil, nil, nil, nil)
    }
}

extension SubmissionNews.Growth {
    init(_ growth: ResourceGrowth) {
        bound = growth.bound.displayedInline(limit: 200)
        verdict = growth.verdict
        message = growth.message?.displayedInline(limit: 500)
        variables = growth.variables.prefix(8).map { variable in
            SubmissionNews.Variable(
                name: variable.displayedName, grows: variable.displayedClass,
                exponent: variable.exponent.isFinite ? variable.exponent : nil,
                interval: variable.interval.allSatisfy(\.isFinite) ? variable.interval : nil,
                verdict: variable.verdict, family: variable.family.displayedInline(limit: 60),
                points: variable.points.prefix(12).filter(\.bound.isFinite).map {
                    [Double($0.x), Double($0.value), $0.bound]
                })
        }
    }
}
