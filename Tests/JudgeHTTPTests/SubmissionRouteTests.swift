import Foundation
import JudgeCore
import Pages
import Storage
import Support
import Synchronization
import Testing
import Transfer

@testable import JudgeHTTP

/// Sending submissions over HTTP, and hearing of them.
@Suite(.timeLimit(.minutes(1))) struct SubmissionRouteTests {
    @Test func `a submission is kept before the answer, graded, and its report read back`() async throws {
        try await withServer { submission, progress in
            progress(.compiling)
            progress(.running(index: 1, total: 2, name: "sample/1"))
            try await Task.sleep(for: .milliseconds(100))
            return made(.accepted, of: submission)
        } body: { server in
            let sent = try await server.submit("let a = 1\n", as: "ann")
            #expect(sent.status == 202 && sent.string("author") == "ann" && sent.string("phase") == "queued")
            let id = try #require(sent.string("id"))
            #expect(sent.headers["location"] == "/api/v1/submissions/\(id)")
            #expect(try await server.store.submission(id) != nil)
            let done = try await server.ask("GET", "/api/v1/submissions/\(id)?wait=20", as: "ann")
            #expect(done.string("verdict") == "accepted" && done.string("phase") == "graded")
            let report = try await server.ask("GET", "/api/v1/submissions/\(id)/report", as: "ann")
            #expect(report.string("schema") == "judge-report/1" && report.string("verdict") == "accepted")
            let text = try await server.ask("GET", "/api/v1/submissions/\(id)/report?format=text", as: "ann")
            #expect(text.text.hasPrefix("accepted") && text.headers["content-type"] == "text/plain; charset=utf-8")
            let described = try await server.ask("GET", "/openapi.yaml").text
            for format in ReportFormat.allCases {
                let path = "/api/v1/submissions/\(id)/report?format=\(format.rawValue)"
                let reply = try await server.ask("GET", path, as: "ann")
                #expect(reply.status == 200 && reply.headers["content-type"] == format.mediaType, "\(format)")
                #expect(!reply.text.isEmpty && described.contains(format.rawValue))
            }
            #expect(try await server.ask("GET", "/api/v1/submissions/\(id)/report?format=xml", as: "ann").status == 400)
            #expect(try await server.ask("GET", "/api/v1/submissions/\(id)/source", as: "ann").text == "let a = 1\n")
            let listed = try await server.ask("GET", "/api/v1/leaderboard")
            #expect(listed.text.contains("\"user\":\"ann\""))
        }
    }

    @Test func `a form with a file is a submission too, whose name keeps no folder`() async throws {
        try await withServer { server in
            let head = [("Content-Type", "multipart/form-data; boundary=XX")]
            let challenge = "--XX\r\nContent-Disposition: form-data; name=\"challenge\"\r\n\r\nknn\r\n"
            let file =
                "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"dir/a;b.swift\"\r\n\r\nlet a = 1\r\n--XX--\r\n"
            let whole = try await server.ask(
                "POST", "/api/v1/submissions", as: "ann", headers: head, body: challenge + file)
            #expect(whole.status == 202 && whole.string("challenge") == "knn" && whole.string("file") == "a;b.swift")
            let half = try await server.ask("POST", "/api/v1/submissions", as: "ann", headers: head, body: file)
            #expect(half.status == 422 && half.string("code") == "missing-challenge")
        }
    }

    @Test func `others' submissions are not there, and admins see all`() async throws {
        try await withServer { server in
            let id = try #require(try await server.submit("let a = 1", as: "ann").string("id"))
            for path in ["", "/report", "/source", "/events"] {
                #expect(try await server.ask("GET", "/api/v1/submissions/\(id)\(path)", as: "bob").status == 404)
                #expect(try await server.ask("GET", "/api/v1/submissions/\(id)\(path)").status == 401)
            }
            #expect(try await server.ask("GET", "/api/v1/submissions/\(id)", as: "eve").status == 200)
            #expect(try await server.ask("GET", "/api/v1/submissions", as: "bob").text.contains(id) == false)
            #expect(try await server.ask("GET", "/api/v1/submissions?user=ann", as: "bob").text.contains(id) == false)
            #expect(try await server.ask("GET", "/api/v1/submissions?user=ann", as: "eve").text.contains(id))
            #expect(try await server.ask("POST", "/api/v1/submissions/\(id)/rejudge", as: "ann").status == 403)
            #expect(try await server.ask("POST", "/api/v1/submissions/\(id)/rejudge", as: "eve").status == 409)
            #expect(try await server.ask("GET", "/api/v1/submissions/nobody", as: "eve").status == 404)
        }
    }

    @Test func `the same Idempotency-Key makes one submission`() async throws {
        try await withServer { server in
            let first = try await server.submit("let a = 1", as: "ann", key: "k")
            let again = try await server.submit("let a = 1", as: "ann", key: "k")
            #expect(first.status == 202 && again.status == 200 && first.string("id") == again.string("id"))
            #expect(try await server.submit("let a = 2", as: "ann", key: "k").status == 409)
            #expect(try await server.submit("let a = 1", as: "bob", key: "k").status == 202)
        }
    }

    @Test func `why the judge failed is for admins; others are told that it did`() async throws {
        try await withServer { _, _ in
            throw JudgeError(.failure, "broken", "the validator at /secret/path wrote 42")
        } body: { server in
            let id = try #require(try await server.submit("let a = 1", as: "ann").string("id"))
            var record = try await server.store.submission(id)
            for _ in 0..<1000 where record?.state.isTerminal != true {
                try await Task.sleep(for: .milliseconds(10))
                record = try await server.store.submission(id)
            }
            for path in ["", "/events", "/report"] {
                let own = try await server.ask("GET", "/api/v1/submissions/\(id)\(path)", as: "ann")
                #expect(!own.text.contains("/secret/path"), "\(path)")
            }
            let own = try await server.ask("GET", "/api/v1/submissions/\(id)", as: "ann")
            #expect(own.string("verdict") == "judge-error" && own.string("reason")?.contains("can see why") == true)
            let all = try await server.ask("GET", "/api/v1/submissions/\(id)", as: "eve")
            #expect(all.string("reason")?.contains("/secret/path") == true)
        }
    }

    @Test func `a full queue and an eager user are told when to come again`() async throws {
        try await withServer(queue: QueueLimits(waiting: 2, waitingOfUser: 1, rate: 100)) { server in
            #expect(try await server.submit("let a = 1", as: "ann").status == 202)
            let eager = try await server.submit("let a = 2", as: "ann")
            #expect(eager.status == 429 && eager.string("code") == "too-many")
            #expect(Int(eager.headers["retry-after"] ?? "") ?? 0 > 0)
            #expect(try await server.submit("let a = 1", as: "bob").status == 202)
            #expect(try await server.submit("let a = 1", as: "eve").string("code") == "queue-full")
        }
    }

    @Test func `pages go on where the last one ended`() async throws {
        try await withServer { server in
            for index in 0..<5 { _ = try await server.submit("let a = \(index)", as: "ann") }
            var seen = 0
            var path = "/api/v1/submissions?limit=2"
            while true {
                let page = try await server.ask("GET", path, as: "ann")
                seen += page.text.components(separatedBy: "\"sha256\"").count - 1
                guard let next = page.string("next") else { break }
                path = "/api/v1/submissions?limit=2&cursor=\(next)"
            }
            #expect(seen == 5)
            for bad in ["limit=0", "limit=x", "cursor=x", "cursor=-1", "verdict=good"] {
                #expect(try await server.ask("GET", "/api/v1/submissions?\(bad)", as: "ann").status == 400, "\(bad)")
            }
        }
    }

    @Test func `events tell each phase once, and go on after the last one seen`() async throws {
        try await withServer { submission, progress in
            progress(.compiling)
            try await Task.sleep(for: .milliseconds(200))
            progress(.running(index: 3, total: 14, name: "secret/a"))
            try await Task.sleep(for: .milliseconds(300))
            return made(.wrongAnswer, of: submission)
        } body: { server in
            let id = try #require(try await server.submit("let a = 1", as: "ann").string("id"))
            let stream = try await server.ask("GET", "/api/v1/submissions/\(id)/events", as: "ann")
            #expect(stream.headers["content-type"] == "text/event-stream")
            for phase in ["queued", "compiling", "running", "graded"] {
                let count = stream.text.components(separatedBy: "\"phase\":\"\(phase)\"").count - 1
                #expect(count == 1, "\(phase)")
            }
            #expect(stream.text.contains("event: progress\ndata: {\"index\":3,\"name\":\"secret/a\""))
            #expect(stream.text.contains("\"detail\":\"wrong-answer\""))
            let last = try #require(try await server.store.submission(id))
            let events = try await server.store.events(of: last.number)
            let rest = try await server.ask(
                "GET", "/api/v1/submissions/\(id)/events", as: "ann",
                headers: [("Last-Event-ID", "\(events[events.count - 2].id)")])
            #expect(rest.text.contains("graded") && !rest.text.contains("queued"))
        }
    }

    @Test func `what cannot be graded is refused with a sentence`() async throws {
        try await withServer { server in
            func post(_ body: String, _ type: String = "application/json") async throws -> Fixture.Reply {
                try await server.ask(
                    "POST", "/api/v1/submissions", as: "ann", headers: [("Content-Type", type)], body: body)
            }
            let cases: [(String, String, Int, String)] = [
                ("{}", "application/json", 422, "'challenge' is missing"),
                ("{\"challenge\": \"kmeans\"}", "application/json", 422, "'source' is missing"),
                ("{\"challenge\": 3, \"source\": \"a\"}", "application/json", 422, "wrong type"),
                ("{", "application/json", 400, "not JSON"), ("", "application/json", 400, "not JSON"),
                ("[]", "application/json", 422, "wrong type"),
                ("{\"challenge\": \"kmean\", \"source\": \"a\"}", "application/json", 404, "did you mean 'kmeans'"),
                ("{\"challenge\": \"../kmeans\", \"source\": \"a\"}", "application/json", 404, "no challenge"),
                ("{\"challenge\": \"kmeans\", \"source\": \"\"}", "application/json", 422, "is empty"),
                ("{\"challenge\": \"kmeans\", \"source\": \"a\\u0000\"}", "application/json", 422, "NUL"),
                (
                    "{\"challenge\": \"kmeans\", \"source\": \"a\", \"file\": \"a\\n.swift\"}", "application/json", 422,
                    "control"
                ),
                (
                    "{\"challenge\": \"kmeans\", \"source\": \"a\", \"file\": \"a.sil\"}", "application/json", 422,
                    "end in .swift"
                ),
                (
                    "{\"challenge\": \"kmeans\", \"source\": \"a\", \"file\": \"..\"}", "application/json", 422,
                    "end in .swift"
                ),
                ("a", "text/plain", 415, "application/json"), ("a", "multipart/form-data", 400, "boundary"),
                ("a", "multipart/form-data; boundary=X", 400, "does not begin"),
                ("--X\r\n", "multipart/form-data; boundary=X", 400, "last boundary"),
                ("--X\r\n\r\na\r\n--X--", "multipart/form-data; boundary=X", 400, "no headers"),
                ("--X\r\nA: b\r\n\r\na\r\n--X--", "multipart/form-data; boundary=X", 400, "no name"),
                ("--X--\r\n", "multipart/form-data; boundary=X", 422, "'file'"),
            ]
            for (body, type, status, words) in cases {
                let reply = try await post(body, type)
                #expect(reply.status == status && reply.text.contains(words), "\(body): \(reply.status) \(reply.text)")
                #expect(reply.headers["content-type"] == "application/problem+json")
                #expect(reply.json["status"] as? Int == status && reply.string("title") != nil)
            }
            let large = try await post(
                "{\"challenge\": \"kmeans\", \"source\": \"\(String(repeating: "a", count: 200_000))\"}")
            #expect(large.status == 422 && large.string("code") == "file-too-large")
            let huge = try await post(String(repeating: "a", count: 5 << 20))
            #expect(huge.status == 413)
        }
    }
}
