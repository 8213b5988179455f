/// Reads `submissions/` and what `submissions.yaml` expects of it.
struct SubmissionsReader {
    let source: PackageSource
    let tree: PackageTree
    let metadata: ProblemMetadata

    static let path = "submissions/submissions.yaml"
    static let keys = [
        "language", "entrypoint", "authors", "model_solution", "permitted", "required", "score", "message",
        "use_for_time_limit",
    ]
    private static let maximumCount = 1000
    private static let caseKeys = ["permitted", "required", "score", "message", "use_for_time_limit"]

    /// One entry of `submissions.yaml`, or a default directory.
    private struct Entry {
        let name: String
        let pattern: GlobPattern
        var language: String?
        var entrypoint: String?
        var authors: [Credits.Person] = []
        var isModelSolution = false
        var rules: [SubmissionRule] = []
        var line: Int?
    }

    /// What the format demands of each folder, and we of `complexity_exceeded`: right answers, in time, whose growth
    /// is too steep. How long those take says nothing about what a time limit should be.
    static let directories: [(name: String, permitted: Set<CaseVerdict>, required: Set<CaseVerdict>)] = [
        ("accepted", [.accepted], Set(CaseVerdict.allCases)),
        ("rejected", Set(CaseVerdict.allCases), [.runTimeError, .timeLimitExceeded, .wrongAnswer]),
        ("wrong_answer", [.accepted, .wrongAnswer], [.wrongAnswer]),
        ("time_limit_exceeded", [.accepted, .timeLimitExceeded], [.timeLimitExceeded]),
        ("run_time_error", [.accepted, .runTimeError], [.runTimeError]),
        ("brute_force", [.accepted, .runTimeError, .timeLimitExceeded], [.runTimeError, .timeLimitExceeded]),
        ("complexity_exceeded", [.accepted], [.accepted]),
    ]

    func submissions() -> [ExampleSubmission] {
        let entries = entries()
        var submissions: [ExampleSubmission] = []
        let root = tree["submissions"] ?? PackageTree()
        for (directory, content) in root.folders {
            let folder = "submissions/\(directory)"
            for file in content.files {
                submissions.append(
                    submission(directory, file, [PackageFile(in: folder, file, source)], entries))
            }
            for (name, below) in content.folders {
                let files = below.allFiles().map { PackageFile(in: "\(folder)/\(name)", $0, source) }
                submissions.append(submission(directory, name, files, entries))
            }
        }
        return submissions.sorted { $0.path < $1.path }
    }

    private func submission(
        _ directory: String, _ name: String, _ files: [PackageFile], _ entries: [Entry]
    ) -> ExampleSubmission {
        let path = "\(directory)/\(name)"
        let matching = entries.filter { $0.pattern.matches(path) }
        let endings = Set(files.map { Program.ending(of: $0.name) })
        let inferred = endings.contains("swift") ? "swift" : endings.count == 1 ? endings.first : nil
        return ExampleSubmission(
            path: path, directory: directory, files: files,
            language: matching.compactMap(\.language).last ?? inferred,
            entrypoint: matching.compactMap(\.entrypoint).last, authors: matching.flatMap(\.authors),
            isModelSolution: matching.contains(where: \.isModelSolution), expectations: matching.flatMap(\.rules))
    }

    /// Notes the patterns that match nothing, which are mistakes: what they were meant to demand is never checked.
    func reportUnmatched(_ submissions: [ExampleSubmission], cases: [String]) {
        for entry in entries() where entry.line != nil {
            if !submissions.contains(where: { entry.pattern.matches($0.path) }),
                !Self.directories.contains(where: { $0.name == entry.name })
            {
                let near = Spelling.nearest(to: entry.name, among: submissions.map(\.path))
                source.log.report(
                    Self.path, line: entry.line, key: entry.name,
                    near.map { "matches no submission; did you mean '\($0)'?" }
                        ?? "matches no submission; patterns are paths below submissions/")
            }
            for rule in entry.rules {
                guard let pattern = rule.casePattern, !cases.contains(where: rule.applies(toCase:)) else { continue }
                source.log.report(
                    Self.path, line: rule.line, key: "\(entry.name).\(pattern)", "matches no group and no case")
            }
        }
    }

    // MARK: submissions.yaml

