/// A verdict on one case as `submissions.yaml` writes it.
package enum CaseVerdict: String, Sendable, CaseIterable {
    case accepted = "AC"
    case wrongAnswer = "WA"
    case timeLimitExceeded = "TLE"
    case runTimeError = "RTE"
}

/// What a rule demands of an example submission on some of the cases, or on all of them.
package struct SubmissionRule: Sendable {
    /// Whether a rule bounds the time limit.
    package enum TimeLimitUse: String, Sendable {
        /// As its verdicts say: from below where `TLE` is not permitted, from above where only `TLE` is required.
        case automatic
        /// It does not.
        case none
        /// From below, in any case.
        case lower
        /// From above, in any case.
        case upper
    }

    /// The pattern of submissions that the rule stands under, e.g. `wrong_answer` or `accepted/*`.
    package let pattern: String
    /// The pattern of cases that it is about; `nil` is all cases.
    package let casePattern: String?
    /// Every case must have one of these verdicts.
    package let permitted: Set<CaseVerdict>
    /// One case at least must have one of these verdicts.
    package let required: Set<CaseVerdict>
    /// The score, in problems that give scores.
    package let score: ClosedRange<Double>?
    /// A text that some case's `judgemessage.txt` must hold.
    package let message: String
    /// Whether it bounds the time limit.
    package let timeLimitUse: TimeLimitUse
    /// The line of `submissions.yaml`, where the rule stands there.
    package let line: Int?
    let cases: GlobPattern?

    /// Whether the rule is about the case `name`, e.g. `secret/edge/one-cluster`.
    package func applies(toCase name: String) -> Bool { cases?.matches(name) ?? true }

    /// Whether submissions under this rule bound the time limit from below.
    package var boundsFromBelow: Bool {
        timeLimitUse == .lower || timeLimitUse == .automatic && !permitted.contains(.timeLimitExceeded)
    }

    /// Whether submissions under this rule bound the time limit from above.
    package var boundsFromAbove: Bool {
        timeLimitUse == .upper || timeLimitUse == .automatic && required == [.timeLimitExceeded]
    }
}

/// How an example submission did on one case.
package struct CaseOutcome: Sendable {
    /// The case's full name, e.g. `secret/edge/one-cluster`.
    package var name: String
    /// The verdict.
    package var verdict: CaseVerdict
    /// What the output validator wrote into `judgemessage.txt`.
    package var judgeMessage: String

    /// The outcome of one case.
    package init(name: String, verdict: CaseVerdict, judgeMessage: String = "") {
        self.name = name
        self.verdict = verdict
        self.judgeMessage = judgeMessage
    }
}

/// A submission that comes with the package, with what it is expected to get.
package struct ExampleSubmission: Sendable {
    /// The path below `submissions/`, e.g. `accepted/plain.swift`.
    package let path: String
    /// The folder of `submissions/` that it lies in, e.g. `accepted`.
    package let directory: String
    /// Its files, one or those of a folder.
    package let files: [PackageFile]
    /// The language's code; `nil` when the files do not tell.
    package let language: String?
    /// The entry point, where one is named.
    package let entrypoint: String?
    /// Who wrote it.
    package let authors: [Credits.Person]
    /// Whether it is meant to be published as a model.
    package let isModelSolution: Bool
    /// Everything that is demanded of it.
    package let expectations: [SubmissionRule]

    /// Whether its cases pass and its growth does not: it lies in `complexity_exceeded`, a folder of our own.
    package var isExpectedToExceedComplexity: Bool { directory == "complexity_exceeded" }

    /// What it got that it was not expected to, one sentence for each broken demand; empty when it kept them all.
    ///
    /// - Parameter scores: of the groups by name, and of the whole under an empty name, in problems that give them.
    package func violations(_ outcomes: [CaseOutcome], scores: [String: Double] = [:]) -> [String] {
        var sentences: [String] = []
        func words(_ verdicts: Set<CaseVerdict>) -> String {
            CaseVerdict.allCases.filter(verdicts.contains).map(\.rawValue).joined(separator: ", ")
        }
        for rule in expectations {
            let place = rule.casePattern.map { " on \($0.shown)" } ?? ""
            let outcomes = outcomes.filter { rule.applies(toCase: $0.name) }
            if let first = outcomes.first(where: { !rule.permitted.contains($0.verdict) }) {
                sentences.append(
                    """
                    \(path) got \(first.verdict.rawValue) on \(first.name); '\(rule.pattern.shown)' permits \
                    \(words(rule.permitted))\(place)
                    """)
            }
            if !outcomes.contains(where: { rule.required.contains($0.verdict) }) {
                sentences.append(
                    "\(path) got no \(words(rule.required))\(place), which '\(rule.pattern.shown)' requires on one case"
                )
            }
            if let range = rule.score {
                let places = scores.keys.filter { rule.cases?.matches($0) ?? $0.isEmpty }.sorted()
                for place in places {
                    // A score is a sum of floating-point numbers.
                    let score = scores[place] ?? 0
                    if score >= range.lowerBound - 1e-6, score <= range.upperBound + 1e-6 { continue }
                    sentences.append(
                        """
                        \(path) earned \(score)\(place.isEmpty ? "" : " in \(place)"); '\(rule.pattern.shown)' \
                        promises \(range.lowerBound) to \(range.upperBound)
                        """)
                }
            }
            if !rule.message.isEmpty, !outcomes.contains(where: { $0.judgeMessage.contains(rule.message) }) {
                sentences.append(
                    """
                    no judge message of \(path)\(place) holds '\(rule.message.shown)', which '\(rule.pattern.shown)' \
                    requires
                    """
                )
            }
        }
        return sentences
    }
}
