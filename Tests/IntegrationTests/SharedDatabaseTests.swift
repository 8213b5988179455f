import Foundation
import Subprocess
import Support
import Testing

/// Several daemons with one database of PostgreSQL, and the way there, as an administrator knows it.
@Suite("a database on a server", .serialized, .timeLimit(.minutes(5)))
struct SharedDatabaseTests {
    private static let wrong = Checkout.challenge("kmeans/submissions/wrong_answer/a_number_for_infinity.swift")

    @Test("two daemons grade what is sent to either, each submission once, and one of them tells of it")
    func shared() async throws {
        try await PostgresServer.shared.get().withDatabase { url in
            try await withFolder { folder in
                let receiver = Receiver()
                defer { receiver.close() }
                try write("webhooks:\n  allowed_hosts: [loopback]\n", to: "\(folder)/judge.yaml")
                let options = ["--config", "\(folder)/judge.yaml"]
                let here = try await judge(
                    ["submit", Self.wrong, "--challenge", "kmeans", "--format", "json", "--quiet"])
                let count = 6
                let logs = Logs()
                let first = try await withDaemon(in: folder, database: url, arguments: options) { one in
                    let added = try await judge(
                        ["webhook", "add", "group", receiver.url, "--database", url] + options)
                    #expect(added.status == 0, "\(added.errors)")
                    let token = try await one.token("ann")
                    let stranger = try await judge(
                        ["serve", "--listen", "127.0.0.1:0", "--database", url, "--state", "\(folder)/other"] + options)
                    #expect(stranger.status == 64 && stranger.errors.contains("draws other hidden data"))
                    let second = try await withDaemon(in: folder, database: url, arguments: options) { other in
                        try await withThrowingTaskGroup(of: Void.self) { group in
                            for index in 0..<count {
                                group.addTask {
                                    let file = "\(folder)/\(index)/kmeans.swift"
                                    let text = try String(contentsOfFile: Self.wrong, encoding: .utf8)
                                    try write("\(text)// \(UUID())\n", to: file)
                                    let daemon = index % 2 == 0 ? one : other
                                    let there = try await daemon.submit(file, challenge: "kmeans", token: token)
                                    #expect(there.status == 1, "\(there.errors)")
                                    let (left, right) = (try report(here), try report(there))
                                    for key in ["verdict", "seed", "toolchain"] {
                                        #expect(left[key] as? String == right[key] as? String && left[key] != nil)
                                    }
                                }
                            }
                            try await group.waitForAll()
                        }
                        let status = try await judge(["status", "--database", url, "--format", "json"])
                        let state = try #require(
                            try JSONSerialization.jsonObject(with: Data(status.output.utf8)) as? [String: Any])
                        let nodes = try #require(state["nodes"] as? [[String: Any]])
                        #expect(nodes.count == 2 && nodes.allSatisfy { $0["state"] as? String == "grades" })
                        #expect(nodes.allSatisfy { $0["pace"] as? Double ?? 0 > 0 }, "\(nodes)")
                        #expect(state["waiting"] as? Int == 0)
                        let counts = (state["hours"] as? [[String: Any]])?.compactMap {
                            $0["verdicts"] as? [String: Int]
                        }
                        #expect(counts?.compactMap { $0["wrong-answer"] }.reduce(0, +) == count)
                        let name = try #require(nodes.first?["name"] as? String)
                        #expect(try await judge(["node", "drain", name, "--database", url]).status == 0)
                        let drained = try await judge(["status", "--database", url])
                        #expect(drained.output.contains("it drains") && drained.output.contains("WRONG-ANSWER"))
                        #expect(try await judge(["node", "resume", name, "--database", url]).status == 0)
                        let nobody = try await judge(["node", "drain", "nobody", "--database", url])
                        #expect(nobody.status == 64 && nobody.errors.contains("there is no node 'nobody'"))
                        // What one of them was sent is seen at the other.
                        for daemon in [one, other] {
                            let listed = try await execute(
                                "/usr/bin/env",
                                [
                                    "curl", "-s", "-H", "Authorization: Bearer \(token)",
                                    "\(daemon.url)/api/v1/submissions",
                                ])
                            #expect(listed.output.components(separatedBy: "\"wrong-answer\"").count == count + 1)
                            #expect(listed.output.components(separatedBy: "\"attempt\":1").count == count + 1)
                        }
                        _ = await receiver.wait(for: count)
                        let file = "\(folder)/old.jsonl"
                        let archiving = ["archive", "--older-than", "0", "--to", file, "--database", url]
                        let archived = try await judge(archiving)
                        #expect(archived.output.contains("of \(count) submissions are in \(file)"), "\(archived)")
                        let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
                        #expect(lines.count == count)
                        let kept = try #require(
                            try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any])
                        #expect((kept["source"] as? String)?.contains("func kMeans") == true)
                        #expect((kept["report"] as? [String: Any])?["verdict"] as? String == "wrong-answer")
                        let id = try #require(kept["id"] as? String)
                        let gone = try await execute(
                            "/usr/bin/env",
                            [
                                "curl", "-s", "-H", "Authorization: Bearer \(token)",
                                "\(one.url)/api/v1/submissions/\(id)/report",
                            ])
                        #expect(gone.output.contains("was archived"), "\(gone.output)")
                        #expect(try await judge(archiving).output.contains("of 0 submissions"))
                    }
                    logs.add(second.log)
                    #expect(second.ending == .exited(0))
                }
                logs.add(first.log)
                #expect(first.ending == .exited(0))
                #expect(logs.all.components(separatedBy: "verdict=wrong-answer").count == count + 1)
                #expect(receiver.count == count)
                #expect(Set(receiver.requests.map { $0.headers["webhook-id"] }).count == count)
            }
        }
    }

    @Test("one host takes submissions in and grades nothing, another one grades and does nothing else")
    func roles() async throws {
        try await PostgresServer.shared.get().withDatabase { url in
            try await withFolder { folder in
                let logs = Logs()
                let front = try await withDaemon(
                    in: folder, database: url, environment: ["JUDGE_WORKERS": "0", "JUDGE_SWIFTC": "/nowhere"]
                ) { front in
                    let token = try await front.token("ann")
                    let worker = try await withDaemon(in: folder, command: "worker", database: url) { worker in
                        let graded = try await front.submit(Self.wrong, challenge: "kmeans", token: token)
                        #expect(graded.status == 1 && graded.output.contains("\"wrong-answer\""), "\(graded.errors)")
                        let file = "\(folder)/kmeans.swift"
                        try write(
                            "// \(UUID())\n" + (try String(contentsOfFile: Self.wrong, encoding: .utf8)), to: file)
                        let seen = try await execute(
                            Checkout.judge, ["submit", file, "--challenge", "kmeans", "--server", front.url],
                            environment: ["JUDGE_TOKEN": token])
                        #expect(seen.errors.contains("compiling") && seen.errors.contains("running"), "\(seen.errors)")
                        let metrics = try await get("\(worker.url)/metrics")
                        #expect(metrics.contains("judge_verdicts_total{verdict=\"wrong-answer\"} 2"))
                        #expect(try await get("\(worker.url)/readyz").contains("\"ok\""))
                        #expect(try await get("\(worker.url)/api/v1/challenges").contains("404"))
                        #expect(try await get("\(worker.url)/").contains("404"))
                        let elsewhere = try await get("\(front.url)/metrics")
                        #expect(!elsewhere.contains("wrong-answer") && !elsewhere.contains("judge_workers 0"))
                    }
                    #expect(worker.ending == .exited(0))
                    logs.add(worker.log)
                    // Nobody grades now, and it waits for somebody who does.
                    #expect(try await get("\(front.url)/metrics").contains("judge_workers 0"))
                }
                #expect(front.ending == .exited(0))
                #expect(logs.all.contains("verdict=wrong-answer") && !front.log.contains("verdict="))
            }
        }
        let file = "\(Checkout.state)/nobody.sqlite"
        let alone = try await judge(["worker", "--database", file])
        #expect(alone.status == 64 && alone.errors.contains("postgres://"))
        let idle = try await judge(["serve", "--database", file], environment: ["JUDGE_WORKERS": "0"])
        #expect(idle.status == 64 && idle.errors.contains("workers: 0"))
    }

    @Test("a daemon that is killed loses nothing: the other one takes up what it held when its lease is over")
    func killed() async throws {
        try await PostgresServer.shared.get().withDatabase { url in
            try await withFolder { folder in
                let file = "\(folder)/kmeans.swift"
                try write("// \(UUID())\n" + (try String(contentsOfFile: Self.wrong, encoding: .utf8)), to: file)
                try write("lease_seconds: 4\n", to: "\(folder)/judge.yaml")
                let options = ["--config", "\(folder)/judge.yaml"]
                let sent = Logs()
                let first = try await withDaemon(in: folder, database: url, arguments: options) { daemon in
                    let token = try await daemon.token("ann")
                    sent.add(token)
                    let posted = try await execute(
                        "/usr/bin/env",
                        [
                            "curl", "-sf", "-H", "Authorization: Bearer \(token)", "--form-string", "challenge=kmeans",
                            "-F", "file=@\(file);filename=kmeans.swift", "\(daemon.url)/api/v1/submissions",
                        ])
                    #expect(posted.status == 0)
                    var listed = ""
                    for _ in 0..<100 where !listed.contains("compiling") && !listed.contains("running") {
                        listed = try await list(daemon, token)
                        try await Task.sleep(for: .milliseconds(20))
                    }
                    try daemon.signal(.kill)
                }
                #expect(first.ending == .signaled(9))
                let second = try await withDaemon(in: folder, database: url, arguments: options) { daemon in
                    var listed = ""
                    for _ in 0..<300 where !listed.contains("wrong-answer") {
                        listed = try await list(daemon, sent.all)
                        try await Task.sleep(for: .milliseconds(100))
                    }
                    #expect(
                        listed.contains("\"verdict\":\"wrong-answer\"") && listed.contains("\"attempt\":2"), "\(listed)"
                    )
                }
                #expect(second.ending == .exited(0))
                #expect(second.log.contains("the worker of a submission was lost"))
            }
        }
    }

    @Test("judge migrate moves a file to a server, where a daemon goes on with it")
    func migrated() async throws {
        try await PostgresServer.shared.get().withDatabase { url in
            try await withFolder { folder in
                let file = "\(folder)/judge.sqlite"
                let sent = Logs()
                try await withDaemon(in: folder) { daemon in
                    sent.add(try await daemon.token("ann"))
                    let graded = try await daemon.submit(Self.wrong, challenge: "kmeans", token: sent.all)
                    #expect(graded.status == 1)
                }
                let moved = try await judge(["migrate", "--from", "sqlite:\(file)", "--to", url, "--quiet"])
                #expect(moved.status == 0, "\(moved.errors)")
                #expect(moved.output.contains("submissions") && moved.output.contains("read back and compared"))
                let again = try await judge(["migrate", "--from", file, "--to", url, "--quiet"])
                #expect(again.status == 64 && again.errors.contains("holds something"))
                let nothing = try await judge(["migrate", "--from", "\(folder)/none.sqlite", "--to", url])
                #expect(nothing.status == 64 && nothing.errors.contains("there is no database"))
                try await withDaemon(in: folder, database: url) { daemon in
                    #expect(try await list(daemon, sent.all).contains("\"verdict\":\"wrong-answer\""))
                    let used = try await judge(["migrate", "--from", url, "--to", "\(folder)/judge.sqlite"])
                    #expect(used.status == 64 && used.errors.contains("holds something"))
                }
            }
        }
    }

    @Test("a server that cannot be reached is told in one sentence, by the daemon and by --check")
    func unreachable() async throws {
        let url = "postgres://judge:pass-word@127.0.0.1:1/judge"
        for arguments in [["serve", "--check"], ["serve"], ["token", "list"]] {
            let ended = try await judge(arguments + ["--database", url])
            #expect(ended.status == 69 && ended.errors.contains("cannot be reached"), "\(ended.errors)")
            #expect(!ended.errors.contains("pass-word") && ended.errors.contains("127.0.0.1"))
        }
    }

    @Test("while the server is away requests are answered with 503, and the log says why")
    func away() async throws {
        let server = try PostgresServer()
        try await server.withDatabase { url in
            try await withFolder { folder in
                let front = try await withDaemon(in: folder, database: url, environment: ["JUDGE_WORKERS": "0"]) {
                    front in
                    let token = try await front.token("ann")
                    #expect(try await list(front, token).contains("\"submissions\""))
                    server.stop()
                    let answer = try await execute(
                        "/usr/bin/env",
                        [
                            "curl", "-si", "-H", "Authorization: Bearer \(token)",
                            "\(front.url)/api/v1/submissions",
                        ]
                    ).output
                    #expect(answer.contains(" 503 ") && answer.lowercased().contains("retry-after"), "\(answer)")
                }
                #expect(front.ending == .exited(0))
                #expect(front.log.contains("request failed") && front.log.contains("cannot be reached"))
            }
        }
    }

    private func get(_ url: String) async throws -> String {
        try await execute("/usr/bin/env", ["curl", "-s", url]).output
    }

    private func list(_ daemon: DaemonProcess, _ token: String) async throws -> String {
        try await execute(
            "/usr/bin/env", ["curl", "-s", "-H", "Authorization: Bearer \(token)", "\(daemon.url)/api/v1/submissions"]
        ).output
    }
}

/// Texts that closures which run elsewhere put together.
private final class Logs: @unchecked Sendable {
    private let lock = NSLock()
    private var text = ""

    func add(_ more: String) { lock.withLock { text += more } }
    var all: String { lock.withLock { text } }
}
