import Foundation
import Subprocess
import Support
import SystemPackage
import Testing

/// The daemon as an administrator and a member know it: the real processes, database and sockets.
@Suite("judge serve", .serialized, .timeLimit(.minutes(5)))
struct ServeTests {
    private let accepted = Checkout.challenge("kmeans/submissions/accepted/plain.swift")

    @Test("gives a submission the same verdict, report and exit code as the command does")
    func same() async throws {
        try await withFolder { folder in
            let wrong = Checkout.challenge("kmeans/submissions/wrong_answer/a_number_for_infinity.swift")
            let broken = "\(folder)/kmeans.swift"
            try write("func kMeans() -> Int { nothing }\n", to: broken)
            let accepted = accepted
            let ended = try await withDaemon(in: folder) { daemon in
                let token = try await daemon.token("ann")
                for file in [accepted, wrong, broken] {
                    let here = try await Support.judge([
                        "submit", file, "--challenge", "kmeans", "--format", "json", "--quiet",
                    ])
                    let there = try await daemon.submit(file, challenge: "kmeans", token: token)
                    #expect(here.status == there.status, "\(there.errors)")
                    let (one, other) = try (report(here), report(there))
                    for key in ["verdict", "seed", "toolchain"] {
                        #expect(one[key] as? String == other[key] as? String && one[key] != nil, "\(key)")
                    }
                    func growth(_ report: [String: Any]) throws -> Data {
                        let part = report.filter { $0.key == "complexity" }
                        return try JSONSerialization.data(withJSONObject: part, options: .sortedKeys)
                    }
                    #expect(try growth(one) == growth(other), "to the last digit")
                    #expect((other["submission"] as? [String: Any])?["author"] as? String == "ann")
                }
                let text = try await daemon.submit(accepted, challenge: "kmeans", token: token, format: "text")
                #expect(text.output.hasPrefix("accepted  kmeans  plain.swift") && text.status == 0)
                let stranger = try await daemon.submit(accepted, challenge: "kmeans", token: "judge_x")
                #expect(stranger.status == 64 && stranger.errors.contains("does not accept the token"))
            }
            #expect(ended.ending == .exited(0))
            #expect(ended.log.contains("notice ended"))
            // No source and no token in the log.
            #expect(!ended.log.contains("func kMeans") && !ended.log.contains("judge_"))
        }
    }

    @Test("takes up again what it was grading when it was killed")
    func killed() async throws {
        try await withFolder { folder in
            // It computes until its limit, so the daemon is killed in the middle of it.
            let slow = "\(folder)/kmeans.swift"
            try write(
                """
                // \(UUID())
                import Glibc
                func kMeans(points: [[Double]], initialCentroids: [[Double]], iterations: Int) -> (centroids: [[Double]], labels: [Int]) {
                    while clock() >= 0 {}
                    return ([], [])
                }
                """, to: slow)
            let token = "\(folder)/token"
            let first = try await withDaemon(in: folder) { daemon in
                let secret = try await daemon.token("ann")
                try write(secret, to: token)
                try await post("\(daemon.url)/api/v1/submissions", secret, slow)
                try await Task.sleep(for: .milliseconds(1500))
                try daemon.signal(.kill)
            }
            #expect(first.ending == .signaled(9))
            let secret = try String(contentsOfFile: token, encoding: .utf8)
            let second = try await withDaemon(in: folder) { daemon in
                var listed = ""
                for _ in 0..<200 where !listed.contains("time-limit-exceeded") {
                    listed = try await get("\(daemon.url)/api/v1/submissions", secret)
                    try await Task.sleep(for: .milliseconds(100))
                }
                #expect(listed.contains("\"verdict\":\"time-limit-exceeded\"") && listed.contains("\"attempt\":2"))
            }
            #expect(second.ending == .exited(0))
            #expect(second.log.contains("taken back from the daemon before"))
        }
    }

