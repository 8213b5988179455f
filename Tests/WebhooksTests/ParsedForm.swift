import Foundation
import Testing

@testable import Webhooks

/// A form of the type multipart/form-data as a receiver reads it.
struct ParsedForm {
    struct Part {
        var headers: [String: String] = [:]
        var content: [UInt8] = []

        var text: String { String(decoding: content, as: UTF8.self) }
    }

    /// The parts by name.
    private(set) var parts: [String: Part] = [:]
    /// Their names in their order.
    private(set) var names: [String] = []

    /// - Returns: `nil` where the body is of another type.
    init?(_ body: WebhookBody) throws {
        let prefix = "multipart/form-data; boundary="
        guard let type = body.headers.first, type.name == "Content-Type", type.value.hasPrefix(prefix) else {
            return nil
        }
        let boundary = String(type.value.dropFirst(prefix.count))
        #expect(boundary.wholeMatch(of: /[A-Za-z0-9-]{1,70}/) != nil)
        var rest = Data(body.body)
        func upTo(_ end: String) throws -> Data {
            let range = try #require(rest.range(of: Data(end.utf8)))
            defer { rest = Data(rest[range.upperBound...]) }
            return Data(rest[..<range.lowerBound])
        }
        #expect(try upTo("--\(boundary)").isEmpty)
        while !rest.starts(with: "--".utf8) {
            #expect(try upTo("\r\n").isEmpty)
            var part = Part()
            while true {
                let line = String(decoding: try upTo("\r\n"), as: UTF8.self)
                if line.isEmpty { break }
                let colon = try #require(line.firstRange(of: ": "))
                part.headers[String(line[..<colon.lowerBound])] = String(line[colon.upperBound...])
            }
            part.content = Array(try upTo("\r\n--\(boundary)"))
            let disposition = try #require(part.headers["Content-Disposition"])
            let match = try #require(disposition.wholeMatch(of: /form-data; name="([^"]+)"(; filename="[^"]+")?/))
            let name = String(match.output.1)
            #expect(parts.updateValue(part, forKey: name) == nil)
            names.append(name)
        }
        #expect(Array(rest) == Array("--\r\n".utf8))
    }
}

extension ParsedForm.Part: Equatable {}
