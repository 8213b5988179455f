/// Example submissions and what is expected of them.
extension PackageChecker {
    func checkSubmissions() {
        for file in tree["submissions"]?.files ?? [] where file != "submissions.yaml" {
            report("submissions/\(file)", "submissions lie in a folder such as accepted/; move it there")
        }
        let submissions = challenge.submissions
        let swift = submissions.filter { $0.language == "swift" }
        // A package from elsewhere is complete with a solution in another language, which is not run here.
        let candidates = challenge.isWholeProgram ? submissions : swift
        if !candidates.contains(where: { $0.directory == "accepted" }) {
            report("submissions/accepted", "there is no accepted submission in Swift; add one")
        }
        for directory in Set(submissions.map(\.directory)).sorted() {
            let inside = submissions.filter { $0.directory == directory }
            if inside.allSatisfy(\.expectations.isEmpty), metadata.format == .v2025_09 {
                report(
                    "submissions/\(directory)",
                    """
                    nothing is expected of its submissions; use a folder of the format such as accepted/, or say in \
                    submissions.yaml what they get
                    """)
            }
        }
        if !swift.isEmpty, !swift.contains(where: { $0.expectations.contains(where: \.boundsFromBelow) }) {
            report("submissions", "no submission bounds the time limit from below; one at least must")
        }
        let cases = challenge.caseNames
        SubmissionsReader(source: source, tree: tree, metadata: metadata).reportUnmatched(submissions, cases: cases)
        for submission in submissions { check(submission, cases) }
        if let solution = challenge.generators?.solution {
            let path = solution.dropFirst("submissions/".count)
            if let model = submissions.first(where: { $0.path == path }), model.directory != "accepted" {
                report(
                    "generators/generators.yaml", key: "solution", "must be an accepted submission, not \(model.path)")
            }
        }
    }

    private func check(_ submission: ExampleSubmission, _ cases: [String]) {
        let path = "submissions/\(submission.path)"
        if submission.files.isEmpty {
            report(path, "is an empty folder, no submission")
        } else if submission.language == nil {
            report(path, "has files of several languages; say which it is with 'language' in submissions.yaml")
        }
        // Without rules on single cases every case is like the first.
        let isUniform = submission.expectations.allSatisfy { $0.casePattern == nil }
        for name in isUniform ? Array(cases.prefix(1)) : cases {
            let rules = submission.expectations.filter { $0.applies(toCase: name) }
            let permitted = rules.reduce(Set(CaseVerdict.allCases)) { $0.intersection($1.permitted) }
            if permitted.isEmpty {
                let patterns = Set(rules.map { "'\($0.pattern.shown)'" }).sorted().joined(separator: " and ")
                report(path, "no verdict on \(name) is permitted by \(patterns) together")
                break
            }
        }
        let isBounded = submission.expectations.contains(where: \.boundsFromBelow)
        if isBounded, submission.expectations.contains(where: { $0.boundsFromAbove && $0.casePattern == nil }),
            submission.expectations.contains(where: { $0.boundsFromBelow && $0.casePattern == nil })
        {
            report(path, "cannot bound the time limit from below and from above on all cases")
        }
        let size = submission.files.reduce(0) { $0 + (FileStamp(path: $1.location)?.size ?? 0) }
        if submission.directory == "accepted", size > challenge.limits.code << 10 {
            report(path, "has \(size) bytes, more than the \(challenge.limits.code) KiB that limits.code allows")
        }
    }
}
