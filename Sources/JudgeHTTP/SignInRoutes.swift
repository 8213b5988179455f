import Foundation
import HTTPTypes
import Hummingbird
import Pages
import Storage

/// Signing in with a token, which a session then stands for, and out.
struct SignInRoutes {
    let server: JudgeServer

    /// How long a session lasts.
    private static let days = 30
    /// The cookie that ties the sign-in form to a browser before there is a session.
    private static let formCookie = "judge_form"

    func add(to pages: RouterGroup<JudgeContext>) {
        pages.at("sign-in", [.get: show, .post: signIn])
        pages.at("sign-out", [.post: signOut])
    }

    @Sendable private func show(_ request: Request, context: JudgeContext) async throws -> Response {
        if context.user != nil { return .redirect(to: "/") }
        return page(request, context, message: nil)
    }

    @Sendable private func signIn(_ request: Request, context: JudgeContext) async throws -> Response {
        let form = try await Form(request, limit: 16 << 10)
        func text(_ name: String) -> String {
            form.text(name).trimmingCharacters(in: .whitespacesAndNewlines)
        }
        // The browser must have been shown the form: else a page elsewhere could sign somebody in as somebody else.
        guard let secret = request.cookies[Self.formCookie].flatMap({ Secret($0.value) }),
            isSame(text("csrf"), secret.formKey())
        else { return page(request, context, message: "The form was too old; here is a new one.", status: .forbidden) }
        guard let token = Secret(text("token")), let found = try await server.store.token(token.name),
            token.matches(found.hash), !found.isSession
        else { return page(request, context, message: "That token is not valid.", status: .unprocessableContent) }
        let session = Secret()
        _ = try await server.store.addToken(
            session.name, hash: session.hash, user: found.user.name, sessionOf: found.id,
            expiresAt: .now + .seconds(Self.days * 86_400))
        var response = Response.redirect(to: "/")
        response.setCookie(cookie(Authenticator.cookie, session.text, context, maxAge: Self.days * 86_400))
        response.setCookie(cookie(Self.formCookie, "", context, maxAge: 0))
        return response
    }

    @Sendable private func signOut(_ request: Request, context: JudgeContext) async throws -> Response {
        _ = try await server.form(request, context)
        if let secret = context.secret, let found = try await server.store.token(secret.name) {
            _ = try await server.store.revokeToken(found.id)
        }
        var response = Response.redirect(to: "/")
        response.setCookie(cookie(Authenticator.cookie, "", context, maxAge: 0))
        return response
    }

    private func page(
        _ request: Request, _ context: JudgeContext, message: String?, status: HTTPResponse.Status = .ok
    ) -> Response {
        let secret = request.cookies[Self.formCookie].flatMap { Secret($0.value) } ?? Secret()
        let page = PageContext(userName: nil, csrf: secret.formKey(), version: server.configuration.version)
        var response = Response.page(SignInPage(context: page, message: message).html(), status: status)
        response.setCookie(cookie(Self.formCookie, secret.text, context, maxAge: 3600))
        return response
    }

    /// For this site's own requests only, out of scripts' reach, and over TLS alone where a proxy speaks it.
    private func cookie(_ name: String, _ value: String, _ context: JudgeContext, maxAge: Int) -> Cookie {
        Cookie(
            name: name, value: value, maxAge: maxAge, path: "/",
            secure: context.isSecure, httpOnly: true, sameSite: .lax)
    }
}