    private func entries() -> [Entry] {
        var fields: [(key: String, field: YAMLField)] = []
        if tree.contains(file: Self.path) {
            fields = source.yaml(Self.path).flatMap { $0.entries() } ?? []
            if fields.count > Self.maximumCount {
                source.log.report(Self.path, "has more than \(Self.maximumCount) patterns; write fewer")
                fields = []
            }
        }
        var entries: [Entry] = []
        for (name, permitted, required) in Self.directories {
            guard var entry = entry(named: name) else { continue }
            let use: SubmissionRule.TimeLimitUse = name == "complexity_exceeded" ? .none : .automatic
            let fallback = SubmissionRule(
                pattern: name, casePattern: nil, permitted: permitted, required: required, score: nil, message: "",
                timeLimitUse: use, line: nil, cases: nil)
            // A directory's own entry replaces what it says and inherits the rest.
            if let own = fields.first(where: { $0.key == name })?.field {
                read(own, into: &entry, fallback: fallback)
            } else {
                entry.rules = [fallback]
            }
            entries.append(entry)
        }
        let names = Self.directories.map(\.name)
        for (key, field) in fields where !names.contains(key) {
            do throws(GlobPattern.Fault) {
                var entry = Entry(name: key, pattern: try GlobPattern(key))
                read(field, into: &entry, fallback: nil)
                entries.append(entry)
            } catch {
                field.report(Self.sentence(error))
            }
        }
        return entries
    }

    private func entry(named name: String) -> Entry? {
        (try? GlobPattern(name)).map { Entry(name: name, pattern: $0) }
    }

    private static func sentence(_ fault: GlobPattern.Fault) -> String {
        switch fault {
        case .unbalancedBraces: "the braces of the pattern do not match"
        case .tooManyWords: "the pattern stands for too many words; write it with fewer braces"
        }
    }

    private func read(_ field: YAMLField, into entry: inout Entry, fallback: SubmissionRule?) {
        entry.line = field.node.line
        guard case .mapping(let members) = field.node.content else {
            field.report("must be a map of keys such as 'permitted', but is \(field.node.kind)")
            return
        }
        let map = YAMLMap(field: field, entries: members)
        entry.language = map["language"]?.string()
        entry.entrypoint = map["entrypoint"]?.string()
        entry.authors = map["authors"].map { Credits.persons($0) } ?? []
        entry.isModelSolution = map["model_solution"]?.bool() ?? false
        if fallback != nil || Self.caseKeys.contains(where: { map[$0] != nil }) {
            entry.rules.append(
                rule(map, entry.name, casePattern: nil, cases: nil, fallback: fallback, line: field.node.line))
        }
        for member in members where !Self.keys.contains(member.key) {
            guard let pattern = try? GlobPattern(member.key), pattern.mayMatchCases,
                let field = map[member.key]
            else {
                field.reportUnknown(member, Self.keys)
                continue
            }
            guard let map = field.map(Self.caseKeys) else { continue }
            entry.rules.append(
                rule(map, entry.name, casePattern: member.key, cases: pattern, fallback: nil, line: member.line))
        }
    }

    private func rule(
        _ map: YAMLMap, _ name: String, casePattern: String?, cases: GlobPattern?, fallback: SubmissionRule?, line: Int
    ) -> SubmissionRule {
        func verdicts(_ key: String) -> Set<CaseVerdict>? {
            guard let field = map[key], let list = field.list() else { return nil }
            let verdicts = Set(list.compactMap { $0.choice(CaseVerdict.self) })
            if list.isEmpty { field.report("must not be empty") }
            return verdicts.isEmpty ? nil : verdicts
        }
        let use = map["use_for_time_limit"].flatMap(timeLimitUse) ?? fallback?.timeLimitUse ?? .automatic
        let all = Set(CaseVerdict.allCases)
        var permitted = verdicts("permitted") ?? fallback?.permitted ?? all
        var required = verdicts("required") ?? fallback?.required ?? all
        if use == .lower { permitted.remove(.timeLimitExceeded) }
        if use == .upper { required.formIntersection([.timeLimitExceeded]) }
        if permitted.isDisjoint(with: required) {
            let words = CaseVerdict.allCases.filter(permitted.contains).map(\.rawValue).joined(separator: ", ")
            source.log.report(
                Self.path, line: line, key: map.field.key,
                "can never hold: what is required of one case is not permitted on any (\(words))")
        }
        return SubmissionRule(
            pattern: name, casePattern: casePattern, permitted: permitted, required: required,
            score: map["score"].flatMap(score), message: map["message"]?.string() ?? "", timeLimitUse: use,
            line: line, cases: cases)
    }

    private func timeLimitUse(_ field: YAMLField) -> SubmissionRule.TimeLimitUse? {
        switch field.node.scalar {
        case .bool(let value): return value ? .automatic : SubmissionRule.TimeLimitUse.none
        case .string("lower"): return .lower
        case .string("upper"): return .upper
        default:
            field.report("must be true, false, lower or upper, but is \(field.node.kind)")
            return nil
        }
    }

    private func score(_ field: YAMLField) -> ClosedRange<Double>? {
        if !metadata.isScoring { field.report("is only for problems of the type 'scoring'") }
        guard case .sequence = field.node.content else {
            return field.double(atLeast: 0, atMost: 1e15).map { $0...$0 }
        }
        let bounds = field.list()?.compactMap { $0.double(atLeast: 0, atMost: 1e15) } ?? []
        guard bounds.count == 2, bounds[0] <= bounds[1] else {
            field.report("must be a number, or a list of the least and the greatest")
            return nil
        }
        return bounds[0]...bounds[1]
    }
}
