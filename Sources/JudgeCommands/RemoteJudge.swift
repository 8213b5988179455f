import Foundation
import JudgeCore
import Reporting
import Synchronization
import Transfer

/// A daemon elsewhere, as a client sees it.
struct RemoteJudge {
    /// The daemon's address without a slash at its end.
    let server: String
    let token: String
    private let transfers = Transfers()

    /// - Throws: `JudgeError` `bad-server` for what is no address of a daemon.
    init(server: String, token: String) throws {
        self.server = try Self.checked(server)
        self.token = token
    }

    /// The address in its usual form.
    static func checked(_ server: String) throws -> String {
        guard let url = URLComponents(string: server), let scheme = url.scheme, ["http", "https"].contains(scheme),
            url.host?.isEmpty == false, url.query == nil, url.fragment == nil, url.user == nil
        else {
            throw JudgeError(
                .usage, "bad-server",
                "--server \(server.escapingControls) is no address of a daemon, as https://judge.example.org")
        }
        let host = url.host ?? ""
        if scheme == "http", !["127.0.0.1", "localhost", "::1", "[::1]"].contains(host) {
            writeError("judge: the token goes to \(host.escapingControls) in the clear; https would hide it")
        }
        return String(server.reversed().drop { $0 == "/" }.reversed())
    }

    func close() { transfers.close() }

    /// Whom the token stands for.
    func me() async throws -> String {
        struct Me: Decodable { let name: String }
        return try decode(Me.self, await ask("GET", "/api/v1/me")).name
    }

    /// Sends a submission, follows it to its end, and returns its report.
    ///
    /// - Throws: `JudgeError`: what the daemon said, or that it cannot be reached.
    func grade(
        file: String, source: [UInt8], challenge: String, progress: (GradingProgress) -> Void
    ) async throws -> Report {
        struct Wish: Encodable {
            let challenge: String
            let source: String
            let file: String
        }
        struct Queued: Decodable { let id: String }
        let wish = Wish(challenge: challenge, source: String(decoding: source, as: UTF8.self), file: file)
        let body = try Array(JSONEncoder().encode(wish))
        // The same key in each try: a connection that drops before the answer must not make two submissions.
        let headers = [("Content-Type", "application/json"), ("Idempotency-Key", UUID().uuidString)]
        let queued = try decode(
            Queued.self,
            await persistently { try await ask("POST", "/api/v1/submissions", headers: headers, body: body) })
        try await follow(queued.id, progress)
        let answer = try await persistently { try await ask("GET", "/api/v1/submissions/\(queued.id)/report") }
        return try JSONReport.read(Data(answer.body))
    }

    // MARK: Following

    /// Where a submission stands.
    private struct Standing: Decodable {
        let phase: String
        let reason: String?
        var hasEnded: Bool { phase == "graded" || phase == "failed" }
    }

    /// Tells what happens until the submission has ended. A connection that drops is made again, and goes on where it was.
    private func follow(_ id: String, _ progress: (GradingProgress) -> Void) async throws {
        var last: String?
        while true {
            let (events, continuation) = AsyncStream<ServerEvent>.makeStream()
            let reader = Mutex(ServerEvent.Reader())
            let headers = last.map { [("Last-Event-ID", $0)] } ?? []
            let request = request("GET", "/api/v1/submissions/\(id)/events", headers: headers, timeout: 0, silence: 60)
            async let stream: Void = {
                // How it ends says nothing: whether the submission has ended is asked for below.
                defer { continuation.finish() }
                _ = try? await transfers.send(request) { bytes in
                    for event in reader.withLock({ $0.read(bytes) }) { continuation.yield(event) }
                    return true
                }
            }()
            for await event in events {
                last = event.id ?? last
                if let made = event.progress { progress(made) }
            }
            await stream
            try Task.checkCancellation()
            let answer = try await persistently { try await ask("GET", "/api/v1/submissions/\(id)?wait=2") }
            let standing = try decode(Standing.self, answer)
            if standing.phase == "failed" {
                throw JudgeError(
                    .failure, "judge-error",
                    "the judge at \(server) gave up on the submission: \((standing.reason ?? "?").escapingControls)")
            }
            if standing.hasEnded { return }
        }
    }

    // MARK: Asking

    private func request(
        _ method: String, _ path: String, headers: [(String, String)], body: [UInt8]? = nil, timeout: Int = 90,
        silence: Int = 0
    ) -> HTTPRequest {
        HTTPRequest(
            method, server + path, headers: [("Authorization", "Bearer \(token)")] + headers, body: body,
            timeout: timeout, silence: silence)
    }

    private func ask(
        _ method: String, _ path: String, headers: [(String, String)] = [], body: [UInt8]? = nil
    ) async throws -> HTTPAnswer {
        let answer: HTTPAnswer
        do {
            answer = try await transfers.send(request(method, path, headers: headers, body: body))
        } catch let error as TransferError {
            throw JudgeError(
                .unavailable, "server-unreachable", "the judge at \(server) cannot be reached: \(error.description)")
        }
        // What a proxy says while the daemon behind it starts anew.
        if (502...504).contains(answer.status) {
            throw JudgeError(
                .unavailable, "server-unreachable", "the judge at \(server) is not there: status \(answer.status)")
        }
        guard (200..<300).contains(answer.status) else { throw refusal(answer) }
        return answer
    }

    /// What a problem document says, in one sentence.
    private func refusal(_ answer: HTTPAnswer) -> JudgeError {
        struct Problem: Decodable {
            let code: String
            let detail: String
        }
        let problem = try? JSONDecoder().decode(Problem.self, from: Data(answer.body))
        let detail = (problem?.detail ?? "it answered with status \(answer.status)").escapingControls
        switch answer.status {
        case 401:
            return JudgeError(
                .usage, "unauthorized",
                "the judge at \(server) does not accept the token; sign in with `judge login --server \(server)`, or set JUDGE_TOKEN"
            )
        case 429:
            let wait = answer.headers["retry-after"].map { ", in \($0.escapingControls) s again" } ?? ""
            return JudgeError(.unavailable, problem?.code ?? "too-many", "\(server): \(detail)\(wait)")
        case 300..<400:
            let place = (answer.headers["location"] ?? "elsewhere").escapingControls
            return JudgeError(.usage, "moved", "\(server) sends its clients to \(place); name that address")
        case 400..<500: return JudgeError(.usage, problem?.code ?? "refused", "\(server): \(detail)")
        default: return JudgeError(.unavailable, problem?.code ?? "server-failed", "\(server): \(detail)")
        }
    }

    /// Tries again for half a minute where the daemon cannot be reached: it may be starting anew.
    private func persistently(_ body: () async throws -> HTTPAnswer) async throws -> HTTPAnswer {
        let end = ContinuousClock.now + .seconds(30)
        while true {
            do { return try await body() } catch let error as JudgeError
                where error.code == "server-unreachable" && ContinuousClock.now < end
            {
                try await Task.sleep(for: .seconds(1))
            }
        }
    }

    private func decode<Value: Decodable>(_ type: Value.Type, _ answer: HTTPAnswer) throws -> Value {
        do { return try JSONDecoder().decode(type, from: Data(answer.body)) } catch {
            throw JudgeError(
                .unavailable, "not-a-judge", "\(server) answers as no judge does; is the address right?", cause: nil)
        }
    }
}
