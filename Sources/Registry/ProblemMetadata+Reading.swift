extension ProblemMetadata {
    /// The version of the Problem Package Format that packages are written in here.
    package static let readVersion = "2025-09"

    private static let keys = [
        "problem_format_version", "type", "name", "uuid", "version", "credits", "source", "license", "rights_owner",
        "embargo_until", "limits", "keywords", "languages", "allow_file_writing", "constants",
    ]

    /// Reads `problem.yaml`, or returns `nil` after noting why that cannot be done. Faults of single keys are noted
    /// too; the keys then have their defaults.
    init?(reading source: PackageSource) {
        guard let root = source.yaml("problem.yaml") else { return nil }
        // The version comes first: the keys of another one would only look like mistakes.
        guard case .mapping(let entries) = root.node.content else {
            root.report("must hold a map of keys, but is \(root.node.kind)")
            return nil
        }
        guard let written = Self.version(YAMLMap(field: root, entries: entries)) else { return nil }
        guard let map = root.map(written == .legacy ? Self.legacyKeys : Self.keys + ["source_url"]) else { return nil }
        if written == .legacy { self.init(legacy: map) } else { self.init(map, written, source) }
    }

    private init(_ map: YAMLMap, _ written: FormatVersion, _ source: PackageSource) {
        map["source_url"]?.note("is a key of earlier versions; write source: {name: …, url: …}")
        format = written
        uuid = map.required("uuid")?.string() ?? ""
        if let field = map.required("name") { names = Self.names(field) }
        if let field = map["type"] {
            kinds = Self.kinds(field)
            for kind in kinds where kind != .passFail && kind != .scoring {
                if kind == .submitAnswer, source.contains(Quiz.path) { continue }
                field.report(
                    kind == .submitAnswer
                        ? "'submit-answer' problems are supported as quizzes only, and there is no \(Quiz.path)"
                        : "'\(kind.rawValue)' problems are not supported by this judge")
            }
        }
        version = map["version"]?.string()
        if let field = map["credits"] { credits = Credits(reading: field) }
        if let field = map["source"] { sources = field.listOrSelf().compactMap { Source(reading: $0) } }
        if let field = map["license"] { license = field.choice() ?? .unknown }
        rightsOwner = map["rights_owner"]?.string()
        embargoUntil = map["embargo_until"].flatMap { Embargo(reading: $0) }
        if let field = map["limits"] { limits = PackageLimits(reading: field, isMultiPass: kinds.contains(.multiPass)) }
        if let field = map["keywords"] { keywords = field.list()?.compactMap { $0.string() } ?? [] }
        if let field = map["languages"] {
            languages = Self.languages(field)
            if let languages, !languages.contains("swift") {
                field.report("'swift' is not among them, and this judge takes nothing else")
            }
        }
        allowsFileWriting = map["allow_file_writing"]?.bool() ?? false
        if allowsFileWriting {
            map["allow_file_writing"]?.report("submissions that write files are not supported by this judge")
        }
        if let field = map["constants"] { constants = Constants(reading: field) }
    }

    /// The version that the package says, `legacy` where it says none, as the format has it; `nil` after noting that it is
    /// none that is read.
    private static func version(_ map: YAMLMap) -> FormatVersion? {
        guard let field = map["problem_format_version"] else {
            // What has an uuid and says no version is more likely to have forgotten it than to be that old.
            guard map["uuid"] == nil else {
                map.field.log.report(
                    map.field.file, line: 1, key: "problem_format_version",
                    "is missing; write \"\(readVersion)\", or legacy for a package of that version")
                return nil
            }
            return .legacy
        }
        guard let text = field.word() else { return nil }
        if let version = FormatVersion(named: text) { return version }
        let known = FormatVersion.allCases.map(\.rawValue).joined(separator: ", ")
        field.report("'\(text.shown)' is not read; packages of versions \(known) are")
        return nil
    }

    private static func names(_ field: YAMLField) -> [String: String] {
        guard case .mapping = field.node.content else {
            guard let name = field.string() else { return [:] }
            if name.isEmpty { field.report("must not be empty") }
            return ["en": name]
        }
        var names: [String: String] = [:]
        for (language, field) in field.entries() ?? [] {
            if !LanguageCode.isValid(language) { field.report(LanguageCode.complaint(language)) }
            guard let name = field.string() else { continue }
            if name.isEmpty { field.report("must not be empty") }
            names[language] = name
        }
        if names.isEmpty { field.report("must give the name in one language at least") }
        return names
    }

    private static func kinds(_ field: YAMLField) -> [Kind] {
        var kinds: [Kind] = []
        for member in field.listOrSelf() {
            guard let kind = member.choice(Kind.self) else { continue }
            if kinds.contains(kind) { member.report("'\(kind.rawValue)' is given twice") }
            let others: [Kind]
            switch kind {
            case .passFail: others = [.scoring]
            case .scoring: others = [.passFail]
            case .multiPass, .interactive: others = [.submitAnswer]
            case .submitAnswer: others = [.multiPass, .interactive]
            }
            if let other = kinds.first(where: others.contains) {
                member.report("'\(kind.rawValue)' cannot go with '\(other.rawValue)'")
            }
            kinds.append(kind)
        }
        return kinds.isEmpty ? [.passFail] : kinds
    }

    private static func languages(_ field: YAMLField) -> [String]? {
        if case .scalar("all", _) = field.node.content { return nil }
        let languages: [String] = field.listOrSelf().compactMap { member in
            guard let code = member.string() else { return nil }
            let isCode = !code.isEmpty && code.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 }
            guard isCode else {
                member.report("'\(code.shown)' is no language code such as 'swift' or 'cpp'")
                return nil
            }
            if code == "all" {
                member.report("'all' stands alone, not in a list")
                return nil
            }
            return code
        }
        return languages.isEmpty ? nil : languages
    }
}

extension ProblemMetadata.Source {
    fileprivate init?(reading field: YAMLField) {
        guard case .mapping = field.node.content else {
            guard let name = field.string() else { return nil }
            self.init(name: name)
            return
        }
        guard let map = field.map(["name", "url"]), let name = map.required("name")?.string() else { return nil }
        self.init(name: name, url: map["url"]?.string())
    }
}

extension Constants {
    fileprivate init(reading field: YAMLField) {
        self.init()
        for (name, field) in field.entries() ?? [] {
            let isName = name.utf8.enumerated().allSatisfy { index, byte in
                switch byte {
                case 0x41...0x5A, 0x61...0x7A, 0x5F: true
                case 0x30...0x39: index > 0
                default: false
                }
            }
            guard isName, !name.isEmpty else {
                field.report("a constant's name consists of letters, digits and '_', the first no digit")
                continue
            }
            guard case .mapping = field.node.content else {
                if let text = field.word() { define(name, variant: "value", as: text) }
                continue
            }
            let variants = field.entries() ?? []
            if !variants.contains(where: { $0.key == "value" }) { field.report("must have the key 'value'") }
            for (variant, field) in variants {
                if let text = field.word() { define(name, variant: variant, as: text) }
            }
        }
    }
}
