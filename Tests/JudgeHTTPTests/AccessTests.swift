import Foundation
import JudgeCore
import Storage
import Support
import Testing

@testable import JudgeHTTP

/// Who may do what, and what everybody may read.
@Suite(.timeLimit(.minutes(1))) struct AccessTests {
    @Test func `a wrong, expired or revoked token opens nothing`() async throws {
        try await withServer { server in
            let good = try #require(server.tokens["ann"])
            let other = String(good.dropLast()) + (good.last == "0" ? "1" : "0")
            let expired = Secret()
            _ = try await server.store.addToken(
                expired.name, hash: expired.hash, user: "ann", expiresAt: .now + .seconds(-1))
            let revoked = Secret()
            let token = try await server.store.addToken(revoked.name, hash: revoked.hash, user: "ann", expiresAt: nil)
            #expect(try await server.ask("GET", "/api/v1/me", as: revoked.text).status == 200)
            _ = try await server.ask("DELETE", "/api/v1/tokens/\(token.id)", as: "eve")
            for wrong in [other, expired.text, revoked.text, "", "x", "judge_", String(repeating: "a", count: 5000)] {
                let reply = try await server.ask("GET", "/api/v1/me", as: wrong)
                #expect(reply.status == 401 && reply.headers["www-authenticate"]?.hasPrefix("Bearer") == true)
            }
            // A cookie is for pages; the API does not know it.
            let cookie = try await server.ask("GET", "/api/v1/me", headers: [("Cookie", "judge_session=\(good)")])
            #expect(cookie.status == 401)
            let basic = try await server.ask("GET", "/api/v1/me", headers: [("Authorization", "Basic \(good)")])
            #expect(basic.status == 401)
        }
    }

    @Test func `only admins manage users, tokens and groups`() async throws {
        try await withServer { server in
            let json = [("Content-Type", "application/json")]
            let requests: [(String, String, String?)] = [
                ("GET", "/api/v1/users", nil), ("PUT", "/api/v1/users/cid", "{\"role\": \"member\"}"),
                ("GET", "/api/v1/users/ann/tokens", nil), ("POST", "/api/v1/users/ann/tokens", "{}"),
                ("DELETE", "/api/v1/tokens/99", nil), ("GET", "/api/v1/groups", nil),
                ("PUT", "/api/v1/groups/monday", "{\"members\": [\"ann\"]}"),
            ]
            for (method, path, body) in requests {
                let nobody = try await server.ask(method, path, headers: json, body: body)
                let member = try await server.ask(method, path, as: "ann", headers: json, body: body)
                let admin = try await server.ask(method, path, as: "eve", headers: json, body: body)
                #expect(nobody.status == 401 && member.status == 403, "\(path)")
                #expect(admin.status < 300 || path.hasSuffix("/99"), "\(path): \(admin.text)")
            }
            let made = try await server.ask(
                "POST", "/api/v1/users/cid/tokens", as: "eve", headers: json, body: "{\"expires_in_days\": 3}")
            #expect(made.status == 201 && made.string("expires_at") != nil)
            let token = try #require(made.string("token"))
            #expect(try await server.ask("GET", "/api/v1/me", as: token).string("name") == "cid")
            let listed = try await server.ask("GET", "/api/v1/users/cid/tokens", as: "eve")
            #expect(listed.text.contains("expires_at") && !listed.text.contains(token))
            let wrong: [(String, String, String)] = [
                ("PUT", "/api/v1/users/a%20b", "{\"role\": \"member\"}"),
                ("PUT", "/api/v1/users/cid", "{\"role\": \"king\"}"),
                ("POST", "/api/v1/users/cid/tokens", "{\"expires_in_days\": 0}"),
                ("PUT", "/api/v1/groups/monday", "{\"members\": 3}"),
            ]
            for (method, path, body) in wrong {
                #expect(
                    try await server.ask(method, path, as: "eve", headers: json, body: body).status == 422, "\(path)")
            }
            let ghost = try await server.ask(
                "PUT", "/api/v1/groups/monday", as: "eve", headers: json, body: "{\"members\": [\"ghost\"]}")
            #expect(ghost.status == 404)
        }
    }

    @Test func `everybody reads challenges, and never their hidden data`() async throws {
        try await withServer { server in
            let list = try await server.ask("GET", "/api/v1/challenges")
            #expect(list.status == 200 && list.text.contains("\"id\":\"kmeans\""))
            let shown = try await server.ask("GET", "/api/v1/challenges/kmeans")
            #expect(shown.string("statement")?.contains("k-means") == true || shown.text.contains("centroid"))
            #expect(shown.string("time_bound") == "iterations * n * k * d")
            #expect((shown.json["samples"] as? [Any])?.isEmpty == false)
            #expect(!shown.text.contains("secret"))
            let starter = try await server.ask("GET", "/api/v1/challenges/kmeans/starter")
            #expect(starter.text.contains("func kMeans"))
            #expect(starter.headers["content-disposition"] == "attachment; filename=\"kmeans.swift\"")
            for path in ["kmean", "..", "%2e%2e", "..%2fkmeans", "kmeans%2f..%2fkmeans", "%00", ".", "-"] {
                let reply = try await server.ask("GET", "/api/v1/challenges/\(path)")
                #expect(reply.status == 404, "\(path): \(reply.status)")
            }
        }
    }

    @Test func `the leaderboard is for members where the configuration says so`() async throws {
        try await withServer(leaderboardIsPublic: false) { server in
            let nobody = try await server.ask("GET", "/api/v1/leaderboard")
            let member = try await server.ask("GET", "/api/v1/leaderboard", as: "ann")
            #expect(nobody.status == 401 && member.status == 200)
        }
    }

    @Test func `health, metrics and the document are there, and nothing else is`() async throws {
        try await withServer { server in
            #expect(try await server.ask("GET", "/healthz").string("status") == "ok")
            #expect(try await server.ask("GET", "/readyz").string("status") == "ok")
            _ = try await server.submit("let a = 1", as: "ann")
            let metrics = try await server.ask("GET", "/metrics")
            #expect(metrics.text.contains("\njudge_queue_depth 1\n"))
            #expect(metrics.text.contains("\njudge_submissions_total 1\n"))
            let document = try await server.ask("GET", "/openapi.yaml")
            #expect(document.text.hasPrefix("openapi: 3.1.0"))
            let wrong = [
                ("GET", "/nowhere", 404), ("GET", "/api/v1", 404), ("GET", "/../etc", 404), ("DELETE", "/healthz", 405),
                ("QUERY", "/healthz", 405),
            ]
            for (method, path, status) in wrong {
                let reply = try await server.ask(method, path)
                #expect(reply.status == status, "\(path): \(reply.status)")
                #expect(reply.headers["allow"]?.contains("GET") == (status == 405 ? true : nil))
                #expect(reply.headers["content-type"] == "application/problem+json")
            }
            let headers = try await server.ask("GET", "/healthz").headers
            #expect(headers["x-content-type-options"] == "nosniff")
            #expect(headers["content-security-policy"]?.contains("default-src 'none'") == true)
        }
    }

    @Test func `a flood of headers is refused, and the server goes on`() async throws {
        try await withServer { server in
            let many = (0..<200).map { ("X-Flood-\($0)", "x") }
            let large = [("X-Large", String(repeating: "x", count: 40 << 10))]
            for headers in [many, large] {
                // The answer may be cut off with the connection; what it must not be is a success.
                let reply = try? await server.ask("GET", "/healthz", headers: headers)
                #expect(reply.map { (400..<500).contains($0.status) } ?? true)
                let next = try await server.ask("GET", "/healthz")
                #expect(next.status == 200)
            }
        }
    }

    @Test func `a token is 320 random bits, and its hash tells nothing of them`() throws {
        let secret = Secret()
        #expect(secret.text != Secret().text && secret.text.count == 6 + 16 + 1 + 64)
        let again = try #require(Secret(secret.text))
        #expect(again.matches(secret.hash) && !Secret().matches(secret.hash) && !secret.matches([]))
        #expect(again.formKey() == secret.formKey() && secret.formKey() != Secret().formKey())
        for wrong in ["judge_aa_bb", "judge__", secret.text + "0", secret.text.uppercased(), "x" + secret.text] {
            #expect(Secret(wrong) == nil, "\(wrong)")
        }
    }
}
