/// A version of the Problem Package Format, and what is called otherwise in it.
package enum FormatVersion: String, Sendable, CaseIterable {
    /// That of packages which do not say.
    case legacy
    /// The draft on the way to 2025-09.
    case v2023_07 = "2023-07"
    /// The one that packages are written in here.
    case v2025_09 = "2025-09"

    /// The version that `problem_format_version` names.
    init?(named name: String) {
        self.init(rawValue: name == "2023-07-draft" ? "2023-07" : name)
    }

    /// Where statements lie.
    var statementFolder: String { self == .legacy ? "problem_statement" : "statement" }

    /// Where the output validator lies.
    var outputValidatorFolder: String { self == .legacy ? "output_validators" : "output_validator" }

    /// The file that says how a folder of test data is judged.
    var groupFile: String { self == .v2025_09 ? "test_group.yaml" : "testdata.yaml" }
}
