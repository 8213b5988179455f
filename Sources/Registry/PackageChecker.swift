internal import JudgeCore

/// Checks what the format demands of a package and reading it does not need: everything that can be told without
/// running code. What it finds goes to the source's log.
struct PackageChecker {
    let challenge: Challenge
    let source: PackageSource
    let tree: PackageTree

    private static let folders = [
        "statement", "attachments", "solution", "data", "generators", "include", "submissions", "input_validators",
        "static_validator", "output_validator", "input_visualizer", "output_visualizer",
    ]
    private static let legacyFolders = ["problem_statement", "output_validators", "graders"]

    var metadata: ProblemMetadata { challenge.metadata }

    func report(_ path: String, line: Int? = nil, key: String? = nil, _ message: String) {
        source.log.report(path, line: line, key: key, message)
    }

    func check() {
        checkNames()
        checkTexts(tree, "")
        checkMetadata()
        checkDocuments()
        checkAttachments()
        if challenge.quiz != nil {
            if !metadata.kinds.contains(.submitAnswer) {
                report("problem.yaml", key: "type", "must be submit-answer, as there is a \(Quiz.path)")
            }
            return checkInterview()
        }
        checkPrograms()
        checkData()
        checkScores()
        checkDefaultValidator()
        checkSubmissions()
        checkPlantedBugs()
        checkInterview()
    }

    // MARK: interview.yaml

    private func checkInterview() {
        guard let notes = challenge.interview else { return }
        let path = InterviewNotes.path
        if let difficulty = metadata.difficulty, difficulty != notes.difficulty {
            report(
                path, key: "difficulty",
                "is \(notes.difficulty), but the keywords of problem.yaml say \(difficulty); make them agree")
        }
        if !(5...180).contains(notes.minutes) {
            report(path, key: "minutes", "is \(notes.minutes); a task of an interview takes 5 to 180")
        }
        if notes.passScore != nil, !metadata.isScoring {
            report(path, key: "pass_score", "is only for problems of the type 'scoring'")
        }
        if notes.followUps.isEmpty, challenge.quiz == nil {
            report(path, key: "follow_ups", "is empty; give at least one question that is asked next")
        }
    }

    // MARK: Names and texts

    private func checkNames() {
        if !Slug.isPortable(challenge.slug) {
            report("", "the format allows lowercase letters and digits only in the folder's name")
        }
        let folders = Self.folders + (metadata.format == .v2025_09 ? [] : Self.legacyFolders)
        for name in tree.folders.keys.sorted() where !folders.contains(name) {
            guard let near = folders.first(where: { Spelling.distance(Array(name.utf8), Array($0.utf8)) <= 2 })
            else { continue }
            report(name, "is no folder of the format, so it is not read; did you mean '\(near)'?")
        }
        checkIgnored(tree, "")
    }

    /// Names that the format makes readers overlook, but for those that are hidden on purpose.
    private func checkIgnored(_ folder: PackageTree, _ path: String) {
        for name in folder.ignored where name.first != "." && name.first != "-" {
            report(
                path + name,
                "is not read, because its name holds more than letters, digits, '_', '.' and '-'; rename it")
        }
        for (name, below) in folder.folders.sorted(by: { $0.key < $1.key }) { checkIgnored(below, "\(path)\(name)/") }
    }

    private func checkTexts(_ folder: PackageTree, _ path: String) {
        for file in folder.files where ["yaml", "md", "tex", "swift", "txt"].contains(Program.ending(of: file)) {
            let place = path + file
            guard let text = source.text(place) else { continue }
            if text.utf8.starts(with: [0xEF, 0xBB, 0xBF]) {
                report(place, line: 1, "starts with a byte-order mark; save the file without one")
            }
            if let index = text.utf8.firstIndex(of: 0x0D) {
                let line = text.utf8[..<index].count { $0 == 0x0A } + 1
                report(place, line: line, "has a carriage return; save the file with Unix line ends")
            }
            if let last = text.utf8.last, last != 0x0A { report(place, "does not end with a line feed; add one") }
        }
        for (name, below) in folder.folders.sorted(by: { $0.key < $1.key }) where path + name != "data/invalid_input" {
            checkTexts(below, "\(path)\(name)/")
        }
    }

    // MARK: problem.yaml

    private func checkMetadata() {
        guard let root = source.yaml("problem.yaml"), case .mapping(let entries) = root.node.content else { return }
        let map = YAMLMap(field: root, entries: entries)
        func report(_ key: String, _ message: String) {
            self.report("problem.yaml", line: map.line(of: key), key: key, message)
        }
        if !metadata.uuid.isEmpty, !Self.isUUID(metadata.uuid) {
            report("uuid", "'\(metadata.uuid.shown)' is no UUID such as 5ca6ba5b-36d5-4eff-8aa7-d967cbc4375e")
        }
        for (language, name) in metadata.names.sorted(by: { $0.key < $1.key }) {
            if name.contains("\\") || name.contains("$") {
                report("name", "the name in '\(language.shown)' must be plain text, without LaTeX")
            }
        }
        let languages = Set(challenge.statements.map(\.language))
        for language in languages.subtracting(metadata.names.keys).sorted() where !metadata.names.isEmpty {
            report("name", "has no name in '\(language.shown)', though there is a statement in that language")
        }
        for language in Set(metadata.names.keys).subtracting(languages).sorted() where !languages.isEmpty {
            report(
                "name", "has a name in '\(language.shown)', but statement/ has nothing in that language")
        }
        switch metadata.license {
        case .unknown: break
        case .publicDomain:
            if metadata.rightsOwner != nil { report("rights_owner", "must not be set for the public domain") }
        default:
            if metadata.rightsOwner == nil, metadata.credits.authors.isEmpty, metadata.sources.isEmpty {
                report(
                    "license",
                    "'\(metadata.license.rawValue)' needs a rights owner; add rights_owner or credits.authors")
            }
        }
    }

    private static func isUUID(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
        return parts.map(\.count) == [8, 4, 4, 4, 12]
            && parts.allSatisfy { part in
                part.allSatisfy {
                    $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x61 && $0 <= 0x66 || $0 >= 0x41 && $0 <= 0x46
                }
            }
    }
}
