import Foundation

/// JSON as every command prints it with `--format json`: pretty, keys sorted, slashes as they are, one line feed at the
/// end, and nothing in it that a terminal or a CI system would obey.
package enum JSONText {
    /// `value` as JSON. Numbers that JSON has no word for (not a number, infinities) become `null`. Control, C1,
    /// bidirectional and other invisible characters within strings are written as `\uXXXX`, which reads back as the
    /// same character.
    ///
    /// - Throws: what the value's own `encode(to:)` throws.
    package static func encode(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // JSONEncoder can write such numbers as strings, not as null. A string that nobody can foresee stands in for
        // them.
        let standIn = UUID().uuidString
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: standIn, negativeInfinity: standIn, nan: standIn)
        let text = String(decoding: try encoder.encode(value), as: UTF8.self).replacing("\"\(standIn)\"", with: "null")
        return WorkflowCommands.disarmedJSON(escapingInvisible(text)) + "\n"
    }

    /// `value` as JSON on one line, keys sorted, slashes as they are: for other programs.
    ///
    /// - Throws: what the value's own `encode(to:)` throws, and `EncodingError` for numbers that JSON has no word for.
    package static func line(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private static func escapingInvisible(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isVisible(scalar) {
                result.append(scalar)
            } else {
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    result.append(
                        contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".unicodeScalars)
                }
            }
        }
        return String(result)
    }

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value != 0x7F }  // the encoder has escaped what lies below the space
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: return false
        default: return true
        }
    }
}
