/// How a case is run and judged, and what may be said of it.
package struct CaseSettings: Sendable, Equatable {
    /// Arguments of the submission.
    package var args: [String] = []
    /// Arguments of the input validators.
    package var inputValidatorArgs = ValidatorArguments.all([])
    /// Arguments of the output validator.
    package var outputValidatorArgs: [String] = []
    /// Arguments of the program that draws inputs.
    package var inputVisualizerArgs: [String] = []
    /// Arguments of the program that draws outputs.
    package var outputVisualizerArgs: [String] = []
    /// Whether a solver who fails this case is shown its data.
    package var fullFeedback = false
    /// Feedback for a solver who fails this case.
    package var hint: String?
    /// What the case is meant to test.
    package var description: String?
}

/// The arguments of input validators.
package enum ValidatorArguments: Sendable, Equatable {
    /// The same for each of them.
    case all([String])
    /// By a validator's name; validators that are not named get none.
    case named([String: [String]])

    /// The arguments of the validator `name`.
    package func arguments(for name: String) -> [String] {
        switch self {
        case .all(let arguments): arguments
        case .named(let arguments): arguments[name] ?? []
        }
    }
}

/// A case whose data lie in the package.
package struct TestCase: Sendable, Equatable {
    /// The path from `data/` without extension, e.g. `secret/edge/one-cluster`.
    package let name: String
    /// The path from its group's folder, e.g. `one-cluster`.
    package let shortName: String
    /// Standard input.
    package let input: PackageFile
    /// What the output validator compares with.
    package let answer: PackageFile
    /// An example of a submission's output, shown instead of the answer.
    package let output: PackageFile?
    /// Files that are shown or offered instead of the data, by extension: `interaction`, `in.statement`,
    /// `ans.statement`, `in.download`, `ans.download`.
    package let overrides: [String: PackageFile]
    /// A drawing of the case for judges.
    package let illustration: PackageFile?
    /// How it is run and judged.
    package let settings: CaseSettings
}

/// A case that tests the validators and never a submission.
package struct ValidationCase: Sendable, Equatable {
    /// The path from `data/` without extension, e.g. `invalid_output/too-short`.
    package let name: String
    /// The input; invalid in `invalid_input`, valid in the other folders.
    package let input: PackageFile
    /// The judge's answer; none in `invalid_input`.
    package let answer: PackageFile?
    /// The output to be validated; none in `invalid_input`.
    package let output: PackageFile?
    /// The validators' arguments and a description.
    package let settings: CaseSettings
}
