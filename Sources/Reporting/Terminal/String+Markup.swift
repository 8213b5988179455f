extension String {
    /// The text with what XML and HTML give a meaning, or do not allow at all, replaced: it is the same text within an
    /// element and within a quoted attribute. Character by character as Unicode counts them: a quote that carries an
    /// accent is a quote.
    package var escapedForMarkup: String {
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
            case "'": result.append(contentsOf: "&#39;".unicodeScalars)
            case _ where scalar.value & 0xFFFE == 0xFFFE: result.append("\u{FFFD}")  // no character, and not XML
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
