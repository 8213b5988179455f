extension Credits {
    init(reading field: YAMLField) {
        guard case .mapping = field.node.content else {
            authors = Person(reading: field).map { [$0] } ?? []
            return
        }
        let keys = ["authors", "contributors", "testers", "translators", "packagers", "acknowledgements"]
        guard let map = field.map(keys) else { return }
        authors = Self.persons(map["authors"])
        contributors = Self.persons(map["contributors"])
        testers = Self.persons(map["testers"])
        packagers = Self.persons(map["packagers"])
        acknowledgements = Self.persons(map["acknowledgements"])
        for (language, field) in map["translators"]?.entries() ?? [] {
            if !LanguageCode.isValid(language) { field.report(LanguageCode.complaint(language)) }
            translators[language] = Self.persons(field)
        }
    }

    static func persons(_ field: YAMLField?) -> [Person] {
        field?.listOrSelf().compactMap { Person(reading: $0) } ?? []
    }
}

extension Credits.Person {
    /// `Full Name`, `Full Name <mail@host>`, or a map with `name` and what else is known.
    init?(reading field: YAMLField) {
        guard case .mapping = field.node.content else {
            guard let text = field.string() else { return nil }
            self.init(parsing: text)
            if name.isEmpty { field.report("must be a full name, optionally followed by <mail@host>") }
            return
        }
        guard let map = field.map(["name", "email", "orcid", "kattis"]) else { return nil }
        guard let name = map.required("name")?.string() else { return nil }
        self.init(
            name: name, email: map["email"]?.string(), orcid: map["orcid"]?.string(), kattis: map["kattis"]?.string())
        if let orcid, !Self.isORCID(orcid) {
            map["orcid"]?.report("'\(orcid.shown)' is no ORCID such as 0000-0001-7414-8743")
        }
    }

    private init(parsing text: String) {
        guard text.hasSuffix(">"), let open = text.lastIndex(of: "<") else {
            self.init(name: text)
            return
        }
        var name = text[..<open]
        while name.last == " " { name.removeLast() }
        self.init(name: String(name), email: String(text[text.index(after: open)...].dropLast()))
    }

    private static func isORCID(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
        return parts.count == 4
            && parts.enumerated().allSatisfy { number, part in
                part.count == 4
                    && part.enumerated().allSatisfy { index, byte in
                        byte >= 0x30 && byte <= 0x39 || number == 3 && index == 3 && byte == 0x58
                    }
            }
    }
}
