extension String {
    /// The text with everything that a terminal or a reader could be fooled by made visible: control characters, C1
    /// controls, bidirectional and other invisible formatting become `\u{1B}`; line feeds and tabs stay.
    public var escapingControls: String {
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if scalar.isHarmless {
                result.append(scalar)
            } else {
                result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
            }
        }
        return String(result)
    }

    /// Bytes of a submission as text: invalid UTF-8 becomes U+FFFD, controls are made visible, and what is longer than
    /// `limit` bytes is cut with a word that says so.
    public init(untrusted bytes: some Collection<UInt8>, limit: Int = 4096) {
        let text = String(decoding: bytes.prefix(limit), as: UTF8.self).escapingControls
        self = bytes.count > limit ? text + "\n… (\(bytes.count - limit) more bytes)" : text
    }
}

extension Unicode.Scalar {
    fileprivate var isHarmless: Bool {
        if self == "\n" || self == "\t" { return true }
        // Invisible characters that are letters to Unicode, but not the selectors that choose an emoji's look.
        if properties.isDefaultIgnorableCodePoint, !(0xFE00...0xFE0F).contains(value) { return false }
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: return false
        default: return true
        }
    }
}
