import Foundation

/// A `multipart/form-data` body (RFC 7578), taken apart.
struct Multipart {
    struct Part: Equatable {
        let name: String
        let file: String?
        let bytes: [UInt8]
    }
    let parts: [Part]

    /// - Throws: `Problem` 400 that says what is broken.
    init(_ bytes: [UInt8], boundary: String) throws {
        guard (1...70).contains(boundary.utf8.count) else {
            throw Self.broken("its boundary is not 1 to 70 characters")
        }
        let delimiter = Array("--\(boundary)".utf8)
        guard bytes.starts(with: delimiter) else { throw Self.broken("it does not begin with its boundary") }
        var parts: [Part] = []
        var rest = bytes[delimiter.count...]
        while !rest.starts(with: "--".utf8) {
            guard rest.starts(with: "\r\n".utf8) else { throw Self.broken("a boundary does not end its line") }
            rest = rest.dropFirst(2)
            guard let end = rest.firstRange(of: Array("\r\n".utf8) + delimiter) else {
                throw Self.broken("the last boundary is missing")
            }
            parts.append(try Self.part(rest[..<end.lowerBound]))
            guard parts.count <= 32 else { throw Self.broken("it has more than 32 parts") }
            rest = rest[end.upperBound...]
        }
        self.parts = parts
    }

    /// The part of this name, if there is one.
    subscript(name: String) -> Part? { parts.first { $0.name == name } }

    private static func part(_ bytes: ArraySlice<UInt8>) throws -> Part {
        let gap = Array("\r\n\r\n".utf8)
        // A part without headers begins with the gap's second half.
        guard let end = bytes.firstRange(of: gap),
            let head = String(validating: bytes[..<end.lowerBound], as: UTF8.self)
        else { throw broken("a part has no headers") }
        for line in head.components(separatedBy: "\r\n") {
            let pair = line.split(separator: ":", maxSplits: 1)
            guard pair.count == 2, pair[0].lowercased() == "content-disposition" else { continue }
            let fields = parameters(pair[1])
            guard let name = fields["name"] else { break }
            return Part(name: name, file: fields["filename"], bytes: Array(bytes[end.upperBound...]))
        }
        throw broken("a part has no name")
    }

    /// `form-data; name="a"; filename="b; c.swift"`: values may hold semicolons, and quotes written as `%22` or `\"`.
    private static func parameters(_ text: Substring) -> [String: String] {
        var fields: [String: String] = [:]
        var rest = text[...]
        while let semicolon = rest.firstIndex(of: ";") {
            rest = rest[rest.index(after: semicolon)...].drop { $0 == " " || $0 == "\t" }
            guard let equals = rest.firstIndex(of: "=") else { break }
            let key = rest[..<equals].lowercased()
            rest = rest[rest.index(after: equals)...]
            guard rest.first == "\"" else {
                let value = rest.prefix { $0 != ";" }
                fields[key] = String(value)
                rest = rest[value.endIndex...]
                continue
            }
            var value = ""
            var index = rest.index(after: rest.startIndex)
            while index < rest.endIndex, rest[index] != "\"" {
                let next = rest.index(after: index)
                // Some write a quote as \", others end a value with a backslash: then no quote is left to end it.
                if rest[index] == "\\", next < rest.endIndex, rest[next] == "\"",
                    rest[rest.index(after: next)...].contains("\"")
                {
                    index = next
                }
                value.append(rest[index])
                index = rest.index(after: index)
            }
            guard index < rest.endIndex else { break }
            fields[key] = value.replacing("%22", with: "\"")
            rest = rest[rest.index(after: index)...]
        }
        return fields
    }

    private static func broken(_ what: String) -> Problem {
        Problem.badRequest("broken-multipart", "The multipart body is broken: \(what).")
    }
}
