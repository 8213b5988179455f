/// What a list of challenges shows of each.
package struct ChallengeSummary: Sendable, Equatable {
    /// The folder's name.
    package let slug: String
    /// What `problem.yaml` says; `nil` when it cannot be read.
    package let metadata: ProblemMetadata?
    /// What `interview.yaml` says, where there is one that can be read.
    package let interview: InterviewNotes?
    /// What it asks for.
    package let form: Challenge.Form
    /// The first thing that is wrong with these.
    package let problem: PackageProblem?

    /// The name in English, or the slug of a package that cannot be read.
    package var name: String {
        guard let name = metadata?.name(), !name.isEmpty else { return slug }
        return name
    }

    /// Words that describe it.
    package var keywords: [String] { metadata?.keywords ?? [] }

    /// What it is about: the keywords that do not say how hard it is.
    package var topics: [String] { metadata?.topics ?? [] }

    /// How hard it is, where a keyword says so.
    package var difficulty: Difficulty? { metadata?.difficulty }

    /// The limits; `nil` when `problem.yaml` cannot be read.
    package var limits: PackageLimits? { metadata?.limits }
}
