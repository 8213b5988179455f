import Foundation
import Subprocess
import Support
import Testing

/// Nodes that have nothing but an address and a key, as an administrator knows it.
@Suite("judge publish", .serialized, .timeLimit(.minutes(5)))
struct BundleTests {
    private static let wrong = Checkout.challenge("kmeans/submissions/wrong_answer/a_number_for_infinity.swift")
    private static let right = Checkout.challenge("kmeans/submissions/accepted/plain.swift")

    private func keys() async throws -> (publisher: [String: String], node: [String: String]) {
        let made = try await judge(["publish", "--new-keys"])
        let lines = made.output.split(separator: "\n").map(String.init)
        #expect(made.status == 0 && lines.count == 2, "\(made.errors)")
        return (["JUDGE_PUBLISH_KEY": lines[0]], ["JUDGE_NODE_KEY": lines[1]])
    }

    /// A folder with this challenge, to be changed.
    private func copy(_ slug: String, to folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: Checkout.challenge(slug), toPath: "\(folder)/\(slug)")
    }

    private func get(_ url: String) async throws -> String {
        try await execute("/usr/bin/env", ["curl", "-s", url]).output
    }

    private func isSoon(_ condition: () async throws -> Bool) async throws -> Bool {
        for _ in 0..<200 {
            if try await condition() { return true }
            try await Task.sleep(for: .milliseconds(50))
        }
        return false
    }

    @Test("nodes without challenges and secret grade as the publisher's host does, and hear of changes at once")
    func graded() async throws {
        let (publisher, node) = try await keys()
        try await PostgresServer.shared.get().withDatabase { url in
            try await withFolder { folder in
                let challenges = "\(folder)/challenges"
                try copy("kmeans", to: challenges)
                try copy("quizbasics", to: challenges)
                let publish = ["publish", "--database", url, "--challenges", challenges]
                let first = try await judge(publish + ["--format", "json"], environment: publisher)
                #expect(first.status == 0, "\(first.errors)")
                #expect(first.output.contains("\"change\" : \"new\"") && first.output.contains("\"kmeans\" : 1"))
                let second = try await judge(publish, environment: publisher)
                #expect(second.output == "Nothing has changed. 2 challenges are published.\n", "\(second.errors)")

                var here: [String: [String: Any]] = [:]
                for file in [Self.right, Self.wrong] {
                    let options = ["--challenge", "kmeans", "--format", "json", "--quiet", "--challenges", challenges]
                    here[file] = try report(try await judge(["submit", file] + options))
                }
                let expected = try here.mapValues { try Self.figures($0) }

                try FileManager.default.createDirectory(atPath: "\(folder)/empty", withIntermediateDirectories: true)
                let empty = ["--challenges", "\(folder)/empty"]
                let ended = try await withDaemon(
                    in: folder, state: "\(folder)/front", database: url, arguments: empty,
                    environment: node.merging(["JUDGE_WORKERS": "0"]) { $1 }
                ) { front in
                    let token = try await front.token("ann")
                    let worker = try await withDaemon(
                        in: folder, command: "worker", state: "\(folder)/worker", database: url, arguments: empty,
                        environment: node
                    ) { worker in
                        for (file, figures) in expected {
                            let there = try await front.submit(file, challenge: "kmeans", token: token)
                            #expect(try Self.figures(try report(there)) == figures, "\(there.errors)")
                        }
                        // A changed package and a new one reach both.
                        let statement = "\(challenges)/kmeans/statement/problem.en.md"
                        let words = try String(contentsOfFile: statement, encoding: .utf8)
                        try Data("\(words)\nNewly written.\n".utf8).write(to: URL(fileURLWithPath: statement))
                        try copy("knn", to: challenges)
                        let changed = try await judge(publish, environment: publisher)
                        #expect(changed.output.contains("kmeans     2        changed"), "\(changed.output)")
                        #expect(changed.output.contains("knn        1        new"))
                        let page = "\(front.url)/api/v1/challenges/kmeans"
                        #expect(try await isSoon { try await get(page).contains("Newly written.") })
                        #expect(
                            try await isSoon {
                                FileManager.default.fileExists(
                                    atPath: "\(folder)/worker/bundles/current/knn/problem.yaml")
                            })
                        let file = "\(folder)/knn.swift"
                        let source = Checkout.challenge("knn/submissions/accepted/sort_by_distance.swift")
                        try FileManager.default.copyItem(atPath: source, toPath: file)
                        let graded = try await front.submit(file, challenge: "knn", token: token)
                        #expect(graded.status == 0, "\(graded.errors)")

                        let removed = try await judge(
                            ["publish", "--remove", "knn", "--database", url], environment: publisher)
                        #expect(removed.status == 0 && removed.output.contains("removed"), "\(removed.errors)")
                        #expect(
                            try await isSoon { try await !get("\(front.url)/api/v1/challenges").contains("\"knn\"") })
                        #expect(try await get("\(worker.url)/readyz").contains("\"ok\""))
                    }
                    #expect(worker.ending == .exited(0))
                    #expect(worker.log.contains("took what is published"))
                }
                #expect(ended.ending == .exited(0))
                // What is hidden, and the keys, are in no log and not in the database.
                #expect(!ended.log.contains("judge-node-") && !ended.log.contains("judge-publish-"))
                let dump = try await execute("/usr/bin/env", ["pg_dump", "--inserts", url])
                #expect(dump.status == 0 && dump.output.contains("judge-manifest/1"))
                let secret = try Data(contentsOf: URL(fileURLWithPath: "\(Checkout.state)/judge/salt"))
                let salt = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/worker/salt"))
                #expect(salt == secret)
                #expect(!FileManager.default.fileExists(atPath: "\(folder)/front/salt"), "it grades nothing")
                #expect(!dump.output.contains(secret.map { String(format: "%02x", $0) }.joined()))
                for word in ["problem.yaml", "generators/generator.swift"] {
                    let digits = word.utf8.map { String(format: "%02x", $0) }.joined()
                    #expect(!dump.output.contains(word) && !dump.output.contains(digits))
                }
            }
        }
    }

    @Test("what somebody alters in the database is refused, the log names it, and the publisher mends it")
    func altered() async throws {
        let (publisher, node) = try await keys()
        try await PostgresServer.shared.get().withDatabase { url in
            try await withFolder { folder in
                let challenges = "\(folder)/challenges"
                for slug in ["quizbasics", "quiznlp"] { try copy(slug, to: challenges) }
                let publish = ["publish", "--database", url, "--challenges", challenges]
                #expect(try await judge(publish, environment: publisher).status == 0)
                let statement = "\(challenges)/quiznlp/problem.yaml"
                let environment = node.merging(["JUDGE_WORKERS": "0"]) { $1 }
                let ended = try await withDaemon(
                    in: folder, state: "\(folder)/node", database: url, environment: environment
                ) { daemon in
                    let page = "\(daemon.url)/api/v1/challenges"
                    #expect(try await get(page).contains("\"quiznlp\""))
                    func sql(_ text: String) async throws {
                        let done = try await execute("/usr/bin/env", ["psql", url, "-q", "-c", text])
                        #expect(done.status == 0, "\(done.errors)")
                    }
                    // One that is altered before anybody takes it.
                    try await sql(
                        """
                        CREATE FUNCTION alter_bundle() RETURNS trigger LANGUAGE plpgsql AS
                        'BEGIN NEW.bytes := set_byte(NEW.bytes, 100, 255 - get_byte(NEW.bytes, 100)); RETURN NEW; END';
                        CREATE TRIGGER alter_bundle BEFORE INSERT ON bundles FOR EACH ROW EXECUTE FUNCTION alter_bundle()
                        """)
                    let text = try String(contentsOfFile: statement, encoding: .utf8)
                    try Data(text.replacing(/name: .*/, with: "name: Another name").utf8)
                        .write(to: URL(fileURLWithPath: statement))
                    let changed = try await judge(publish, environment: publisher)
                    #expect(
                        changed.output.contains("quiznlp    2        changed"), "\(changed.output)\(changed.errors)")
                    #expect(try await isSoon { try Self.log(in: folder).contains("a published challenge is refused") })
                    let before = try await get(page)
                    #expect(before.contains("\"quiznlp\"") && !before.contains("Another name"))
                    try await sql("DROP TRIGGER alter_bundle ON bundles")
                    let anew = try await judge(publish + ["--anew"], environment: publisher)
                    #expect(anew.output == "Everything was written again. 2 challenges are published.\n")
                    #expect(try await isSoon { try await get(page).contains("Another name") })

                    // What is gone from the database stays at the node, and comes back.
                    try await sql("DELETE FROM bundles")
                    let remove = ["publish", "--remove", "quizbasics", "--database", url]
                    let lost = try await judge(remove, environment: publisher)
                    #expect(lost.status == 64 && lost.errors.contains("quiznlp is published, and not in the database"))
                    let again = try await judge(publish, environment: publisher)
                    #expect(again.output == "What was missing was written again. 2 challenges are published.\n")
                    #expect(try await get(page).contains("\"quizbasics\""))

                    // A list of somebody else's.
                    let (stranger, _) = try await keys()
                    let refused = try await judge(publish, environment: stranger)
                    #expect(refused.status == 64 && refused.errors.contains("not signed with this JUDGE_PUBLISH_KEY"))
                    #expect(try await judge(publish + ["--anew", "quizbasics"], environment: stranger).status == 0)
                    #expect(try await isSoon { try Self.log(in: folder).contains("bears another signature") })
                    #expect(try await get(page).contains("\"quiznlp\""))
                }
                #expect(ended.ending == .exited(0))
                let line = try #require(
                    ended.log.split(separator: "\n").first { $0.contains("a published challenge is refused") })
                #expect(line.contains("challenge=quiznlp") && line.contains("version 2"))
            }
        }
    }

    @Test("what a person gets wrong is answered in one sentence, and nothing is published")
    func mistakes() async throws {
        let (publisher, node) = try await keys()
        try await PostgresServer.shared.get().withDatabase { url in
            try await withFolder { folder in
                let challenges = "\(folder)/challenges"
                try copy("quizbasics", to: challenges)
                try copy("knn", to: challenges)
                try write("limits: [", to: "\(challenges)/knn/complexity.yaml")
                let swapped = ["JUDGE_PUBLISH_KEY": node["JUDGE_NODE_KEY"]!]
                for (arguments, environment, words) in [
                    ([], [:], "JUDGE_PUBLISH_KEY holds no key"),
                    ([], swapped, "a node's key, which cannot publish"),
                    ([], publisher, "nothing was published"),
                    (["nosuch"], publisher, "there is no challenge 'nosuch'"),
                    (["--remove"], publisher, "name the challenges to remove"),
                    (["--remove", "knn"], publisher, "'knn' is not published"),
                    (["--new-keys", "knn"], publisher, "--new-keys goes with nothing else"),
                ] as [([String], [String: String], String)] {
                    let finished = try await judge(
                        ["publish", "--database", url, "--challenges", challenges] + arguments, environment: environment
                    )
                    #expect(
                        finished.status == 64 && finished.errors.contains(words), "\(arguments): \(finished.errors)")
                }
                let worker = ["worker", "--listen", "127.0.0.1:0", "--database", url, "--state", "\(folder)/node"]
                let early = try await judge(worker, environment: node)
                #expect(early.status == 69 && early.errors.contains("nothing is published"), "\(early.errors)")
                let confused = try await judge(
                    worker, environment: ["JUDGE_NODE_KEY": publisher["JUDGE_PUBLISH_KEY"]!])
                #expect(confused.status == 64 && confused.errors.contains("no node should have"))
                let publish = ["publish", "--database", url, "--challenges", challenges, "quizbasics"]
                #expect(try await judge(publish, environment: publisher).status == 0)
                let elsewhere = try await judge(publish + ["--state", "\(folder)/other"], environment: publisher)
                #expect(elsewhere.status == 64 && elsewhere.errors.contains("draw other hidden data"))
                try write(String(repeating: "x", count: 32), to: "\(folder)/node/salt")
                let other = try await judge(worker, environment: node)
                #expect(
                    other.status == 64 && other.errors.contains("is another secret than the one that was published"))
            }
        }
    }

    /// What a report says that follows from the submission and hidden data alone.
    private static func figures(_ report: [String: Any]) throws -> Data {
        var figures = report.filter { ["verdict", "seed", "complexity", "toolchain"].contains($0.key) }
        let groups = report["groups"] as? [[String: Any]] ?? []
        figures["groups"] = groups.map { group in
            let cases = group["cases"] as? [[String: Any]] ?? []
            return [
                group["name"] ?? "", group["verdict"] ?? "",
                cases.map { [$0["name"] ?? "", $0["verdict"] ?? "", $0["metrics"] ?? ""] },
            ]
        }
        return try JSONSerialization.data(withJSONObject: figures, options: .sortedKeys)
    }

    private static func log(in folder: String) throws -> String {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix("log-") }.map {
            try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8)
        }.joined()
    }
}
