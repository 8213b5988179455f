import Foundation
import Storage
import Support
import Testing

@testable import JudgeHTTP

/// A browser's memory: its cookies.
final class Browser {
    let server: Fixture
    var cookies: [String: String] = [:]

    init(_ server: Fixture) { self.server = server }

    func open(_ path: String) async throws -> Fixture.Reply { try await ask("GET", path, nil) }

    func send(_ path: String, _ fields: [String: String]) async throws -> Fixture.Reply {
        let text = fields.map { name, value in
            "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
        }.joined(separator: "&")
        return try await ask("POST", path, text)
    }

    private func ask(_ method: String, _ path: String, _ form: String?) async throws -> Fixture.Reply {
        var headers = [("Cookie", cookies.map { "\($0)=\($1)" }.joined(separator: "; "))]
        if form != nil { headers.append(("Content-Type", "application/x-www-form-urlencoded")) }
        let reply = try await server.ask(method, path, headers: headers, body: form)
        // Of several cookies the answer keeps the last; the session's comes before the form's end.
        return reply
    }

    /// The key that the forms of a page bear.
    static func key(_ page: Fixture.Reply) -> String {
        page.text.firstMatch(of: /name="csrf" value="([^"]*)"/).map { String($0.1) } ?? ""
    }

    /// A session of `user`, as signing in makes one.
    func signIn(_ user: String) async throws {
        let secret = Secret()
        let token = try #require(try await server.store.tokens(of: user).first)
        _ = try await server.store.addToken(
            secret.name, hash: secret.hash, user: user, sessionOf: token.id, expiresAt: nil)
        cookies[Authenticator.cookie] = secret.text
    }
}
