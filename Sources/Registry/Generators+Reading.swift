extension Generators {
    private static let path = "generators/generators.yaml"

    init?(reading source: PackageSource, _ tree: PackageTree, programs: [Program]) {
        guard let map = source.yaml(Self.path)?.map(["solution", "answers", "random_salt", "data"]) else { return nil }
        let solutionField = map.required("solution")
        var solution = solutionField?.string() ?? ""
        if let field = solutionField, !solution.isEmpty {
            if solution.hasPrefix("/") { solution.removeFirst() }
            if !solution.hasPrefix("submissions/") || !(tree.contains(file: solution) || tree[solution] != nil) {
                field.report("there is no '\(solution.shown)'; name a submission, e.g. /submissions/accepted/x.swift")
            }
        }
        var cases: [GeneratedCase] = []
        if let data = map.required("data")?.map(["secret"]),
            let secret = data.required("secret")?.map(["data"]),
            let groups = secret.required("data")?.entries()
        {
            for (group, field) in groups {
                guard Self.check(name: group, field), let map = field.map(["data"]) else { continue }
                for (name, field) in map.required("data")?.entries() ?? [] {
                    guard Self.check(name: name, field) else { continue }
                    if let one = GeneratedCase(reading: field, group: group, name: name, programs: programs) {
                        cases.append(one)
                    }
                }
            }
        }
        // Checked and not kept: each installation has a secret of its own in place of a package's salt.
        _ = map["random_salt"]?.word()
        self.init(
            solution: solution, answers: map["answers"]?.choice() ?? .solution,
            cases: cases.sorted { $0.name < $1.name })
    }

    private static func check(name: String, _ field: YAMLField) -> Bool {
        if PackageTree.isValid(name: name) { return true }
        field.report("the name may hold letters, digits, '_', '.' and '-', and starts with none of the last two")
        return false
    }
}

extension GeneratedCase {
    fileprivate init?(reading field: YAMLField, group: String, name: String, programs: [Program]) {
        guard let command = field.string() else { return nil }
        let texts = command.split { $0 == " " || $0 == "\t" || $0 == "\n" }.map(String.init)
        guard let generator = texts.first else {
            field.report("must be a command line: a generator and its arguments")
            return nil
        }
        if !programs.contains(where: { $0.name == generator }) {
            let names = programs.map(\.name)
            field.report(
                """
                there is no generator '\(generator.shown)' in generators/; \
                \(names.isEmpty ? "add one" : Spelling.suggestion(for: generator, among: names))
                """)
        }
        var words: [Word] = []
        for text in texts.dropFirst() {
            guard let word = Word(parsing: text) else {
                field.report("'\(text.shown)' holds a brace that is no place for a seed, {seed} or {seed:N}")
                return nil
            }
            words.append(word)
        }
        self.init(
            group: group, shortName: name, generator: generator, words: words, command: command,
            settings: CaseSettings(), line: field.node.line)
    }
}

extension GeneratedCase.Word {
    init?(parsing text: String) {
        var pieces: [Piece] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            guard let close = rest[open...].firstIndex(of: "}") else { return nil }
            if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
            let place = rest[rest.index(after: open)..<close]
            if place == "seed" {
                pieces.append(.seed(nil))
            } else if place.hasPrefix("seed:"), let number = Int(place.dropFirst(5)), number >= 0 {
                pieces.append(.seed(number))
            } else {
                return nil
            }
            rest = rest[rest.index(after: close)...]
        }
        if rest.contains("}") { return nil }
        if !rest.isEmpty || pieces.isEmpty { pieces.append(.text(String(rest))) }
        self.init(pieces: pieces)
    }
}
