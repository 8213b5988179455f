internal import JudgeCore

/// A value of a YAML file with the place where it stands. Lines and columns count from 1, columns in characters.
struct YAMLNode: Sendable {
    enum Content: Sendable {
        /// `plain` is what YAML calls a scalar without quotes, whose text decides what type it has.
        case scalar(String, plain: Bool)
        case sequence([YAMLNode])
        case mapping([Entry])
    }

    struct Entry: Sendable {
        let key: String
        let line: Int
        let column: Int
        let value: YAMLNode
    }

    let content: Content
    let line: Int
    let column: Int
    /// How many nodes this one and all below it are, aliases written out.
    let count: Int
    /// How many levels of sequences and maps there are from here down.
    let depth: Int

    /// What a scalar means by YAML 1.2's core schema.
    enum Scalar: Equatable {
        case null
        case bool(Bool)
        case int(Int)
        case float(Double)
        case string(String)
    }

    var scalar: Scalar? {
        guard case .scalar(let text, let plain) = content else { return nil }
        guard plain else { return .string(text) }
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .bool(true)
        case "false", "False", "FALSE": return .bool(false)
        case ".nan", ".NaN", ".NAN": return .float(.nan)
        case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .float(.infinity)
        case "-.inf", "-.Inf", "-.INF": return .float(-.infinity)
        default: break
        }
        let unsigned = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
        if let first = unsigned.utf8.first, first >= 0x30, first <= 0x39 || first == 0x2E {
            if unsigned.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
                // An integer beyond 64 bits is still a number, and every range that is asked of one refuses it.
                return Int(text).map(Scalar.int) ?? Double(text).map(Scalar.float) ?? .string(text)
            }
        }
        return DecimalNumber.parse(Array(text.utf8)).map(Scalar.float) ?? .string(text)
    }

    /// What it is, in words for a message.
    var kind: String {
        switch content {
        case .sequence: return "a list"
        case .mapping: return "a map"
        case .scalar(let text, _):
            switch scalar {
            case .null: return "nothing"
            case .bool: return "the boolean \(text)"
            case .int, .float: return "the number \(text.shown)"
            default: return text.isEmpty ? "an empty text" : "'\(text.shown)'"
            }
        }
    }
}

extension String {
    /// On one line, with nothing that a terminal would act on.
    var escapingLines: String {
        escapingControls.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\t" }.joined(separator: " ")
    }

    /// As part of a message: on one line, escaped, and cut where it is longer than anyone needs to recognise it.
    var shown: String {
        let cut = unicodeScalars.prefix(100)
        return String(cut).escapingLines + (cut.endIndex < unicodeScalars.endIndex ? "…" : "")
    }
}
