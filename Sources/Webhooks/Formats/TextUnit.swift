/// What the length of a text is counted in: services differ.
enum TextUnit: Sendable, CaseIterable {
    /// Bytes of UTF-8.
    case bytes
    /// Units of UTF-16, as JavaScript counts. Where a service just says «characters», this is the safe guess: no other
    /// count of characters comes to more.
    case utf16
    /// Characters as people see them.
    case characters

    /// How long `text` is.
    func size(_ text: String) -> Int {
        switch self {
        case .bytes: text.utf8.count
        case .utf16: text.utf16.count
        case .characters: text.count
        }
    }
}

extension String {
    /// The text, or its longest start of whole characters with `…` behind, that takes at most `limit` once it is
    /// written in the form that a service wants. Empty where there is not even room for the `…`.
    ///
    /// - Parameter form: escapes the text. A longer text must not become a shorter one.
    /// - Returns: the text in that form.
    func cut(to limit: Int, _ unit: TextUnit, as form: (String) -> String = \.self) -> String {
        let whole = form(self)
        if unit.size(whole) <= limit { return whole }
        let ends = Array(indices)
        func start(_ count: Int) -> String { form(self[..<ends[count]] + "…") }
        var fitting = -1
        var tooMany = ends.count
        while tooMany - fitting > 1 {
            let middle = (fitting + tooMany) / 2
            if unit.size(start(middle)) <= limit { fitting = middle } else { tooMany = middle }
        }
        return fitting < 0 ? "" : start(fitting)
    }
}
