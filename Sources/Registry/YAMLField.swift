/// A value of a YAML file that is being read: where it stands, what it is called, and where its faults are noted.
///
/// Every function that reads it notes a sentence and returns `nil` when the value is something else.
struct YAMLField {
    let node: YAMLNode
    /// The key, dotted from the top of the file; empty for the whole file.
    let key: String
    /// The file, from the package's folder.
    let file: String
    let log: ProblemLog

    func report(_ message: String) {
        log.report(file, line: node.line, column: node.column, key: key.isEmpty ? nil : key, message)
    }

    /// Notes what does not keep the package from being used, for whoever checks it.
    func note(_ message: String) {
        log.note(file, line: node.line, column: node.column, key: key.isEmpty ? nil : key, message)
    }

    /// A text. A number, boolean or date without quotes is no text to other readers of the format, so it is refused.
    func string() -> String? {
        switch node.scalar {
        case .string(let text): return text
        case .bool, .int, .float:
            report("must be a text, but is \(node.kind); write it in quotes")
        default: report("must be a text, but is \(node.kind)")
        }
        return nil
    }

    /// A text as it is written, also where YAML would read it as a number, as in `[float_tolerance, 1e-6]`.
    func word() -> String? {
        guard case .scalar(let text, _) = node.content, node.scalar != .null else {
            report("must be a text, but is \(node.kind)")
            return nil
        }
        return text
    }

    /// The words of a text that are separated by spaces, as earlier versions of the format write lists.
    func spacedWords() -> [String] { (word() ?? "").split(separator: " ").map(String.init) }

    /// A text on one line, however it is broken in the file.
    func line() -> String? { string()?.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    func bool() -> Bool? {
        if case .bool(let value) = node.scalar { return value }
        report("must be true or false, but is \(node.kind)")
        return nil
    }

    /// An integer of at least `minimum`.
    func int(atLeast minimum: Int) -> Int? {
        if case .int(let value) = node.scalar, value >= minimum, value <= Int(Int32.max) { return value }
        report("must be an integer of at least \(minimum), but is \(node.kind)")
        return nil
    }

    /// A number of at least `minimum`, or greater than it, and at most `maximum`.
    func double(atLeast minimum: Double, exclusive: Bool = false, atMost maximum: Double = 1e6) -> Double? {
        var number: Double?
        switch node.scalar {
        case .int(let value): number = Double(value)
        case .float(let value): number = value
        default: break
        }
        if let number, number <= maximum, exclusive ? number > minimum : number >= minimum { return number }
        let bound = minimum == minimum.rounded() ? "\(Int(minimum))" : "\(minimum)"
        let range = "\(exclusive ? "greater than" : "of at least") \(bound) and at most \(Int(maximum))"
        report("must be a number \(range), but is \(node.kind)")
        return nil
    }

    /// One of the words that `T` has.
    func choice<T: RawRepresentable & CaseIterable>(_ type: T.Type = T.self) -> T? where T.RawValue == String {
        guard let text = string() else { return nil }
        if let value = T(rawValue: text) { return value }
        let names = T.allCases.map(\.rawValue)
        report("'\(text.shown)' is none of \(names.map { "'\($0)'" }.joined(separator: ", "))")
        return nil
    }

    /// The members of a list, numbered from 0 in their keys.
    func list() -> [YAMLField]? {
        guard case .sequence(let nodes) = node.content else {
            report("must be a list, but is \(node.kind)")
            return nil
        }
        return nodes.enumerated().map { member($0.element, "[\($0.offset)]") }
    }

    /// The members of a list, or the value itself where there is only one.
    func listOrSelf() -> [YAMLField] {
        if case .sequence(let nodes) = node.content {
            if nodes.isEmpty { report("must not be an empty list") }
            return nodes.enumerated().map { member($0.element, "[\($0.offset)]") }
        }
        return [self]
    }

    /// A list of texts, numbers among them as they are written.
    func words() -> [String]? {
        guard let list = list() else { return nil }
        let words = list.compactMap { $0.word() }
        return words.count == list.count ? words : nil
    }

    /// A map with any keys, in the file's order.
    func entries() -> [(key: String, field: YAMLField)]? {
        guard case .mapping(let entries) = node.content else {
            report("must be a map, but is \(node.kind)")
            return nil
        }
        return entries.map { ($0.key, member($0.value, key.isEmpty ? $0.key : ".\($0.key)")) }
    }

    /// A map whose keys are all among `known`; every other key is noted with the nearest known one.
    func map(_ known: [String]) -> YAMLMap? {
        guard case .mapping(let entries) = node.content else {
            report("must be a map, but is \(node.kind)")
            return nil
        }
        for entry in entries where !known.contains(entry.key) && !log.isFull { reportUnknown(entry, known) }
        return YAMLMap(field: self, entries: entries)
    }

    func reportUnknown(_ entry: YAMLNode.Entry, _ known: [String]) {
        let name = key.isEmpty ? entry.key : "\(key).\(entry.key)"
        log.report(
            file, line: entry.line, column: entry.column, key: name,
            "unknown key; \(Spelling.suggestion(for: entry.key, among: known))")
    }

    private func member(_ node: YAMLNode, _ name: String) -> YAMLField {
        YAMLField(node: node, key: key + name, file: file, log: log)
    }
}

/// A map whose keys were checked.
struct YAMLMap {
    let field: YAMLField
    let entries: [YAMLNode.Entry]

    subscript(_ key: String) -> YAMLField? {
        guard let entry = entries.first(where: { $0.key == key }) else { return nil }
        let name = field.key.isEmpty ? key : "\(field.key).\(key)"
        return YAMLField(node: entry.value, key: name, file: field.file, log: field.log)
    }

    /// The value of a key that must be there.
    func required(_ key: String) -> YAMLField? {
        if let field = self[key] { return field }
        let name = field.key.isEmpty ? key : "\(field.key).\(key)"
        field.log.report(field.file, line: field.node.line, key: name, "is missing and must be given")
        return nil
    }

    /// Where `key` stands, for a problem that its value alone does not show.
    func line(of key: String) -> Int? { entries.first { $0.key == key }?.line }
}
