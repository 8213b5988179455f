import Foundation
import JudgeCore
import Support
import Synchronization
import Testing
import Transfer

@testable import Forges

/// Comments and statuses, sent by the real libcurl to a server that keeps comments as a forge does.
@Suite struct ForgeTests {
    /// A forge with the comments of one pull request, which checks what it is asked as its API's description has it.
    private final class ForgeServer: Sendable {
        struct State {
            var comments: [(id: Int, body: String)] = []
            var statuses: [[String: String]] = []
            var faults: [String] = []
        }
        let state: Mutex<State>
        let receiver: Receiver
        var comments: [String] { state.withLock { $0.comments.map(\.body) } }
        var statuses: [[String: String]] { state.withLock { $0.statuses } }
        var faults: [String] { state.withLock { $0.faults } }

        init(_ forge: PullRequest.Forge, comments: [String] = []) {
            state = Mutex(State(comments: comments.enumerated().map { ($0.offset + 1, $0.element) }))
            let box = Box()
            receiver = Receiver { request, _ in box.server?.answer(request, forge) ?? .reset }
            box.server = self
        }

        private final class Box: @unchecked Sendable { weak var server: ForgeServer? }

        private func answer(_ request: Receiver.Request, _ forge: PullRequest.Forge) -> Receiver.Behaviour {
            state.withLock { state in
                let parts = request.path.split(separator: "?")
                let path = String(parts[0])
                let query = parts.count > 1 ? parts[1].split(separator: "&").map(String.init) : []
                let (token, value) =
                    switch forge {
                    case .github: ("authorization", "Bearer s3cret")
                    case .gitea: ("authorization", "token s3cret")
                    case .gitlab: ("private-token", "s3cret")
                    }
                if request.headers[token] != value { state.faults.append("\(token) is wrong") }
                if request.headers["user-agent"]?.isEmpty != false { state.faults.append("no user agent") }
                if request.method != "GET", request.headers["content-type"] != "application/json" {
                    state.faults.append("no content type")
                }
                let base = forge == .gitlab ? "/api/projects/17" : "/api/repos/ada/group"
                let list = forge == .gitlab ? "\(base)/merge_requests/5/notes" : "\(base)/issues/5/comments"
                let one = forge == .gitlab ? "\(list)/" : "\(base)/issues/comments/"
                let body = request.json as? [String: String] ?? [:]
                switch (request.method, path) {
                case ("GET", list):
                    var shown = state.comments
                    // Gitea's list has no pages.
                    if forge != .gitea {
                        guard query.contains("per_page=100"),
                            let page = query.first(where: { $0.hasPrefix("page=") }).flatMap({ Int($0.dropFirst(5)) })
                        else { return .answer(400) }
                        shown = Array(shown.dropFirst(100 * (page - 1)).prefix(100))
                    }
                    let json = shown.map { ["id": $0.id, "body": $0.body] as [String: Any] }
                    let data = (try? JSONSerialization.data(withJSONObject: json)) ?? Data()
                    return .answer(200, body: String(decoding: data, as: UTF8.self))
                case ("POST", list):
                    guard body.keys.sorted() == ["body"] else { return .answer(422) }
                    state.comments.append((state.comments.count + 1, body["body"] ?? ""))
                    return .answer(201, body: "{}")
                case (forge == .gitlab ? "PUT" : "PATCH", _) where path.hasPrefix(one):
                    guard let id = Int(path.dropFirst(one.count)), state.comments.indices.contains(id - 1),
                        body.keys.sorted() == ["body"]
                    else { return .answer(404) }
                    state.comments[id - 1].body = body["body"] ?? ""
                    return .answer(200, body: "{}")
                case ("POST", "\(base)/statuses/abc123"):
                    let known =
                        forge == .gitlab
                        ? ["pending", "running", "success", "failed", "canceled"]
                        : ["pending", "success", "failure", "error"]
                    let name = forge == .gitlab ? "name" : "context"
                    guard known.contains(body["state"] ?? ""), body[name] == "judge",
                        (body["description"] ?? "").count <= 140
                    else { return .answer(422, body: #"{"message": "Validation failed"}"#) }
                    state.statuses.append(body)
                    return .answer(201, body: "{}")
                default:
                    state.faults.append("\(request.method) \(request.path)")
                    return .answer(404, body: #"{"message": "Not Found"}"#)
                }
            }
        }
    }

    private func environment(_ forge: PullRequest.Forge, _ server: String, folder: String) throws -> [String: String] {
        if forge == .gitlab {
            return [
                "GITLAB_CI": "true", "CI_API_V4_URL": "\(server)/api", "CI_PROJECT_ID": "17",
                "CI_MERGE_REQUEST_IID": "5", "CI_COMMIT_SHA": "abc123", "CI_JOB_URL": "https://example.org/jobs/9",
            ]
        }
        try write(#"{"pull_request": {"number": 5, "head": {"sha": "abc123"}}}"#, to: "\(folder)/event.json")
        return [
            "GITHUB_API_URL": "\(server)/api/", "GITHUB_REPOSITORY": "ada/group", "GITHUB_SHA": "merge",
            "GITHUB_EVENT_PATH": "\(folder)/event.json", "GITHUB_RUN_ID": "9",
            "GITHUB_SERVER_URL": "https://example.org",
        ].merging(forge == .gitea ? ["GITEA_ACTIONS": "true"] : [:]) { first, _ in first }
    }

    private func withClient(
        _ forge: PullRequest.Forge, comments: [String] = [],
        _ body: (ForgeServer, ForgeClient) async throws -> Void
    ) async throws {
        try await withFolder { folder in
            let server = ForgeServer(forge, comments: comments)
            defer { server.receiver.close() }
            let request = try PullRequest(
                environment: environment(forge, "http://127.0.0.1:\(server.receiver.port)", folder: folder))
            let transfers = Transfers()
            defer { transfers.close() }
            try await body(server, ForgeClient(request, token: "s3cret", transfers: transfers))
            #expect(server.faults == [])
        }
    }

    @Test(arguments: [PullRequest.Forge.github, .gitea, .gitlab])
    func `one comment is written, and each run writes over it`(forge: PullRequest.Forge) async throws {
        let others = (1...230).map { $0 == 7 ? "I quote: <!-- judge grade -->" : "comment \($0)" }
        try await withClient(forge, comments: others) { server, client in
            try await client.comment("first")
            #expect(server.comments.count == 231 && server.comments.dropLast() == others[...])
            #expect(server.comments.last?.hasPrefix("<!-- judge grade -->\nfirst") == true)
            #expect(server.comments.last?.contains("](https://example.org/") == true)
            try await client.comment("second")
            #expect(server.comments.count == 231)
            #expect(server.comments.last?.hasPrefix("<!-- judge grade -->\nsecond") == true)
        }
    }

    @Test(arguments: [PullRequest.Forge.github, .gitea, .gitlab])
    func `the status is set on the commit that was pushed`(forge: PullRequest.Forge) async throws {
        try await withClient(forge) { server, client in
            try await client.setStatus(.failure, String(repeating: "long ", count: 100))
            try await client.setStatus(.success, "all accepted")
            #expect(server.statuses.map { $0["state"] } == [forge == .gitlab ? "failed" : "failure", "success"])
            #expect(server.statuses[1]["target_url"]?.hasPrefix("https://example.org/") == true)
        }
    }

    @Test func `what the forge refuses is told with its own words, and the token is not`() async throws {
        let receiver = Receiver { _, _ in .answer(403, body: #"{"message": "Resource not accessible by integration"}"#)
        }
        defer { receiver.close() }
        let environment = [
            "GITLAB_CI": "1", "CI_API_V4_URL": "http://127.0.0.1:\(receiver.port)", "CI_PROJECT_ID": "1",
            "CI_MERGE_REQUEST_IID": "2", "CI_COMMIT_SHA": "3",
        ]
        let transfers = Transfers()
        defer { transfers.close() }
        let client = ForgeClient(try PullRequest(environment: environment), token: "s3cret", transfers: transfers)
        let error = await #expect(throws: JudgeError.self) { try await client.comment("x") }
        #expect(error?.message.contains("403: Resource not accessible by integration") == true)
        #expect(error?.message.contains("s3cret") == false)
    }

    @Test func `a busy forge is asked once more`() async throws {
        let receiver = Receiver { _, number in
            number == 1 ? .answer(429, headers: ["Retry-After: 1"]) : .answer(201, body: "{}")
        }
        defer { receiver.close() }
        let environment = [
            "GITLAB_CI": "1", "CI_API_V4_URL": "http://127.0.0.1:\(receiver.port)", "CI_PROJECT_ID": "1",
            "CI_COMMIT_SHA": "3",
        ]
        let transfers = Transfers()
        defer { transfers.close() }
        let client = ForgeClient(try PullRequest(environment: environment), token: "t", transfers: transfers)
        try await client.setStatus(.success, "fine")
        #expect(receiver.count == 2)
        // A push has no pull request, and no comment.
        try await client.comment("x")
        #expect(receiver.count == 2)
    }

    @Test(
        arguments: [
            ([:], "GITHUB_EVENT_PATH is not set"),
            (["GITLAB_CI": "1"], "CI_API_V4_URL is not set"),
            (["GITLAB_CI": "1", "CI_API_V4_URL": "file:///etc/passwd"], "CI_API_V4_URL is no address"),
            (["GITHUB_EVENT_PATH": "/dev/null"], "is no event of a forge"),
        ] as [([String: String], String)])
    func `an environment that is no forge's is answered in one sentence`(
        environment: [String: String], words: String
    ) {
        let error = #expect(throws: JudgeError.self) { try PullRequest(environment: environment) }
        #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
    }
}
