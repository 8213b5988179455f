/// A piece of Swift source, as far as mutations and comparisons need to tell pieces apart.
struct SwiftToken: Equatable {
    enum Kind: Equatable {
        case word
        case integer
        case float
        /// Operator characters in a row.
        case symbol
        /// A bracket, comma, colon or the like.
        case mark
        /// A literal of text, as a whole.
        case text
        case lineFeed
    }

    let kind: Kind
    /// Of the source's bytes.
    let range: Range<Int>
    /// What it says.
    let text: String
    /// Whether white space, or the source's edge, is before it and after it.
    var isSpacedBefore = false
    var isSpacedAfter = false
}

extension SwiftToken {
    /// The tokens of a source, without comments and white space but for line feeds. What cannot be told apart, such as code
    /// within an interpolated text, is left whole.
    static func all(of source: [UInt8]) -> [SwiftToken] {
        var scanner = SwiftScanner(bytes: source)
        var tokens: [SwiftToken] = []
        while let token = scanner.next() { tokens.append(token) }
        return tokens
    }
}
