extension Quiz {
    static let path = "quiz.yaml"

    /// Reads `quiz.yaml`; what is wrong with it is in the source's log.
    init?(reading source: PackageSource) {
        guard let map = source.yaml(Self.path)?.map(["questions"]), let list = map.required("questions")?.list() else {
            return nil
        }
        if list.isEmpty { map["questions"]?.report("is empty; a quiz asks at least one question") }
        questions = list.compactMap { Question(reading: $0) }
        var seen: Set<String> = []
        for (question, field) in zip(questions, list) where !seen.insert(question.id).inserted {
            field.report("there is another question '\(question.id)'; give each an id of its own")
        }
    }
}

extension Quiz.Question {
    private static let forms = ["choice", "select", "number"]

    fileprivate init?(reading field: YAMLField) {
        let keys = ["id", "ask", "tolerance", "because", "mistakes"]
        guard let map = field.map(keys + Self.forms), let id = map.required("id")?.string(),
            let ask = map.required("ask")?.string()
        else { return nil }
        guard !id.isEmpty, id.utf8.count <= 60, id.utf8.allSatisfy(Self.isAllowed) else {
            map["id"]?.report("must be 1 to 60 lowercase letters, digits and hyphens")
            return nil
        }
        let given = Self.forms.filter { map[$0] != nil }
        guard given.count == 1, let name = given.first, let answers = map[name] else {
            field.report("must have one of 'choice', 'select' and 'number'")
            return nil
        }
        if name != "number" {
            for key in ["tolerance", "because", "mistakes"] { map[key]?.report("is only for questions of a number") }
        }
        let form: Quiz.Form?
        switch name {
        case "choice": form = Quiz.Option.all(reading: answers, oneIsRight: true).map { .choice($0) }
        case "select": form = Quiz.Option.all(reading: answers, oneIsRight: false).map { .select($0) }
        default: form = Quiz.Key(reading: map).map { .number($0) }
        }
        guard let form else { return nil }
        self.init(id: id, ask: ask, form: form)
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        byte == 0x2D || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
    }
}

extension Quiz.Option {
    /// As many as have letters that a key can be pressed for, and that a reader can weigh.
    private static let counts = 2...8

    fileprivate static func all(reading field: YAMLField, oneIsRight: Bool) -> [Quiz.Option]? {
        guard let list = field.list() else { return nil }
        let options = list.compactMap { Quiz.Option(reading: $0) }
        guard options.count == list.count else { return nil }
        guard counts.contains(options.count) else {
            field.report("has \(options.count) options; there must be \(counts.lowerBound) to \(counts.upperBound)")
            return nil
        }
        let right = options.count(where: \.isRight)
        if oneIsRight, right != 1 {
            field.report("must have one option with 'right: true', but has \(right)")
            return nil
        }
        if !oneIsRight, right == 0 || right == options.count {
            field.report("must have an option with 'right: true' and one without")
            return nil
        }
        return options
    }

    private init?(reading field: YAMLField) {
        guard let map = field.map(["text", "right", "because"]), let text = map.required("text")?.string(),
            let because = map.required("because")?.string()
        else { return nil }
        self.init(text: text, isRight: map["right"]?.bool() ?? false, because: because)
    }
}

extension Quiz.Key {
    private static let range = -1e12...1e12

    fileprivate init?(reading map: YAMLMap) {
        func number(_ field: YAMLField?) -> Double? {
            field?.double(atLeast: Self.range.lowerBound, atMost: Self.range.upperBound)
        }
        guard let value = number(map["number"]),
            let tolerance = map.required("tolerance")?.double(atLeast: 0, atMost: Self.range.upperBound),
            let because = map.required("because")?.string()
        else { return nil }
        let mistakes = (map["mistakes"]?.list() ?? []).compactMap { field -> Quiz.Mistake? in
            guard let entry = field.map(["number", "because"]), let wrong = number(entry.required("number")),
                let reason = entry.required("because")?.string()
            else { return nil }
            if abs(wrong - value) <= tolerance {
                field.report("the mistake is within the tolerance of the right number, so nobody can make it")
            }
            return Quiz.Mistake(number: wrong, because: reason)
        }
        self.init(number: value, tolerance: tolerance, because: because, mistakes: mistakes)
    }
}
