internal import JudgeCore

/// A source as comparisons read it: what a disguise changes at no cost is gone.
///
/// Names are all the same, and so are numbers and texts; comments, line ends, attributes, access modifiers, `self.` and
/// semicolons are left out, and `let` counts as `var`. Keywords, operators and brackets stay: they are the syntax.
struct NormalTokens: Sendable {
    /// A number for each token, the same for tokens that count as the same.
    private(set) var codes: [UInt64] = []
    /// The lines that each token is on, from 1. Only a literal of text may be on several.
    private(set) var lines: [ClosedRange<Int>] = []

    init(of source: [UInt8]) {
        let tokens = SwiftToken.all(of: source)
        var line = 1
        var read = 0
        for (index, token) in tokens.enumerated() {
            line += source[read..<token.range.lowerBound].count { $0 == 0x0A }
            let first = line
            line += source[token.range].count { $0 == 0x0A }
            read = token.range.upperBound
            let previous = index > 0 ? tokens[index - 1].text : ""
            let next = index + 1 < tokens.count ? tokens[index + 1].text : ""
            guard let text = Self.text(of: token, previous: previous, next: next) else { continue }
            codes.append(FNV.hash(text.utf8))
            lines.append(first...line)
        }
    }

    private static let keywords: Set = [
        "as", "associatedtype", "async", "await", "break", "case", "catch", "class", "continue", "default", "defer",
        "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "for", "func", "guard", "if", "import",
        "in", "init", "inout", "is", "nil", "operator", "protocol", "repeat", "rethrows", "return", "struct",
        "subscript", "super", "switch", "throw", "throws", "true", "try", "typealias", "var", "where", "while",
    ]

    private static let dropped: Set = [
        "private", "fileprivate", "internal", "package", "public", "open", "final", "static", "mutating",
        "nonmutating", "override", "lazy", "weak", "unowned", "@", ";",
    ]

    /// What a token counts as; `nil` where it counts for nothing.
    private static func text(of token: SwiftToken, previous: String, next: String) -> String? {
        switch token.kind {
        case .lineFeed: return nil
        case .integer, .float: return "0"
        case .text: return "\""
        case .symbol: return token.text == "." && previous == "self" ? nil : token.text
        case .mark: return dropped.contains(token.text) ? nil : token.text
        case .word:
            if previous == "@" || dropped.contains(token.text) || token.text == "self" && next == "." { return nil }
            if token.text == "let" { return "var" }
            return keywords.contains(token.text) ? token.text : "name"
        }
    }
}
