import Compilation
import JudgeCore
import Registry

/// Everything that grading for one challenge needs, ready on disk.
package struct Material: Sendable {
    /// One group of cases.
    package struct Group: Sendable {
        /// `sample`, or `secret/NAME`.
        package let name: String
        package let cases: [PreparedCase]
        /// What the package says of it.
        let group: TestGroup
    }

    /// The groups in the order in which they run: samples, then secret ones by name.
    package let groups: [Group]
    /// The output validator; `nil` means the format's default one.
    package let validator: BuiltProgram?
    /// The limits of each case.
    package let limits: Limits
    /// A short name of the secret that hidden data were drawn with.
    package let seed: String
}
