import Complexity
package import JudgeCore

/// A challenge as its package describes it: everything but the contents of data and source files, which lie at the
/// places that it names.
package struct Challenge: Sendable {
    /// The folder's name, which is the challenge's name in commands.
    package let slug: String
    /// The absolute path of the package's folder, links followed.
    package let folder: String
    /// Whether its hidden parts are sealed, and there was no key to open them; see ``SealedPackage``.
    package let isSealed: Bool
    /// What `problem.yaml` says.
    package let metadata: ProblemMetadata
    /// The statement in each language.
    package let statements: [Document]
    /// The editorial in each language.
    package let solutions: [Document]
    /// The files that solvers get besides statement and samples.
    package let attachments: [PackageFile]
    /// Starters by language, `default` among them.
    package let templates: [String: [PackageFile]]
    /// Files that are compiled together with each submission, by language, `default` among them.
    package let included: [String: [PackageFile]]
    /// `sample` if there is any, then the groups of secret cases by name.
    package let groups: [TestGroup]
    /// What `test_group.yaml` says of all secret data together.
    package let secretSettings: GroupSettings
    /// Inputs that the input validators must refuse.
    package let invalidInputs: [ValidationCase]
    /// Outputs that the output validator must refuse.
    package let invalidOutputs: [ValidationCase]
    /// Outputs that the output validator must accept.
    package let validOutputs: [ValidationCase]
    /// The programs that make cases.
    package let generatorPrograms: [Program]
    /// What makes the generated cases, where there are any.
    package let generators: Generators?
    /// The programs that check inputs.
    package let inputValidators: [Program]
    /// The program that checks outputs; `nil` is the format's own, ``DefaultValidator``.
    package let outputValidator: Program?
    /// How fast work and memory may grow, and how that is measured: `complexity.yaml`.
    package let growth: GrowthSettings?
    /// How it is used in an interview: `interview.yaml`.
    package let interview: InterviewNotes?
    /// The questions, where it is a quiz: `quiz.yaml`.
    package let quiz: Quiz?
    /// Mistakes in the starter that are to be found, where it is one to debug: `debugging.yaml`.
    package let plantedBugs: [PlantedBug]
    /// Changes of the model solution that mean the same: `mutations.yaml`.
    package let equivalentMutations: [EquivalentMutation]
    /// The submissions that come with the package, by path.
    package let submissions: [ExampleSubmission]

    /// What is asked for.
    package var form: Form {
        Form(isQuiz: quiz != nil, isDebugging: !plantedBugs.isEmpty, isScoring: metadata.isScoring)
    }

    /// The name in English, or in the first language there is.
    package var name: String { metadata.name() }

    /// The limits of the package.
    package var limits: PackageLimits { metadata.limits }

    /// The files compiled together with a Swift submission: the harness. Empty: a submission is a whole program.
    package var harness: [PackageFile] { included["swift"] ?? included["default"] ?? [] }

    /// Whether a submission is a program on standard input and output, without a harness around it.
    package var isWholeProgram: Bool { harness.isEmpty }

    /// The Swift starter: the file named for the challenge, else the first one.
    package var template: PackageFile? {
        let files = templates["swift"] ?? templates["default"] ?? []
        return files.first { $0.name == "\(slug).swift" } ?? files.first { $0.name.hasSuffix(".swift") }
    }

    /// The samples, where there are any.
    package var samples: TestGroup? { groups.first(where: \.isPublic) }

    /// The groups whose data stay hidden.
    package var secretGroups: [TestGroup] { groups.filter { !$0.isPublic } }

    /// The statement in `language`, else in English, else in the first language there is.
    package func statement(in language: String = "en") -> Document? { statements.preferred(language) }

    /// The editorial in `language`, else in English, else in the first language there is.
    package func solution(in language: String = "en") -> Document? { solutions.preferred(language) }

    /// The full names of all cases, in the order in which they run.
    package var caseNames: [String] { groups.flatMap { $0.cases.map(\.name) + $0.generated.map(\.name) }.sorted() }

    /// The bytes of a source file as it is compiled: constants of the package filled in.
    ///
    /// - Throws: `broken-package` when the file is gone or cannot be read, or is no regular file.
    package func source(of file: PackageFile) throws(JudgeError) -> [UInt8] {
        metadata.constants.substituted(in: try contents(of: file, limit: PackageSource.textLimit))
    }

    /// The bytes of a file as they are.
    ///
    /// - Throws: `broken-package` when the file is gone or cannot be read, is no regular file, or has more than
    ///   `limit` bytes.
    package func contents(of file: PackageFile, limit: Int) throws(JudgeError) -> [UInt8] {
        switch readFile(file.location, limit: limit) {
        case .success(let read): return read.bytes
        case .failure(let failure):
            throw JudgeError(.usage, "broken-package", "\(slug)/\(file.path): \(failure.message)")
        }
    }

    /// The time limit that the example submissions ask for, where `problem.yaml` sets none.
    ///
    /// - Parameter seconds: the CPU time of each example submission, by its path, on each case, by its full name.
    /// - Throws: `no-time-limit` when no limit leaves the margins to all of them.
    package func inferredTimeLimit(from seconds: [String: [String: Double]]) throws(JudgeError) -> Double {
        let bounds = timeBounds(from: seconds)
        do {
            return try TimeLimit.infer(
                lower: bounds.lower, upper: bounds.upper, multipliers: limits.timeMultipliers,
                resolution: limits.timeResolution)
        } catch {
            throw JudgeError(error.kind, error.code, "\(slug)/problem.yaml: limits.time_limit: \(error.message)")
        }
    }

    /// The slowest CPU time under each rule that bounds the time limit.
    ///
    /// - Parameter seconds: the CPU time of each example submission, by its path, on each case, by its full name.
    package func timeBounds(from seconds: [String: [String: Double]]) -> (lower: [Double], upper: [Double]) {
        var bounds: (lower: [Double], upper: [Double]) = ([], [])
        for submission in submissions {
            guard let cases = seconds[submission.path] else { continue }
            for rule in submission.expectations {
                guard let slowest = cases.filter({ rule.applies(toCase: $0.key) }).values.max() else { continue }
                if rule.boundsFromBelow { bounds.lower.append(slowest) }
                if rule.boundsFromAbove { bounds.upper.append(slowest) }
            }
        }
        return bounds
    }
}
