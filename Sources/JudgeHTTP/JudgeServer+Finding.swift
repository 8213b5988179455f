import Grading
import HTTPTypes
import Hummingbird
import Registry
import Storage

/// What the path of a request names, the same for the API and the pages.
extension JudgeServer {
    /// The challenge `:slug`.
    func challenge(_ context: JudgeContext) throws -> Challenge {
        try registry.challenge(try context.parameters.require("slug"))
    }

    /// The submission `:id`, if `user` may see it: their own; for admins, any. That somebody else's exists is not told.
    func submission(_ context: JudgeContext, for user: User) async throws -> SubmissionRecord {
        guard let record = try await store.submission(try context.parameters.require("id")),
            user.role == .admin || record.userID == user.id
        else { throw Problem(.notFound, "unknown-submission", "There is no such submission.") }
        return record
    }

    /// The starter of `challenge`, to be saved as a file.
    func starter(of challenge: Challenge) throws -> Response {
        guard let starter = try challenge.starter() else {
            throw Problem(.notFound, "no-starter", "This challenge has no starter: send a whole program.")
        }
        var response = Response.text(starter, type: "text/plain; charset=utf-8")
        response.headers[.contentDisposition] = "attachment; filename=\"\(challenge.slug).swift\""
        return response
    }
}
