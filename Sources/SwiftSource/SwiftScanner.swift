/// Walks over the bytes of a source.
struct SwiftScanner {
    let bytes: [UInt8]
    private var index = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    private static let symbols = Set("/=-+!*%<>&|^~?.".utf8)

    mutating func next() -> SwiftToken? {
        skip()
        guard index < bytes.count else { return nil }
        let start = index
        let kind = take()
        let before = start == 0 || Self.isSpace(bytes[start - 1])
        let after = index == bytes.count || Self.isSpace(bytes[index])
        return SwiftToken(
            kind: kind, range: start..<index, text: String(decoding: bytes[start..<index], as: UTF8.self),
            isSpacedBefore: before, isSpacedAfter: after)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isWord(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F || byte == 0x24
            || byte >= 0x80
    }

    private func starts(_ text: StaticString, at place: Int) -> Bool {
        let count = text.utf8CodeUnitCount
        guard place + count <= bytes.count else { return false }
        return (0..<count).allSatisfy { bytes[place + $0] == text.utf8Start[$0] }
    }

    /// Passes white space but for line feeds, and comments, which may be nested.
    private mutating func skip() {
        while index < bytes.count {
            if bytes[index] != 0x0A, Self.isSpace(bytes[index]) {
                index += 1
            } else if starts("//", at: index) {
                while index < bytes.count, bytes[index] != 0x0A { index += 1 }
            } else if starts("/*", at: index) {
                var depth = 0
                repeat {
                    if starts("/*", at: index) {
                        (depth, index) = (depth + 1, index + 2)
                    } else if starts("*/", at: index) {
                        (depth, index) = (depth - 1, index + 2)
                    } else {
                        index += 1
                    }
                } while depth > 0 && index < bytes.count
            } else {
                return
            }
        }
    }

    private mutating func take() -> SwiftToken.Kind {
        let byte = bytes[index]
        if byte == 0x0A {
            index += 1
            return .lineFeed
        }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "#") { return takeText() }
        if Self.isDigit(byte) { return takeNumber() }
        if Self.isWord(byte) {
            while index < bytes.count, Self.isWord(bytes[index]) { index += 1 }
            return .word
        }
        if Self.symbols.contains(byte) {
            while index < bytes.count, Self.symbols.contains(bytes[index]), !starts("//", at: index) { index += 1 }
            return .symbol
        }
        index += 1
        return .mark
    }

    /// A literal of text with everything in it; a `#` that begins none is a mark.
    private mutating func takeText() -> SwiftToken.Kind {
        var hashes = 0
        while index + hashes < bytes.count, bytes[index + hashes] == UInt8(ascii: "#") { hashes += 1 }
        guard index + hashes < bytes.count, bytes[index + hashes] == UInt8(ascii: "\"") else {
            index += 1
            return .mark
        }
        index += hashes
        let isLong = starts("\"\"\"", at: index)
        index += isLong ? 3 : 1
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "\\"), hashes == 0 {
                index += 1
                if index < bytes.count, bytes[index] == UInt8(ascii: "(") { skipInterpolation() } else { index += 1 }
                continue
            }
            if isLong ? starts("\"\"\"", at: index) : bytes[index] == UInt8(ascii: "\"") {
                index += isLong ? 3 : 1
                if (0..<hashes).allSatisfy({ index + $0 < bytes.count && bytes[index + $0] == UInt8(ascii: "#") }) {
                    index += hashes
                    break
                }
                continue
            }
            index += 1
        }
        index = min(index, bytes.count)
        return .text
    }

    private mutating func skipInterpolation() {
        var depth = 0
        repeat {
            switch bytes[index] {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            case UInt8(ascii: "\""):
                _ = takeText()
                continue
            default: break
            }
            index += 1
        } while depth > 0 && index < bytes.count
    }

    private mutating func takeNumber() -> SwiftToken.Kind {
        var isFloat = false
        while index < bytes.count {
            if Self.isWord(bytes[index]) {
                index += 1
            } else if bytes[index] == UInt8(ascii: "."), !isFloat, index + 1 < bytes.count,
                Self.isDigit(bytes[index + 1])
            {
                (isFloat, index) = (true, index + 1)
            } else if bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+"),
                [UInt8(ascii: "e"), UInt8(ascii: "E")].contains(bytes[index - 1])
            {
                index += 1
            } else {
                break
            }
        }
        return isFloat ? .float : .integer
    }
}
