import Foundation
import JudgeCore
import Reporting
import Transfer

/// Writes to a forge what became of a pull request: one comment, which each run brings up to date, and the status of the
/// commit.
///
/// The interfaces are those of GitHub's REST API (version 2022-11-28), Gitea's and Forgejo's, which are alike, and GitLab's
/// REST API (v4).
package struct ForgeClient: Sendable {
    /// How a run ended.
    package enum State: String, Sendable {
        case success, failure, error

        /// GitLab has fewer words.
        var gitlab: String { self == .success ? "success" : "failed" }
    }

    /// What a comment of the judge begins with, and no reader sees.
    private static let mark = "<!-- judge grade -->"
    /// What the status is called.
    private static let context = "judge"
    /// The most pages of comments that are looked through, a hundred comments each.
    private static let pages = 20
    /// The most bytes of a comment: GitHub takes 65,536 characters.
    package static let limit = 60_000

    private let request: PullRequest
    private let token: String
    private let transfers: Transfers

    /// A client for what `request` names; `token` may write comments and statuses.
    package init(_ request: PullRequest, token: String, transfers: Transfers) {
        self.request = request
        self.token = token
        self.transfers = transfers
    }

    // MARK: The comment

    private struct Comment: Decodable {
        let id: Int
        let body: String?
    }

    /// Writes the comment, or over the one that is there.
    ///
    /// - Parameter text: Markdown of at most ``limit`` bytes.
    /// - Throws: `JudgeError` `forge-refused` with what the forge said; nothing where there is no pull request.
    package func comment(_ text: String) async throws {
        guard let number = request.number else { return }
        let link = request.run.map { "\n[The run and its log](\($0))\n" } ?? ""
        let body = ["body": "\(Self.mark)\n\(text)\(link)"]
        let comments = comments(of: number)
        if let old = try await existing(comments) {
            let place = request.forge == .gitlab ? "\(comments)/\(old.id)" : "\(repository)/issues/comments/\(old.id)"
            try await send(request.forge == .gitlab ? "PUT" : "PATCH", place, body)
        } else {
            try await send("POST", comments, body)
        }
    }

    private var repository: String {
        switch request.forge {
        case .github, .gitea: "\(request.api)/repos/\(request.repository)"
        case .gitlab: "\(request.api)/projects/\(request.repository)"
        }
    }

    private func comments(of number: Int) -> String {
        switch request.forge {
        case .github, .gitea: "\(repository)/issues/\(number)/comments"
        case .gitlab: "\(repository)/merge_requests/\(number)/notes"
        }
    }

    private func existing(_ comments: String) async throws -> Comment? {
        let size = request.forge == .gitea ? "limit=100" : "per_page=100"
        var seen: Set<Int> = []
        for page in 1...Self.pages {
            let answer = try await ask("GET", "\(comments)?\(size)&page=\(page)", nil)
            guard let found = try? JSONDecoder().decode([Comment].self, from: Data(answer.body)) else {
                throw JudgeError(.unavailable, "forge-refused", "\(request.api) answered with no list of comments")
            }
            if let old = found.first(where: { $0.body?.hasPrefix(Self.mark) == true }) { return old }
            // Gitea's has no pages, and answers each with all of them.
            guard !seen.isSuperset(of: found.map(\.id)) else { return nil }
            seen.formUnion(found.map(\.id))
        }
        return nil
    }

    // MARK: The status

    /// Sets the status of the commit.
    ///
    /// - Parameter words: what is shown beside it, cut at 140 characters.
    /// - Throws: `JudgeError` `forge-refused` with what the forge said.
    package func setStatus(_ state: State, _ words: String) async throws {
        var body = ["description": String(words.prefix(140)), "target_url": request.run ?? ""]
        switch request.forge {
        case .github, .gitea:
            body["state"] = state.rawValue
            body["context"] = Self.context
        case .gitlab:
            body["state"] = state.gitlab
            body["name"] = Self.context
        }
        try await send("POST", "\(repository)/statuses/\(request.commit)", body.filter { !$0.value.isEmpty })
    }

    // MARK: Requests

    private func send(_ method: String, _ url: String, _ body: [String: String]) async throws {
        _ = try await ask(method, url, Array(Data(JSONText.line(body).utf8)))
    }

    private var headers: [(name: String, value: String)] {
        switch request.forge {
        case .github:
            [
                ("Authorization", "Bearer \(token)"), ("Accept", "application/vnd.github+json"),
                ("X-GitHub-Api-Version", "2022-11-28"),
            ]
        case .gitea: [("Authorization", "token \(token)"), ("Accept", "application/json")]
        case .gitlab: [("PRIVATE-TOKEN", token), ("Accept", "application/json")]
        }
    }

    /// Asks, and once more after a moment where the forge is busy.
    private func ask(_ method: String, _ url: String, _ body: [UInt8]?) async throws -> HTTPAnswer {
        var fields = headers + [("User-Agent", "judge")]
        if body != nil { fields.append(("Content-Type", "application/json")) }
        let request = HTTPRequest(method, url, headers: fields, body: body, timeout: 20, limit: 16 << 20)
        var answer = try await reach(request)
        if answer.status == 429 || answer.status == 503 {
            let wait = answer.headers["retry-after"].flatMap(Int.init) ?? 2
            try await Task.sleep(for: .seconds(min(max(wait, 1), 10)))
            answer = try await reach(request)
        }
        guard (200..<300).contains(answer.status) else {
            struct Fault: Decodable { let message: String }
            let fault = try? JSONDecoder().decode(Fault.self, from: Data(answer.body))
            let words = fault.map { ": \($0.message.displayedInline())" } ?? ""
            throw JudgeError(
                .unavailable, "forge-refused", "\(self.request.api) answered \(method) with \(answer.status)\(words)")
        }
        return answer
    }

    private func reach(_ request: HTTPRequest) async throws -> HTTPAnswer {
        do { return try await transfers.send(request) } catch let error as TransferError {
            throw JudgeError(.unavailable, "forge-refused", "\(self.request.api) cannot be reached: \(error)")
        }
    }
}
