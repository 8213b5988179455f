/// What `problem.yaml` says about a challenge.
package struct ProblemMetadata: Sendable, Equatable {
    /// A type of problem; a problem that is not `scoring` is `pass-fail`.
    package enum Kind: String, Sendable, CaseIterable {
        case passFail = "pass-fail"
        case scoring
        case multiPass = "multi-pass"
        case interactive
        case submitAnswer = "submit-answer"
    }

    /// The licence under which the problem may be used.
    package enum License: String, Sendable, CaseIterable {
        case unknown
        case publicDomain = "public domain"
        case cc0
        case ccBy = "cc by"
        case ccBySA = "cc by-sa"
        case educational
        case permission
    }

    /// Where the problem comes from.
    package struct Source: Sendable, Equatable {
        /// The contest, course, book or data set.
        package var name: String
        /// A page about it.
        package var url: String?
    }

    /// The date until which the package must not be published.
    package struct Embargo: Sendable, Equatable {
        /// As it is written, e.g. `2026-01-31` or `2026-01-31T12:00:00Z`.
        package var text: String
        /// Seconds since 1970-01-01T00:00:00Z.
        package var secondsSince1970: Int
    }

    /// The version of the format.
    package var format: FormatVersion
    /// What `legacy` packages hand to their output validator.
    package var validatorFlags: [String] = []
    /// The types, at least one.
    package var kinds: [Kind] = [.passFail]
    /// The name in each language; a plain name is `en`.
    package var names: [String: String] = [:]
    /// Tracks the problem when its slug or name change.
    package var uuid: String
    /// Tracks small changes of the problem.
    package var version: String?
    /// Who made it.
    package var credits = Credits()
    /// Where it comes from.
    package var sources: [Source] = []
    /// The licence.
    package var license = License.unknown
    /// Who owns the rights, where it is said in so many words.
    package var rightsOwner: String?
    /// Until when it must not be published.
    package var embargoUntil: Embargo?
    /// What submissions, compilers and validators may use.
    package var limits = PackageLimits()
    /// Words that describe it.
    package var keywords: [String] = []
    /// Codes of the languages that it may be solved in; `nil` is all.
    package var languages: [String]?
    /// Whether submissions may write files.
    package var allowsFileWriting = false
    /// Constants for statements, validators and sources.
    package var constants = Constants()

    /// The name in `language`, else in English, else in the first language there is.
    package func name(in language: String = "en") -> String {
        names[language] ?? names["en"] ?? names.min { $0.key < $1.key }?.value ?? ""
    }

    /// Whether `scoring` is among the types.
    package var isScoring: Bool { kinds.contains(.scoring) }

    /// How hard it is, by the first keyword that says so.
    package var difficulty: Difficulty? { keywords.lazy.compactMap { Difficulty(rawValue: $0) }.first }

    /// What it is about: the keywords that do not say how hard it is.
    package var topics: [String] { keywords.filter { Difficulty(rawValue: $0) == nil } }
}

/// How hard a challenge is.
package enum Difficulty: String, Sendable, CaseIterable, Codable, Comparable {
    case easy, medium, hard

    package static func < (first: Difficulty, second: Difficulty) -> Bool {
        allCases.firstIndex(of: first)! < allCases.firstIndex(of: second)!
    }
}

/// Who made a challenge.
package struct Credits: Sendable, Equatable {
    /// One person.
    package struct Person: Sendable, Equatable {
        /// The full name.
        package var name: String
        /// The address for mail.
        package var email: String?
        /// The ORCID.
        package var orcid: String?
        /// The name at Kattis.
        package var kattis: String?
    }

    /// The people who thought of the problem.
    package var authors: [Person] = []
    /// The people who made the package.
    package var contributors: [Person] = []
    /// The people who tried it out.
    package var testers: [Person] = []
    /// The people who translated the statement, by language.
    package var translators: [String: [Person]] = [:]
    /// The people who made the package out of an existing problem.
    package var packagers: [Person] = []
    /// Whoever else is thanked.
    package var acknowledgements: [Person] = []
}
