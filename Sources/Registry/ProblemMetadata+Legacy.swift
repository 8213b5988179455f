/// `problem.yaml` of the version `legacy`, with what it says in the words of 2025-09.
extension ProblemMetadata {
    static let legacyKeys = [
        "problem_format_version", "type", "name", "uuid", "author", "source", "source_url", "license", "rights_owner",
        "limits", "validation", "validator_flags", "grading", "keywords",
    ]

    init(legacy map: YAMLMap) {
        format = .legacy
        uuid = map["uuid"]?.string() ?? ""
        if let field = map["name"] {
            // Some tools wrote a map of languages already then.
            if case .mapping = field.node.content {
                for (language, field) in field.entries() ?? [] { names[language] = field.string() }
            } else {
                names = ["en": field.word() ?? ""]
            }
        }
        let type = map["type"]?.word() ?? "pass-fail"
        if type == "scoring" {
            kinds = [.scoring]
        } else if type != "pass-fail" {
            map["type"]?.report("must be pass-fail or scoring")
        }
        let validation = map["validation"]?.spacedWords() ?? []
        if validation.contains("interactive") {
            map["validation"]?.report("'interactive' problems are not supported by this judge")
        }
        validatorFlags = map["validator_flags"]?.spacedWords() ?? []
        let authors = (map["author"]?.word() ?? "").replacing(" and ", with: ",").split(separator: ",")
        credits.authors = authors.map { name in
            Credits.Person(name: String(name.drop(while: { $0 == " " })))
        }
        if let name = map["source"]?.word() { sources = [Source(name: name, url: map["source_url"]?.word())] }
        if let field = map["license"] { license = field.choice() ?? .unknown }
        rightsOwner = map["rights_owner"]?.word()
        keywords = map["keywords"]?.spacedWords() ?? []
        guard let field = map["limits"] else { return }
        let keys = [
            "time_multiplier", "time_safety_margin", "memory", "output", "code", "compilation_time",
            "compilation_memory", "validation_time", "validation_memory", "validation_output",
        ]
        guard let given = field.map(keys) else { return }
        limits.timeMultipliers.acToTimeLimit = given["time_multiplier"]?.double(atLeast: 1) ?? 5
        limits.timeMultipliers.timeLimitToTLE = given["time_safety_margin"]?.double(atLeast: 1) ?? 2
        limits.read(given)
    }
}

extension String {
    /// The name that a statement in LaTeX gives its problem: in plain words, where it says those too.
    var problemName: String? {
        for line in split(separator: "\n") {
            guard let range = line.firstRange(of: "plainproblemname:") else { continue }
            return String(line[range.upperBound...].drop(while: { $0 == " " }))
        }
        guard let start = firstRange(of: "\\problemname{") else { return nil }
        let name = self[start.upperBound...].prefix { $0 != "}" && $0 != "\n" }
        return name.isEmpty ? nil : String(name)
    }
}
