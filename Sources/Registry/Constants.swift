/// The constants of a package and the places `{{name}}` and `{{name.variant}}` that stand for them.
package struct Constants: Sendable, Equatable {
    /// The text of each constant: under its name and `name.value` the value, under `name.variant` the variants.
    package private(set) var texts: [String: String] = [:]

    /// No constants.
    package init() {}

    mutating func define(_ name: String, variant: String, as text: String) {
        texts["\(name).\(variant)"] = text
        if variant == "value" { texts[name] = text }
    }

    /// The text with every place of a known constant filled in; places of unknown ones stay as they are.
    package func substituted(in text: String) -> String {
        guard !texts.isEmpty, text.utf8.contains(0x7B) else { return text }
        return String(decoding: substituted(in: Array(text.utf8)), as: UTF8.self)
    }

    /// The bytes with every place of a known constant filled in; places of unknown ones stay as they are.
    package func substituted(in bytes: [UInt8]) -> [UInt8] {
        guard !texts.isEmpty else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x7B, let (end, text) = place(in: bytes, at: index) {
                result += Array(text.utf8)
                index = end
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }

    private func place(in bytes: [UInt8], at start: Int) -> (end: Int, text: String)? {
        guard start + 4 < bytes.count, bytes[start + 1] == 0x7B else { return nil }
        var end = start + 2
        while end < bytes.count, isWord(bytes[end]) || bytes[end] == 0x2E { end += 1 }
        guard end + 1 < bytes.count, bytes[end] == 0x7D, bytes[end + 1] == 0x7D else { return nil }
        guard let text = texts[String(decoding: bytes[(start + 2)..<end], as: UTF8.self)] else { return nil }
        return (end + 2, text)
    }

    private func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
        default: false
        }
    }
}
