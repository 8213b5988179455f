extension CaseSettings {
    static let keys = [
        "args", "input_validator_args", "output_validator_args", "input_visualizer_args", "output_visualizer_args",
        "full_feedback", "hint", "description",
    ]

    /// Takes over what the file of a case says.
    mutating func apply(_ map: YAMLMap) {
        if let words = map["args"]?.words() { args = words }
        if let words = map["output_validator_args"]?.words() { outputValidatorArgs = words }
        if let words = map["input_visualizer_args"]?.words() { inputVisualizerArgs = words }
        if let words = map["output_visualizer_args"]?.words() { outputVisualizerArgs = words }
        if let value = map["full_feedback"]?.bool() { fullFeedback = value }
        if let text = map["hint"]?.string() { hint = text }
        if let text = map["description"]?.string() { description = text }
        guard let field = map["input_validator_args"] else { return }
        guard case .mapping = field.node.content else {
            if let words = field.words() { inputValidatorArgs = .all(words) }
            return
        }
        var named: [String: [String]] = [:]
        for (name, field) in field.entries() ?? [] { named[name] = field.words() ?? [] }
        inputValidatorArgs = .named(named)
    }
}

extension GroupSettings {
    /// Where a `test_group.yaml` lies, which decides on its keys.
    enum Place {
        case sample, secret, group, validation
    }

    private static let groupKeys = [
        "max_score", "score_aggregation", "static_validation_score", "require_pass", "args", "input_validator_args",
        "static_validator_args", "output_validator_args", "input_visualizer_args", "output_visualizer_args",
        "full_feedback",
    ]
    private static let scoringKeys = ["max_score", "score_aggregation", "require_pass"]
    private static let validationKeys = ["input_validator_args", "output_validator_args", "description"]

    /// The settings of a folder without a `test_group.yaml`.
    init(place: Place) {
        cases.fullFeedback = place == .sample
    }

    init(reading root: YAMLField, place: Place, metadata: ProblemMetadata) {
        self.init(place: place)
        guard let map = root.map(place == .validation ? Self.validationKeys : Self.groupKeys) else { return }
        cases.apply(map)
        for key in Self.scoringKeys where map[key] != nil {
            if place == .sample {
                map[key]?.report("must not be given for samples")
            } else if !metadata.isScoring {
                map[key]?.report("is only for problems of the type 'scoring'")
            }
        }
        if let field = map["max_score"] {
            if case .scalar("unbounded", _) = field.node.content {
                maximumScore = .unbounded
            } else {
                maximumScore = field.int(atLeast: 0).map { .points($0) }
            }
        }
        aggregation = map["score_aggregation"]?.choice()
        if let field = map["static_validation_score"] {
            if case .scalar("pass-fail", _) = field.node.content {
                staticValidationScore = .passFail
            } else {
                staticValidationScore = field.int(atLeast: 0).map { .points($0) }
                if !metadata.isScoring { field.report("must be 'pass-fail' in a problem that is not 'scoring'") }
            }
        }
        staticValidatorArgs = map["static_validator_args"]?.words() ?? []
        if map["static_validator_args"] != nil, map["static_validation_score"] == nil {
            map["static_validator_args"]?.report("says nothing without static_validation_score")
        }
        if let field = map["require_pass"] { requirePass = field.listOrSelf().compactMap { $0.word() } }
    }
}
