/// One case, ready to run: its data lie on disk.
package struct PreparedCase: Sendable, Equatable {
    /// `sample`, or `secret/GROUP`.
    package let group: String
    /// The name within the group.
    package let name: String
    /// The path of the input.
    package let input: String
    /// The path of the author's answer.
    package let answer: String
    /// Arguments of the program.
    package var arguments: [String] = []
    /// Arguments of the output validator.
    package var validatorArguments: [String] = []
    /// The author's hint for those who fail.
    package var hint: String?
    /// Whether everybody has its data.
    package var isPublic: Bool { group == "sample" }
    /// The name within `data/`, e.g. `secret/edge/one-cluster`.
    package var path: String { "\(group)/\(name)" }
}
