/// The cases of `sample`, of `secret`, or of one folder of `secret`.
package struct TestGroup: Sendable, Equatable {
    /// `sample`, `secret`, or `secret/NAME`.
    package let name: String
    /// What `test_group.yaml` says.
    package let settings: GroupSettings
    /// Whether there is a `test_group.yaml`. A folder without one is no test data group to the format, yet its cases
    /// belong together.
    package let isDeclared: Bool
    /// The cases whose data lie in the package, by name.
    package let cases: [TestCase]
    /// The cases that a generator makes, by name.
    package let generated: [GeneratedCase]

    /// The name without `secret/`.
    package var shortName: String { name.hasPrefix("secret/") ? String(name.dropFirst("secret/".count)) : name }

    /// How many cases there are.
    package var count: Int { cases.count + generated.count }

    /// Whether solvers are given the data.
    package var isPublic: Bool { name == "sample" }
}

/// What `test_group.yaml` says of a folder of test data.
package struct GroupSettings: Sendable, Equatable {
    /// How the score of a group follows from those of its cases.
    package enum Aggregation: String, Sendable, CaseIterable {
        case passFail = "pass-fail"
        case sum
        case min
    }

    /// The most points to be had.
    package enum MaximumScore: Sendable, Equatable {
        case points(Int)
        case unbounded
    }

    /// What the static validation of a group is worth.
    package enum StaticScore: Sendable, Equatable {
        case points(Int)
        case passFail
    }

    /// What its cases inherit.
    package var cases = CaseSettings()
    /// The most points; `nil` is 100 for `secret` and unbounded for groups.
    package var maximumScore: MaximumScore?
    /// How scores add up; `nil` is `sum` for `secret` and `pass-fail` for groups.
    package var aggregation: Aggregation?
    /// What static validation is worth, where there is any.
    package var staticValidationScore: StaticScore?
    /// Arguments of the static validator.
    package var staticValidatorArgs: [String] = []
    /// Groups that must pass first, `sample` or `secret/NAME`.
    package var requirePass: [String] = []
}
