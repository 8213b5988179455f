import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import JudgeCore
import Registry

/// Somebody's wish to have something graded, checked: what the API and the pages make of a request.
struct SubmissionRequest {
    let submission: Submission

    /// - Throws: `Problem` 404 for an unknown challenge, 422 for what is no source; each with a sentence.
    init(challenge slug: String, file: String?, source: [UInt8], registry: Registry) throws {
        let challenge = try registry.challenge(slug)
        if challenge.form == .quiz {
            throw Problem(.unprocessableContent, "is-quiz", "\(slug) is a quiz: it takes answers, no source.")
        }
        let file = file ?? "\(slug).swift"
        guard !file.contains(where: { $0 == "/" || $0 == "\\" }) else {
            throw Problem(.unprocessableContent, "bad-file-name", "The file's name must be its own, without folders.")
        }
        try Submission.check(file: file)
        try Submission.check(source: source, name: file.escapingControls, limit: challenge.limits.code << 10)
        submission = Submission(
            id: UUID().uuidString.lowercased(), challenge: challenge.slug, file: file, source: source,
            sha256: SHA256.hash(data: source).hexadecimal, author: nil, submittedAt: "")
    }

    /// The name of a form's file without the folders that some browsers tell; `nil` where nothing is left.
    static func ownName(_ file: String?) -> String? {
        file?.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init)
    }

    /// The request's body, as JSON or as a form with a file.
    ///
    /// - Parameter limit: most bytes of the body.
    static func api(_ request: Request, registry: Registry, limit: Int) async throws -> SubmissionRequest {
        struct Wish: Decodable {
            let challenge: String
            let source: String
            let file: String?
        }
        let (type, parameters) = Body.mediaType(of: request)
        switch type {
        case "application/json":
            let wish = try Body.decode(Wish.self, try await Body.bytes(of: request, limit: limit))
            return try SubmissionRequest(
                challenge: wish.challenge, file: wish.file, source: Array(wish.source.utf8), registry: registry)
        case "multipart/form-data":
            let form = try Multipart(
                try await Body.bytes(of: request, limit: limit), boundary: parameters["boundary"] ?? "")
            guard let file = form["file"] else {
                throw Problem(.unprocessableContent, "missing-file", "The form has no part named 'file'.")
            }
            guard let slug = form["challenge"] else {
                throw Problem(.unprocessableContent, "missing-challenge", "The form has no part named 'challenge'.")
            }
            return try SubmissionRequest(
                challenge: String(decoding: slug.bytes, as: UTF8.self), file: ownName(file.file), source: file.bytes,
                registry: registry)
        default: throw Body.unsupported("application/json or multipart/form-data")
        }
    }
}
