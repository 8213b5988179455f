/// A source with one small change, as a person might have got it wrong.
///
/// A test that lets such a source pass does not look at what was changed (DeMillo, Lipton and Sayward, "Hints on Test Data
/// Selection", 1978).
package struct Mutant: Sendable, Equatable {
    /// Where the change is, from 1.
    package let line: Int
    package let column: Int
    /// What stood there, and what stands there now; empty where a statement was taken out.
    package let before: String
    package let after: String
    /// The changed source.
    package let source: [UInt8]

    /// All mutants of a source, in the order of their places.
    ///
    /// Comparisons, arithmetic, ranges and logic are turned into their nearest relatives, numbers change by one, `min` and `max`
    /// change places, and assignments, `continue` and `break` are left out. Some will not compile, and some mean the same as
    /// before.
    package static func all(of source: [UInt8]) -> [Mutant] {
        // How much room an array is given changes no answer.
        let tokens = SwiftToken.all(of: source).split(omittingEmptySubsequences: false) { $0.kind == .lineFeed }
            .filter { line in !line.contains { ["reserveCapacity", "keepingCapacity"].contains($0.text) } }
            .joined(separator: [SwiftToken(kind: .lineFeed, range: 0..<0, text: "\n")]).map(\.self)
        var changes = tokens.indices.flatMap { index in
            Self.replacements(tokens, at: index).map { (tokens[index].range, $0) }
        }
        changes += Self.statements(tokens).map { ($0, "") }
        return changes.sorted { ($0.0.lowerBound, $0.1) < ($1.0.lowerBound, $1.1) }.map { range, after in
            Mutant(source, range, after)
        }
    }

    private init(_ source: [UInt8], _ range: Range<Int>, _ after: String) {
        let head = source[..<range.lowerBound]
        line = head.count { $0 == 0x0A } + 1
        column = head.count - (head.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0) + 1
        before = String(decoding: source[range], as: UTF8.self)
        self.after = after
        self.source = head + Array(after.utf8) + source[range.upperBound...]
    }

    private static let relatives: [String: [String]] = [
        "<": ["<="], "<=": ["<"], ">": [">="], ">=": [">"], "==": ["!="], "!=": ["=="], "+": ["-"], "-": ["+"],
        "*": ["/"], "/": ["*"], "%": ["/"], "&&": ["||"], "||": ["&&"], "+=": ["-="], "-=": ["+="], "*=": ["/="],
        "/=": ["*="],
    ]

    private static func replacements(_ tokens: [SwiftToken], at index: Int) -> [String] {
        let token = tokens[index]
        let previous = index > 0 ? tokens[index - 1] : nil
        let next = index + 1 < tokens.count ? tokens[index + 1] : nil
        switch token.kind {
        case .symbol:
            if token.text == "..<" { return ["..."] }
            if token.text == "...", next?.kind != .mark { return ["..<"] }
            // Signs of generics and optionals stand close to what they belong to.
            if token.isSpacedBefore, token.isSpacedAfter { return relatives[token.text] ?? [] }
            if token.text == "!", !token.isSpacedAfter, next?.range.lowerBound == token.range.upperBound,
                previous.map({ $0.range.upperBound < token.range.lowerBound || $0.text == "(" }) ?? true
            {
                return [""]
            }
            return []
        case .integer:
            // The number of a member of a tuple is no number.
            if previous?.text == ".", previous?.range.upperBound == token.range.lowerBound { return [] }
            guard let value = Int(token.text.filter { $0 != "_" }), value < Int.max else { return [] }
            return value == 1 ? ["0", "2"] : ["\(value + 1)"]
        case .float:
            guard let value = Double(token.text.filter { $0 != "_" }) else { return [] }
            return ["\(value + 1)"]
        case .word:
            switch token.text {
            case "true": return ["false"]
            case "false": return ["true"]
            case "min" where next?.text == "(": return ["max"]
            case "max" where next?.text == "(": return ["min"]
            default: return []
            }
        case .mark, .text, .lineFeed: return []
        }
    }

    private static let assignments: Set = ["=", "+=", "-=", "*=", "/=", "%="]

    /// The statements that stand on a line of their own and can be left out: assignments, `continue` and `break`.
    private static func statements(_ tokens: [SwiftToken]) -> [Range<Int>] {
        tokens.split { $0.kind == .lineFeed }.compactMap { line in
            guard let first = line.first, let last = line.last, first.kind == .word, isBalanced(line) else {
                return nil
            }
            let isShort = line.count == 1 && ["continue", "break"].contains(first.text)
            let isAssignment =
                !["let", "var", "if", "while", "guard", "for", "case", "return", "else"].contains(first.text)
                && line.contains { $0.kind == .symbol && assignments.contains($0.text) && $0.isSpacedAfter }
            return isShort || isAssignment ? first.range.lowerBound..<last.range.upperBound : nil
        }
    }

    private static func isBalanced(_ line: ArraySlice<SwiftToken>) -> Bool {
        var depth = 0
        for token in line where token.kind == .mark {
            if "([{".contains(token.text) { depth += 1 }
            if ")]}".contains(token.text) { depth -= 1 }
            if depth < 0 { return false }
        }
        // What the next line goes on with would be left behind.
        return depth == 0 && line.last?.kind != .symbol && line.last?.text != ","
    }
}
