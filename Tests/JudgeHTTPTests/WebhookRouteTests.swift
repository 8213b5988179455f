import Foundation
import JudgeCore
import Storage
import Support
import Testing
import Webhooks

@testable import JudgeHTTP

/// Webhooks by the API and on their page: for admins, without what is secret.
@Suite(.timeLimit(.minutes(1))) struct WebhookRouteTests {
    private static let json = [("Content-Type", "application/json")]
    private static let slack = "https://hooks.slack.com/services/T1/B1/secretpart"

    private func put(
        _ name: String, _ body: String, on server: Fixture, as user: String = "eve"
    ) async throws -> Fixture.Reply {
        try await server.ask("PUT", "/api/v1/webhooks/\(name)", as: user, headers: Self.json, body: body)
    }

    @Test func `an admin makes a webhook, is told its secret once, and sees nothing secret again`() async throws {
        try await withServer { server in
            let made = try await put("group", "{\"url\": \"https://example.org/in?key=secretpart\"}", on: server)
            let secret = try #require(made.string("secret"))
            #expect(made.status == 201 && secret.hasPrefix("whsec_") && !made.text.contains("secretpart"))
            let changed = try await put(
                "group", "{\"url\": \"\(Self.slack)\", \"events\": [\"submission.solved\"]}", on: server)
            #expect(changed.status == 200 && changed.json["secret"] == nil)
            let list = try await server.ask("GET", "/api/v1/webhooks", as: "eve")
            #expect(list.text.contains("https://hooks.slack.com/…") && list.text.contains("submission.solved"))
            #expect(!list.text.contains("secretpart") && !list.text.contains(secret))
            #expect(try await server.store.webhook("group").secrets == [WebhookSecret(secret).bytes])
            let rotated = try await server.ask(
                "POST", "/api/v1/webhooks/group/rotate", as: "eve", headers: Self.json, body: "{\"keep_hours\": 1}")
            let fresh = try WebhookSecret(try #require(rotated.string("secret")))
            #expect(try await server.store.webhook("group").secrets == [fresh.bytes, WebhookSecret(secret).bytes])
            #expect(try await server.ask("DELETE", "/api/v1/webhooks/group", as: "eve").status == 204)
            #expect(try await server.ask("DELETE", "/api/v1/webhooks/group", as: "eve").status == 404)
        }
    }

    @Test func `members and strangers have no part in webhooks`() async throws {
        try await withServer { server in
            _ = try await put("group", "{\"url\": \"\(Self.slack)\"}", on: server)
            let requests: [(String, String, String?)] = [
                ("GET", "", nil), ("PUT", "/group", "{\"url\": \"\(Self.slack)\"}"), ("DELETE", "/group", nil),
                ("POST", "/group/test", nil), ("POST", "/group/rotate", "{}"), ("POST", "/group/replay", "{}"),
                ("GET", "/group/deliveries", nil),
            ]
            for (method, path, body) in requests {
                let url = "/api/v1/webhooks\(path)"
                #expect(try await server.ask(method, url, headers: Self.json, body: body).status == 401, "\(path)")
                #expect(
                    try await server.ask(method, url, as: "ann", headers: Self.json, body: body).status == 403,
                    "\(path)")
            }
            #expect(try await server.store.webhooks().count == 1)
        }
    }

    @Test(arguments: [
        ("{\"url\": \"ftp://example.org/\"}", "bad-webhook-url"), ("{\"url\": \"\"}", "bad-webhook-url"),
        ("{\"url\": \"https://user:secretpart@example.org/\"}", "bad-webhook-url"),
        ("{\"url\": \"https://exämple.org/secretpart\"}", "bad-webhook-url"),
        ("{\"url\": \"https://127.0.0.1/secretpart\"}", "address-not-allowed"),
        ("{\"url\": \"https://[::ffff:169.254.169.254]/secretpart\"}", "address-not-allowed"),
        ("{\"url\": \"http://1.1.1.1/secretpart\"}", "address-not-allowed"),
        ("{\"url\": \"https://example.org/\", \"format\": \"pigeon\"}", "unknown-format"),
        ("{\"url\": \"https://example.org/\", \"events\": [\"submission\"]}", "bad-filter"),
        ("{\"url\": \"https://example.org/\", \"verdicts\": [\"right\"]}", "bad-filter"),
        ("{\"url\": \"https://example.org/\", \"digest_minutes\": -1}", "bad-digest"),
        ("{}", "missing-key"), ("{\"url\": 3}", "wrong-type"),
    ]) func `what is wrong with a webhook is told, and nothing secret with it`(_ body: String, _ code: String)
        async throws
    {
        try await withServer { server in
            let reply = try await put("group", body, on: server)
            #expect(reply.status == 422 && reply.string("code") == code && !reply.text.contains("secretpart"))
            #expect(try await server.store.webhooks().isEmpty)
            #expect(try await put("-group", "{\"url\": \"\(Self.slack)\"}", on: server).status == 422)
        }
    }

    @Test func `deliveries are listed page by page, and sent again`() async throws {
        try await withServer { server in
            _ = try await put("group", "{\"url\": \"\(Self.slack)\"}", on: server)
            for _ in 0..<3 {
                #expect(try await server.ask("POST", "/api/v1/webhooks/group/test", as: "eve").status == 202)
            }
            let first = try await server.ask("GET", "/api/v1/webhooks/group/deliveries?limit=2", as: "eve")
            let shown = try #require(first.json["deliveries"] as? [[String: Any]])
            #expect(shown.count == 2 && shown[0]["event"] as? String == "webhook.test")
            #expect((shown[0]["message"] as? String)?.hasPrefix("msg_") == true)
            let cursor = try #require(first.string("next"))
            let second = try await server.ask(
                "GET", "/api/v1/webhooks/group/deliveries?limit=2&cursor=\(cursor)", as: "eve")
            #expect((second.json["deliveries"] as? [Any])?.count == 1 && second.json["next"] == nil)
            let webhook = try await server.store.webhook("group")
            let due = try await server.store.due(webhook.id, limit: 9)
            _ = try await server.store.note(
                due.map {
                    DeliveryResult(delivery: $0.id, webhook: $0.webhook, outcome: .dead, error: "no", milliseconds: 1)
                }
            ) { _, _ in "{}" }
            let dead = try await server.ask("GET", "/api/v1/webhooks/group/deliveries?state=dead", as: "eve")
            #expect((dead.json["deliveries"] as? [Any])?.count == 3)
            func replay(_ body: String) async throws -> Fixture.Reply {
                try await server.ask(
                    "POST", "/api/v1/webhooks/group/replay", as: "eve", headers: Self.json, body: body)
            }
            #expect(try await replay("{\"from\": \(due[0].id), \"to\": \(due[0].id)}").json["count"] as? Int == 1)
            #expect(try await replay("{}").json["count"] as? Int == 2)
            #expect(try await replay("{\"from\": 2, \"to\": 1}").status == 422)
            for query in ["state=gone", "limit=0", "cursor=x"] {
                #expect(
                    try await server.ask("GET", "/api/v1/webhooks/group/deliveries?\(query)", as: "eve").status == 400)
            }
            #expect(try await server.ask("GET", "/metrics").text.contains("judge_outbox_waiting 3"))
        }
    }

    @Test func `a webhook that is off is neither tried nor sent anything again`() async throws {
        try await withServer { server in
            _ = try await put("group", "{\"url\": \"\(Self.slack)\"}", on: server)
            let webhook = try await server.store.webhook("group")
            try await server.store.announce(.test, data: "{}", to: webhook.id)
            let due = try await server.store.due(webhook.id, limit: 1)
            _ = try await server.store.note([
                DeliveryResult(delivery: due[0].id, webhook: webhook.id, outcome: .gone("it said so"), milliseconds: 1)
            ]) { _, _ in "{}" }
            for path in ["test", "replay"] {
                let reply = try await server.ask(
                    "POST", "/api/v1/webhooks/group/\(path)", as: "eve", headers: Self.json, body: "{}")
                #expect(reply.status == 409 && reply.string("code") == "webhook-disabled")
            }
        }
    }
}
