/// `testdata.yaml`, of versions before 2025-09, with what it says in the words of that version.
struct LegacyGroupSettings {
    private static let keys = [
        "on_reject", "grading", "grader_flags", "input_validator_flags", "output_validator_flags", "accept_score",
        "reject_score", "range", "scoring",
    ]

    /// Arguments of validators, as groups below inherit them.
    var inputFlags: ValidatorArguments = .all([])
    var outputFlags: [String]
    private var graderFlags: [String] = []
    private var acceptScore = 1.0
    private var range: (low: Double, high: Double)?

    init(outputFlags: [String]) { self.outputFlags = outputFlags }

    /// Takes over what the file of a folder says.
    mutating func apply(_ root: YAMLField) {
        guard let map = root.map(Self.keys) else { return }
        if let field = map["output_validator_flags"] {
            if let named = field.isMap ? field.map(["name", "flags"]) : nil {
                outputFlags = named["flags"]?.spacedWords() ?? []
            } else {
                outputFlags = field.spacedWords()
            }
        }
        if let field = map["input_validator_flags"] {
            if field.isMap, let named = field.map(["name", "flags"]), let name = named["name"]?.word() {
                inputFlags = .named([name: named["flags"]?.spacedWords() ?? []])
            } else {
                inputFlags = .all(field.spacedWords())
            }
        }
        if let field = map["grader_flags"] { graderFlags = field.spacedWords() }
        if let field = map["accept_score"] { acceptScore = field.double(atLeast: 0, atMost: 1e9) ?? 1 }
        if let field = map["range"] {
            let bounds = field.spacedWords().compactMap { Double($0) }
            if bounds.count == 2 { range = (bounds[0], bounds[1]) } else { field.report("must be two numbers") }
        }
        if map["grading"]?.word() == "custom" { map["grading"]?.report("graders of a package's own are not supported") }
    }

    /// As 2025-09 has it, for a group of `count` cases.
    func settings(isScoring: Bool, place: GroupSettings.Place, count: Int) -> GroupSettings {
        var settings = GroupSettings(place: place)
        settings.cases.outputValidatorArgs = outputFlags
        settings.cases.inputValidatorArgs = inputFlags
        guard isScoring, place != .sample else { return settings }
        let takesLeast = graderFlags.contains("min")
        settings.aggregation = takesLeast ? .min : .sum
        // A case is worth `accept_score`; a group in which cases add up is worth all of theirs together.
        let worth = place == .secret ? range?.high ?? 100 : takesLeast ? acceptScore : acceptScore * Double(count)
        settings.maximumScore = worth.isFinite && worth <= 1e9 ? .points(Int(worth.rounded())) : .unbounded
        return settings
    }
}

extension YAMLField {
    fileprivate var isMap: Bool {
        if case .mapping = node.content { return true }
        return false
    }
}
