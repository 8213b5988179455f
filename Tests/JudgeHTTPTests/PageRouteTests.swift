import Foundation
import JudgeCore
import Storage
import Support
import Testing

@testable import JudgeHTTP

/// The pages, as a browser without scripts sees them.
@Suite(.timeLimit(.minutes(1))) struct PageRouteTests {
    @Test func `signing in takes a token and a form of one's own, and makes a session`() async throws {
        try await withServer { server in
            let browser = Browser(server)
            let form = try await browser.open("/sign-in")
            let cookie = try #require(form.headers["set-cookie"])
            #expect(cookie.hasPrefix("judge_form=") && cookie.contains("HttpOnly") && cookie.contains("SameSite"))
            browser.cookies["judge_form"] = cookie.split(separator: ";")[0].split(separator: "=", maxSplits: 1).last
                .map(String.init)
            let key = Browser.key(form)
            let token = try #require(server.tokens["ann"])
            #expect(try await browser.send("/sign-in", ["token": token]).status == 403)
            #expect(try await browser.send("/sign-in", ["token": token, "csrf": Secret().formKey()]).status == 403)
            let wrong = try await browser.send("/sign-in", ["token": "judge_x", "csrf": key])
            #expect(wrong.status == 422 && wrong.text.contains("That token is not valid."))
            let before = try await server.store.tokens(of: "ann").count
            let right = try await browser.send("/sign-in", ["token": " \(token)\n", "csrf": key])
            #expect(right.status == 303 && right.headers["location"] == "/")
            #expect(try await server.store.tokens(of: "ann").count == before, "a session is no token of the user's")
        }
    }

    @Test(arguments: [
        (["127.0.0.1"], true), (["10.0.0.0/8", "127.0.0.0/8"], true), ([], false), (["10.0.0.0/8", "::1"], false),
    ])
    func `that a request came by TLS is believed of a trusted proxy alone`(_ proxies: [String], _ isBelieved: Bool)
        async throws
    {
        try await withServer(trustedProxies: proxies) { server in
            let cookie = try await server.ask("GET", "/sign-in", headers: [("X-Forwarded-Proto", "https")])
                .headers["set-cookie"]
            #expect(try #require(cookie).contains("Secure") == isBelieved)
            let plain = try await server.ask("GET", "/sign-in").headers["set-cookie"]
            #expect(try !#require(plain).contains("Secure"))
        }
    }

    @Test func `a session opens the pages of its user, until it is signed out`() async throws {
        try await withServer { server in
            let browser = Browser(server)
            let nobody = try await browser.open("/submissions")
            #expect(nobody.status == 303 && nobody.headers["location"] == "/sign-in")
            try await browser.signIn("ann")
            #expect(try await browser.open("/submissions").status == 200)
            let list = try await browser.open("/")
            #expect(list.text.contains("/challenges/kmeans") && list.text.contains("ann"))
            // A session is no token: neither for the API nor for another session.
            let session = try #require(browser.cookies[Authenticator.cookie])
            let api = try await server.ask("GET", "/api/v1/me", as: session)
            #expect(api.status == 401)
            let key = Browser.key(try await browser.open("/challenges/kmeans"))
            #expect(try await browser.send("/sign-out", ["csrf": "wrong"]).status == 403)
            #expect(try await browser.open("/submissions").status == 200)
            #expect(try await browser.send("/sign-out", ["csrf": key]).status == 303)
            #expect(try await browser.open("/submissions").status == 303)
        }
    }

    @Test func `a form submits once for its own session, and what was typed survives a mistake`() async throws {
        try await withServer { submission, _ in
            made(.accepted, of: submission)
        } body: { server in
            let browser = Browser(server)
            try await browser.signIn("ann")
            let key = Browser.key(try await browser.open("/challenges/kmeans"))
            let stranger = Browser(server)
            try await stranger.signIn("bob")
            let path = "/challenges/kmeans/submissions"
            #expect(try await stranger.send(path, ["csrf": key, "source": "let a = 1"]).status == 403)
            #expect(try await browser.send(path, ["source": "let a = 1"]).status == 403)
            let bad = try await browser.send(path, ["csrf": key, "source": "let typed = 1\u{0}"])
            #expect(bad.status == 422 && bad.text.contains("NUL") && bad.text.contains("let typed = 1"))
            let sent = try await browser.send(path, ["csrf": key, "source": "let a = 1\r\nlet b = 2\r\n"])
            let place = try #require(sent.headers["location"])
            #expect(sent.status == 303 && place.hasPrefix("/submissions/"))
            var page = try await browser.open(place)
            for _ in 0..<200 where !page.text.contains("accepted") {
                try await Task.sleep(for: .milliseconds(20))
                page = try await browser.open(place)
            }
            #expect(page.text.contains("accepted"))
            let record = try #require(try await server.store.submission(String(place.dropFirst(13))))
            #expect(try await server.store.source(of: record.number) == Array("let a = 1\nlet b = 2\n".utf8))
            #expect(try await stranger.open(place).status == 404)
            #expect(try await stranger.open(place + "/events").status == 404)
            #expect(try await browser.open("/leaderboard").text.contains("ann"))
            #expect(try await browser.open(place + "/events").text.contains("event: done"))
        }
    }

    @Test func `a form sent twice is one submission, and another text sent with it another one`() async throws {
        try await withServer { server in
            let browser = Browser(server)
            try await browser.signIn("ann")
            let page = try await browser.open("/challenges/kmeans")
            let once = try #require(page.text.firstMatch(of: /name="once" value="([^"]*)"/).map { String($0.1) })
            func send(_ source: String) async throws -> String? {
                try await browser.send(
                    "/challenges/kmeans/submissions", ["csrf": Browser.key(page), "once": once, "source": source]
                ).headers["location"]
            }
            let first = try #require(try await send("let a = 1"))
            #expect(try await send("let a = 1") == first)
            let second = try #require(try await send("let a = 2"))
            #expect(second != first && second.hasPrefix("/submissions/"))
            #expect(try await server.store.load().waiting == 2)
            let other = try await browser.open("/challenges/kmeans")
            #expect(!other.text.contains(once), "each form is its own")
        }
    }

    @Test func `an admin's page has a submission graded once more; a member's cannot`() async throws {
        try await withServer { submission, _ in
            made(.accepted, of: submission)
        } body: { server in
            let sent = try await server.submit("let a = 1", as: "ann")
            let id = try #require(sent.string("id"))
            func graded() async throws -> Int {
                try await server.ask("GET", "/api/v1/submissions/\(id)?wait=30", as: "ann").json["attempt"] as? Int ?? 0
            }
            #expect(try await graded() == 1)
            let member = Browser(server)
            let admin = Browser(server)
            try await member.signIn("ann")
            try await admin.signIn("eve")
            let place = "/submissions/\(id)"
            let page = try await member.open(place)
            #expect(!page.text.contains("/rejudge"))
            #expect(try await member.send("\(place)/rejudge", ["csrf": Browser.key(page)]).status == 403)
            #expect(try await graded() == 1)
            let form = try await admin.open(place)
            #expect(form.text.contains("\(place)/rejudge"))
            #expect(try await admin.send("\(place)/rejudge", [:]).status == 403)
            let again = try await admin.send("\(place)/rejudge", ["csrf": Browser.key(form)])
            #expect(again.status == 303 && again.headers["location"] == place)
            #expect(try await graded() == 2)
        }
    }

    @Test func `the leaderboard offers the groups that its reader is in`() async throws {
        try await withServer { server in
            try await server.store.putGroup("monday", members: ["ann"])
            try await server.store.putGroup("friday", members: ["bob"])
            let browser = Browser(server)
            #expect(try await !browser.open("/leaderboard").text.contains("monday"))
            try await browser.signIn("ann")
            let own = try await browser.open("/leaderboard?challenge=&group=")
            #expect(own.text.contains("<option value=\"monday\">") && !own.text.contains("friday"))
            #expect(own.text.contains("<option value=\"kmeans\">") && !own.text.contains("class=\"lead\""))
            let chosen = try await browser.open("/leaderboard?challenge=kmeans&group=monday")
            #expect(chosen.text.contains("<option value=\"monday\" selected"))
            try await browser.signIn("eve")
            #expect(try await browser.open("/leaderboard").text.contains("friday"))
        }
    }

    @Test func `the page of webhooks is for admins, who try them and have messages sent again there`() async throws {
        try await withServer { server in
            let hook = try await server.store.putWebhook(
                "group", url: "https://example.org/secretpart", format: nil, filter: Webhook.Filter(), digestMinutes: 0,
                secret: [1])
            let member = Browser(server)
            #expect(try await member.open("/webhooks").status == 303)
            try await member.signIn("ann")
            #expect(try await member.open("/webhooks").status == 403)
            let admin = Browser(server)
            try await admin.signIn("eve")
            let page = try await admin.open("/webhooks")
            #expect(page.text.contains("https://example.org/…") && !page.text.contains("secretpart"))
            #expect(try await admin.send("/webhooks/group/test", [:]).status == 403)
            let key = Browser.key(page)
            #expect(try await admin.send("/webhooks/group/test", ["csrf": key]).status == 303)
            let due = try await server.store.due(hook.id, limit: 9)
            #expect(due.map(\.announcement.kind) == [.test])
            _ = try await server.store.note([
                DeliveryResult(
                    delivery: due[0].id, webhook: hook.id, outcome: .dead, error: "<b>no</b>", milliseconds: 1)
            ]) { _, _ in "{}" }
            let log = try await admin.open("/webhooks?name=group")
            #expect(log.text.contains("&lt;b&gt;no") && log.text.contains("value=\"\(due[0].id)\""))
            let again = ["csrf": key, "delivery": "\(due[0].id)"]
            #expect(try await member.send("/webhooks/group/replay", again).status == 403)
            #expect(try await admin.send("/webhooks/group/replay", again).status == 303)
            #expect(try await server.store.due(hook.id, limit: 9).map(\.id) == [due[0].id])
            #expect(try await admin.open("/webhooks?name=nobody").status == 404)
        }
    }

    @Test func `nothing that somebody sent is markup on a page`() async throws {
        try await withServer { server in
            let hostile = "\"><script>alert(1)</script>\u{1B}[31m\u{202E}"
            let browser = Browser(server)
            try await browser.signIn("ann")
            let key = Browser.key(try await browser.open("/challenges/kmeans"))
            let sent = try await browser.send("/challenges/kmeans/submissions", ["csrf": key, "source": hostile])
            let place = try #require(sent.headers["location"])
            for path in [
                place, "/submissions", "/challenges/kmeans", "/challenges/%3Cscript%3E",
                "/leaderboard?group=%3Cscript%3E",
            ] {
                let page = try await browser.open(path)
                #expect(
                    !page.text.contains("<script>") && !page.text.contains("\u{1B}") && !page.text.contains("\u{202E}"))
            }
        }
    }

    @Test func `what is not there is a page that says so, and assets are kept for good`() async throws {
        try await withServer { server in
            let browser = Browser(server)
            let missing = try await browser.open("/challenges/kmean")
            #expect(missing.status == 404 && missing.headers["content-type"] == "text/html; charset=utf-8")
            #expect(missing.text.contains("did you mean"))
            #expect(missing.headers["content-security-policy"]?.contains("script-src 'self'") == true)
            let nowhere = try await server.ask("GET", "/nowhere", headers: [("Accept", "text/html,*/*")])
            #expect(nowhere.status == 404 && nowhere.text.hasPrefix("<!DOCTYPE html>"))
            let style = try await browser.open("/static/style.css?v=1")
            #expect(style.headers["cache-control"]?.contains("immutable") == true)
            #expect(style.headers["content-type"] == "text/css; charset=utf-8")
            let starter = try await browser.open("/challenges/kmeans/starter")
            #expect(starter.text.contains("func kMeans") && starter.headers["content-disposition"] != nil)
        }
    }
}
