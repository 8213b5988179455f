import Foundation
import Hummingbird
import JudgeCore

/// What a form of a page sends, with files or without.
struct Form {
    private let parts: [Multipart.Part]

    /// - Parameter limit: most bytes.
    init(_ request: Request, limit: Int) async throws {
        let (type, parameters) = Body.mediaType(of: request)
        let bytes = try await Body.bytes(of: request, limit: limit)
        switch type {
        case "multipart/form-data":
            parts = try Multipart(bytes, boundary: parameters["boundary"] ?? "").parts
        case "application/x-www-form-urlencoded":
            let pairs = String(decoding: bytes, as: UTF8.self).split(separator: "&", maxSplits: 32)
            parts = pairs.map { pair in
                let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                func text(_ half: Substring) -> String {
                    half.replacing("+", with: " ").removingPercentEncoding ?? String(half)
                }
                return Multipart.Part(
                    name: text(halves[0]), file: nil, bytes: halves.count == 2 ? Array(text(halves[1]).utf8) : [])
            }
        default: throw Body.unsupported("a form's")
        }
    }

    /// The texts of all fields of this name, as boxes that are ticked.
    func texts(_ name: String) -> [String] {
        parts.filter { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    /// The text of the field of this name; empty where there is none.
    func text(_ name: String) -> String { texts(name).first ?? "" }

    /// The field of this name.
    subscript(name: String) -> Multipart.Part? { parts.first { $0.name == name } }
}

extension JudgeError {
    /// The message as a form shows it.
    var sentence: String { "\(message.prefix(1).uppercased())\(message.dropFirst())." }
}
