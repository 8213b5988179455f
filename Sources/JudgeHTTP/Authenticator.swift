import Foundation
import HTTPTypes
import Hummingbird
import Storage

/// Finds out who sends a request: by a bearer token, or, for pages, by a session's cookie.
///
/// A cookie never opens the API, as a page elsewhere can make a browser send one; and a session is no token, as it would
/// outlast what it was made with.
struct Authenticator: RouterMiddleware {
    let store: Store
    /// Whether cookies count.
    let forPages: Bool

    /// The cookie that holds a session's secret.
    static let cookie = "judge_session"

    func handle(
        _ request: Request, context: JudgeContext, next: (Request, JudgeContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        let presented = forPages ? request.cookies[Self.cookie]?.value : try Self.bearer(request)
        if let presented {
            if let secret = Secret(presented), let found = try await store.token(secret.name),
                secret.matches(found.hash), found.isSession == forPages
            {
                context.user = found.user
                context.secret = secret
            } else if !forPages {
                throw Problem.unauthorized
            }
        }
        return try await next(request, context)
    }

    private static func bearer(_ request: Request) throws -> String? {
        guard let header = request.headers[.authorization] else { return nil }
        let space = UInt8(ascii: " ")
        let scheme = header.utf8.prefix { $0 != space }
        guard String(Substring(scheme)).lowercased() == "bearer" else { throw Problem.unauthorized }
        return String(Substring(header.utf8[scheme.endIndex...].drop { $0 == space }))
    }
}