    @Test("finishes what it grades when it is asked to stop, and keeps what waits")
    func drained() async throws {
        try await withFolder { folder in
            let accepted = accepted
            let ended = try await withDaemon(in: folder) { daemon in
                let token = try await daemon.token("ann")
                let file = try String(contentsOfFile: accepted, encoding: .utf8)
                for index in 0..<3 {
                    try write("// \(UUID())\n\(file)", to: "\(folder)/\(index).swift")
                    try await post("\(daemon.url)/api/v1/submissions", token, "\(folder)/\(index).swift")
                }
                try daemon.signal(.terminate)
            }
            #expect(ended.ending == .exited(0))
            #expect(ended.log.contains("notice stopping") && ended.log.contains("verdict=accepted"))
            let history = try await Support.judge(["token", "list", "--database", "\(folder)/judge.sqlite"])
            #expect(history.output.contains("ann"))
            let again = try await withDaemon(in: folder) { daemon in
                let token = try await daemon.token("ann")
                var listed = ""
                for _ in 0..<300 where listed.components(separatedBy: "\"accepted\"").count < 4 {
                    listed = try await get("\(daemon.url)/api/v1/submissions", token)
                    try await Task.sleep(for: .milliseconds(100))
                }
                #expect(listed.components(separatedBy: "\"accepted\"").count == 4)
                // What was graded before is not graded again.
                #expect(listed.components(separatedBy: "\"attempt\":1").count == 4, "\(listed)")
            }
            #expect(again.ending == .exited(0))
        }
    }

    @Test("says what is wrong with its configuration, its walls and its database, and begins nothing")
    func refusals() async throws {
        try await withFolder { folder in
            func serve(_ arguments: [String], _ text: String = "") async throws -> Finished {
                try write(text, to: "\(folder)/judge.yaml")
                return try await Support.judge(
                    ["serve", "--check", "--config", "\(folder)/judge.yaml", "--state", "\(Checkout.state)/judge"]
                        + arguments)
            }
            let database = "\(folder)/judge.sqlite"
            let right = try await serve(["--database", database])
            #expect(right.status == 0 && right.output.contains("can run") && right.output.contains("sandbox full"))
            let wrong = try await serve([], "workers: many\n")
            #expect(wrong.status == 64 && wrong.errors.contains("judge.yaml, line 1, workers: must be a number"))
            let weak = try await serve(["--sandbox", "restricted"])
            #expect(weak.status == 64 && weak.errors.contains("allow_restricted: true"))
            let allowed = try await serve(
                ["--sandbox", "restricted", "--database", database], "allow_restricted: true\n")
            #expect(allowed.status == 0 && allowed.output.contains("sandbox restricted"))
            let none = try await serve(["--sandbox", "none"], "allow_restricted: true\n")
            #expect(none.status == 64 && none.errors.contains("never without a sandbox"))
            let address = try await serve(["--listen", "nowhere"])
            #expect(address.status == 64 && address.errors.contains("--listen: 'nowhere' is no ADDRESS:PORT"))
            try write("no database", to: "\(folder)/text")
            let damaged = try await serve(["--database", "\(folder)/text"])
            #expect(damaged.status == 64 && damaged.errors.contains("backup"))
            let absent = try await serve(["--challenges", "\(folder)/nowhere"])
            #expect(absent.status == 64 && absent.errors.contains("--challenges"))
        }
    }

