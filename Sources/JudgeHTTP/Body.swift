import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Reading what a request brings, within bounds of size and time.
enum Body {
    /// How long a client may take to send it.
    static let patience = Duration.seconds(30)

    /// The bytes, at most `limit` of them.
    ///
    /// - Throws: `Problem` 413 where there are more, 408 where they do not come in time.
    static func bytes(of request: Request, limit: Int) async throws -> [UInt8] {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit { throw tooLarge(limit) }
        return try await withThrowingTaskGroup(of: [UInt8].self) { group in
            group.addTask {
                var bytes: [UInt8] = []
                for try await chunk in request.body {
                    bytes += chunk.readableBytesView
                    guard bytes.count <= limit else { throw tooLarge(limit) }
                }
                return bytes
            }
            group.addTask {
                try await Task.sleep(for: patience)
                throw Problem(.requestTimeout, "too-slow", "The request's body did not come within 30 seconds.")
            }
            defer { group.cancelAll() }
            guard let bytes = try await group.next() else { return [] }
            return bytes
        }
    }

    /// A JSON object, decoded.
    ///
    /// - Throws: `Problem` 415, 400 or 422 that says what is wrong and where.
    static func json<Value: Decodable>(_ type: Value.Type, of request: Request, limit: Int = 64 << 10) async throws
        -> Value
    {
        guard mediaType(of: request).type == "application/json" else { throw unsupported("application/json") }
        return try decode(type, try await bytes(of: request, limit: limit))
    }

    static func decode<Value: Decodable>(_ type: Value.Type, _ bytes: [UInt8]) throws -> Value {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw Problem.badRequest("not-utf8", "The body is not UTF-8.")
        }
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch let error as DecodingError {
            switch error {
            case .keyNotFound(let key, _):
                throw Problem(.unprocessableContent, "missing-key", "The key '\(key.stringValue)' is missing.")
            case .typeMismatch(_, let context), .valueNotFound(_, let context):
                let path = context.codingPath.map(\.stringValue).joined(separator: ".")
                throw Problem(.unprocessableContent, "wrong-type", "The value of '\(path)' has the wrong type.")
            case .dataCorrupted(let context) where !context.codingPath.isEmpty:
                let path = context.codingPath.map(\.stringValue).joined(separator: ".")
                throw Problem(.unprocessableContent, "wrong-value", "The value of '\(path)' is not allowed.")
            default: throw Problem.badRequest("not-json", "The body is not JSON.")
            }
        }
    }

    /// The type and the parameters of the request's `Content-Type`, in lower case but for values.
    static func mediaType(of request: Request) -> (type: String, parameters: [String: String]) {
        let parts = (request.headers[.contentType] ?? "").split(separator: ";").map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        var parameters: [String: String] = [:]
        for part in parts.dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2 else { continue }
            parameters[pair[0].lowercased()] = pair[1].trimmingCharacters(in: CharacterSet(charactersIn: "\""))
        }
        return (parts.first?.lowercased() ?? "", parameters)
    }

    static func unsupported(_ types: String) -> Problem {
        Problem(.unsupportedMediaType, "unsupported-media-type", "The body must be \(types).")
    }

    private static func tooLarge(_ limit: Int) -> Problem {
        Problem(.contentTooLarge, "too-large", "The request's body is larger than \(limit) bytes.")
    }
}
