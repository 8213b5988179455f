internal import JudgeCore

/// An address as it was given, split where every URL is split and not looked at further: in `slack://A/B/C`, what stands
/// where a host does is a secret.
struct WebhookAddress {
    /// In lower case.
    let scheme: String
    /// What is between `//` and the path.
    let authority: String
    /// From the first `/`, with its percent-encoding; may be empty.
    let path: String
    /// What is behind `?`, with its percent-encoding; empty where there is none.
    let query: String

    /// The longest that is taken, in bytes.
    static let mostBytes = 2048

    /// - Throws: `JudgeError` `bad-webhook-url`, which tells nothing of the text: any of it may be secret.
    init(_ text: String) throws {
        guard !text.isEmpty else { throw WebhookTarget.error("it is empty; give it as https://…") }
        guard text.utf8.count <= Self.mostBytes else {
            throw WebhookTarget.error("it is longer than \(Self.mostBytes) bytes; check that it is one URL")
        }
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw WebhookTarget.error("it holds a space, a control or a letter beyond ASCII; write those as %XX")
        }
        guard !text.contains(where: { "\\\"<>^`{|}".contains($0) }) else {
            throw WebhookTarget.error("it holds a character that no URL may hold as it is; write that as %XX")
        }
        guard !text.contains("#") else {
            throw WebhookTarget.error("it holds a #, and nothing behind that is ever sent; write it as %23")
        }
        guard let separator = text.firstRange(of: "://"), separator.lowerBound > text.startIndex else {
            throw WebhookTarget.error("it has no scheme; begin it with https://")
        }
        scheme = text[..<separator.lowerBound].lowercased()
        var rest = text[separator.upperBound...]
        if let mark = rest.firstIndex(of: "?") {
            query = String(rest[rest.index(after: mark)...])
            rest = rest[..<mark]
        } else {
            query = ""
        }
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        authority = String(rest[..<slash])
        path = String(rest[slash...])
        guard [authority, path, query].allSatisfy({ $0.percentDecoded != nil }) else {
            throw WebhookTarget.error("a % in it is not followed by two hexadecimal digits, or the bytes are no UTF-8")
        }
    }

    /// The path's parts that are not empty, decoded.
    var parts: [String] { path.pathParts }
}

extension String {
    /// What stands between its slashes and is not empty, decoded.
    var pathParts: [String] { split(separator: "/").map { String($0).percentDecoded ?? "" } }

    /// The text that `%XX` stand for; `nil` where they are malformed or spell no UTF-8.
    var percentDecoded: String? {
        var bytes: [UInt8] = []
        var rest = utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard rest.count >= 2, let decoded = [UInt8](hexadecimal: Array(rest.prefix(2))) else { return nil }
            bytes += decoded
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