    @Test("leaves a database alone that another one uses, and says when its address is taken")
    func taken() async throws {
        try await withFolder { folder in
            let ended = try await withDaemon(in: folder) { daemon in
                let port = daemon.url.split(separator: ":").last.map(String.init) ?? ""
                let state = ["--state", "\(Checkout.state)/judge"]
                let same = try await Support.judge(
                    ["serve", "--listen", "127.0.0.1:0", "--database", daemon.database] + state)
                #expect(same.status == 69 && same.errors.contains("another judge serve uses"), "\(same.errors)")
                let address = try await Support.judge(
                    ["serve", "--listen", "127.0.0.1:\(port)", "--database", "\(folder)/other.sqlite"] + state)
                #expect(
                    address.status == 69 && address.errors.contains("is taken by another program"), "\(address.errors)")
            }
            #expect(ended.ending == .exited(0))
        }
    }

    @Test("reads the challenges again on SIGHUP, and goes on")
    func reread() async throws {
        try await withFolder { folder in
            try FileManager.default.createDirectory(atPath: "\(folder)/challenges", withIntermediateDirectories: true)
            try FileManager.default.copyItem(
                atPath: "\(Checkout.challenges)/knn", toPath: "\(folder)/challenges/knn")
            let ended = try await withDaemon(in: folder, arguments: ["--challenges", "\(folder)/challenges"]) {
                daemon in
                try write("name: [", to: "\(folder)/challenges/broken/problem.yaml")
                try daemon.signal(.init(rawValue: SIGHUP))
                try await Task.sleep(for: .milliseconds(500))
                let listed = try await get("\(daemon.url)/api/v1/challenges", nil)
                #expect(listed.contains("knn"))
            }
            #expect(ended.ending == .exited(0))
            #expect(ended.log.contains("challenge=broken") && ended.log.contains("challenges count=1"))
        }
    }

    @Test("keeps the token of `judge login` from others, and refuses one that they may read")
    func login() async throws {
        try await withFolder { folder in
            let accepted = accepted
            let ended = try await withDaemon(in: folder) { daemon in
                let token = try await daemon.token("ann")
                let home = ["HOME": folder, "XDG_CONFIG_HOME": ""]
                func login(_ text: String) async throws -> Finished {
                    try await execute(
                        "/bin/sh",
                        ["-c", "printf '%s\\n' '\(text)' | '\(Checkout.judge)' login --server \(daemon.url)/"],
                        environment: home)
                }
                #expect(try await login("wrong").status == 64)
                let right = try await login(token)
                #expect(right.status == 0 && right.output == "Signed in to \(daemon.url) as ann.\n")
                let file = "\(folder)/.config/judge/tokens.json"
                var status = stat()
                #expect(stat(file, &status) == 0 && status.st_mode & 0o777 == 0o600)
                let submit = ["submit", accepted, "--challenge", "kmeans", "--server", daemon.url, "--quiet"]
                #expect(try await Support.judge(submit, environment: home).status == 0)
                chmod(file, 0o644)
                let open = try await Support.judge(submit, environment: home)
                #expect(open.status == 64 && open.errors.contains("chmod 600"))
                chmod(file, 0o600)
                try Data("[".utf8).write(to: URL(fileURLWithPath: file))
                let broken = try await Support.judge(submit, environment: home)
                #expect(broken.status == 64 && broken.errors.contains("delete it and sign in again"))
            }
            #expect(ended.ending == .exited(0))
        }
    }

    @Test("is not needed: what a command graded is in its history")
    func history() async throws {
        try await withFolder { folder in
            let state = "\(folder)/state"
            let empty = try await Support.judge(["history", "--state", state])
            #expect(empty.status == 0 && empty.output.contains("Nothing yet"))
            let graded = try await Support.judge(
                [
                    "submit", accepted, "--challenge", "kmeans", "--state", state, "--no-complexity", "--format",
                    "json", "--quiet",
                ])
            let id = try #require((report(graded)["submission"] as? [String: Any])?["id"] as? String)
            let listed = try await Support.judge(["history", "--state", state])
            #expect(listed.output.contains(id.prefix(8)) && listed.output.contains("accepted"))
            let shown = try await Support.judge(["history", String(id.prefix(6)), "--state", state])
            #expect(shown.output.hasPrefix("accepted  kmeans  plain.swift"))
            let json = try await Support.judge(["history", id, "--state", state, "--format", "json"])
            #expect(json.output == graded.output)
            let unknown = try await Support.judge(["history", "zzz", "--state", state])
            #expect(unknown.status == 64 && unknown.errors.contains("begins with 'zzz'"))
        }
    }

    // MARK: Requests by a program that is not ours

    private func get(_ url: String, _ token: String?) async throws -> String {
        let header = token.map { ["-H", "Authorization: Bearer \($0)"] } ?? []
        return try await execute("/usr/bin/env", ["curl", "-s"] + header + [url]).output
    }

    private func post(_ url: String, _ token: String, _ file: String) async throws {
        let sent = try await execute(
            "/usr/bin/env",
            [
                "curl", "-sf", "-H", "Authorization: Bearer \(token)", "--form-string", "challenge=kmeans", "-F",
                "file=@\(file);filename=kmeans.swift", url,
            ])
        #expect(sent.status == 0, "\(sent.output)")
    }
}
