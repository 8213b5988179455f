package import JudgeCore

extension StudyPlan {
    /// What the file at `path` says.
    ///
    /// - Throws: `JudgeError` `bad-plan` with the first fault: file, line and key.
    package init(path: String) throws(JudgeError) {
        self.init()
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        let name = String(path.split(separator: "/").last ?? "")
        let shown = folder.isEmpty ? (path.hasPrefix("/") ? "" : ".") : folder
        let source = PackageSource(slug: shown, folder: resolved(shown.isEmpty ? "/" : shown) ?? shown, opened: nil)
        if let field = source.yaml(name) { read(field) }
        if let problem = source.log.sorted.first { throw JudgeError(.usage, "bad-plan", problem.description) }
    }

    private mutating func read(_ field: YAMLField) {
        guard let map = field.map(["layout", "groups", "assignments", "attempts"]) else { return }
        if let field = map["layout"] { layouts = field.listOrSelf().compactMap(Self.layout) }
        for (name, members) in map["groups"]?.entries() ?? [] {
            groups.append(Group(name: name, members: members.words() ?? []))
        }
        if let field = map["attempts"] { attempts = field.int(atLeast: 1) }
        for field in map["assignments"]?.list() ?? [] {
            if let assignment = Assignment(reading: field, groups: groups.map(\.name)) {
                assignments.append(assignment)
            }
        }
        for (index, assignment) in assignments.enumerated() {
            guard assignments[..<index].contains(where: { $0.name == assignment.name }) else { continue }
            map["assignments"]?.report("'\(assignment.name.shown)' is the name of two; give each its own")
        }
    }

    private static func layout(_ field: YAMLField) -> SubmissionLayout? {
        guard let text = field.string() else { return nil }
        do { return try SubmissionLayout(text) } catch {
            field.report("'\(text.shown)' \(error.sentence)")
            return nil
        }
    }
}

extension StudyPlan.Assignment {
    fileprivate init?(reading field: YAMLField, groups known: [String]) {
        guard let map = field.map(["name", "challenges", "required", "groups", "due", "late"]),
            let name = map.required("name")?.line(), let challenges = map.required("challenges")?.words()
        else { return nil }
        let groups = map["groups"]?.words()
        for group in groups ?? [] where !known.contains(group) {
            map["groups"]?.report(
                "there is no group '\(group.shown)'; \(Spelling.suggestion(for: group, among: known))")
        }
        let due = map["due"].flatMap(Self.time)
        let late = map["late"].flatMap { StudyPlan.LatePolicy(reading: $0, due: due) }
        self.init(
            name: name, challenges: challenges, isRequired: map["required"]?.bool() ?? true, groups: groups, due: due,
            late: late)
    }

    /// A day alone lasts until it ends.
    fileprivate static func time(_ field: YAMLField) -> Int? {
        guard let text = field.string() else { return nil }
        if let seconds = ProblemMetadata.Embargo.seconds(of: text) {
            return text.utf8.count == 10 ? seconds + 86_399 : seconds
        }
        field.report("'\(text.shown)' is no time such as 2026-01-31 or 2026-01-31T18:00:00Z, which are in UTC")
        return nil
    }
}

extension StudyPlan.LatePolicy {
    fileprivate init?(reading field: YAMLField, due: Int?) {
        guard let map = field.map(["percent_per_day", "until"]) else { return nil }
        if due == nil { field.report("says what lateness costs, but there is no 'due' to be late for") }
        let until = map["until"].flatMap(StudyPlan.Assignment.time)
        if let until, let due, until < due { map["until"]?.report("lies before 'due'") }
        self.init(percentPerDay: map["percent_per_day"]?.double(atLeast: 0, atMost: 100) ?? 0, until: until)
    }
}
