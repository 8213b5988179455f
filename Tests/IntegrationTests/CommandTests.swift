import Foundation
import Support
import Testing

@Suite("The commands")
struct CommandTests {
    private static let slugs = CatalogueTests.slugs

    @Test("list names the challenges, as text and as JSON")
    func list() async throws {
        let text = try await judge(["list"])
        #expect(text.status == 0)
        for slug in Self.slugs { #expect(text.output.contains(slug)) }
        let json = try await judge(["list", "--format", "json"])
        let entries = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
        #expect(entries?.compactMap { $0["id"] as? String } == Self.slugs)
        let some = try await judge(["list", "--topic", "trees", "--level", "medium", "--format", "json"])
        let trees = try JSONSerialization.jsonObject(with: Data(some.output.utf8)) as? [[String: Any]]
        #expect(trees?.contains { $0["id"] as? String == "decisiontree" } == true)
        #expect(
            trees?.allSatisfy { $0["topic"] as? String == "trees" && $0["difficulty"] as? String == "medium" } == true)
        #expect(try await judge(["list", "--topic", "golf"]).status == 64)
    }

    @Test("show tells what is asked next, and with --solution how it is solved and what is answered")
    func solution() async throws {
        let plain = try await judge(["show", "knn"])
        #expect(plain.output.contains("Asked next") && !plain.output.contains("HNSW"))
        let solved = try await judge(["show", "knn", "--solution"])
        #expect(solved.status == 0 && solved.output.contains("HNSW"))
    }

    @Test("show renders a statement with its samples; the reader may close the pipe early")
    func show() async throws {
        let shown = try await judge(["show", "kmeans"])
        #expect(shown.status == 0)
        #expect(shown.output.contains("func kMeans(points: [[Double]], initialCentroids: [[Double]], iterations: Int)"))
        #expect(!shown.output.contains("$"))
        let piped = try await execute(
            "/bin/sh", ["-c", "'\(Checkout.judge)' show kmeans | head -1; exit ${PIPESTATUS:-0}"])
        #expect(piped.status == 0 && piped.errors.isEmpty, "\(piped.errors)")
    }

    @Test("start writes a starter that compiles and is not yet right")
    func start() async throws {
        try await twoAtATime(CatalogueTests.coded) { try await Self.start($0) }
    }

    private static func start(_ slug: String) async throws {
        try await withFolder { folder in
            let started = try await judge(["start", slug, folder])
            #expect(started.status == 0, "\(started.errors)")
            #expect(!(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/samples").isEmpty))
            let finished = try await judge(["test", "\(folder)/\(slug).swift", "--format", "json"])
            #expect(finished.status == 1, "\(slug): \(finished.errors)")
            #expect(try report(finished)["verdict"] as? String == "wrong-answer", "\(slug)")
        }
    }

    @Test("a result goes to a file whole, and to a pipe or /dev/stdout as it is")
    func outputs() async throws {
        try await withFolder { folder in
            let file = "\(folder)/list.json"
            try write("old", to: file)
            let finished = try await judge(["list", "--format", "json", "--output", file])
            #expect(finished.status == 0 && finished.output.isEmpty)
            let entries = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: file)))
            #expect((entries as? [Any])?.count == Self.slugs.count)
            let direct = try await judge(["list", "--output", "/dev/stdout"])
            #expect(direct.status == 0 && direct.output.contains("kmeans"))
            let link = try FileManager.default.attributesOfItem(atPath: "/dev/stdout")
            #expect(link[.type] as? FileAttributeType == .typeSymbolicLink)
        }
    }

    @Test("doctor finds this host fit, and says of each thing why it matters", arguments: ["full", "restricted"])
    func doctor(sandbox: String) async throws {
        struct Finding: Decodable { let name, state, found, why: String }
        let finished = try await judge(["doctor", "--format", "json", "--sandbox", sandbox])
        #expect(finished.status == 0, "\(finished.output)")
        let findings = try JSONDecoder().decode([Finding].self, from: Data(finished.output.utf8))
        var names = ["installation", "state folder", "disk space", "toolchain", "valgrind", "sandbox"]
        names += ["compiler in the sandbox"] + (sandbox == "full" ? ["bubblewrap", "namespaces"] : [])
        names += ["control groups", "Landlock", "seccomp", "swap", "huge pages", "CPU frequency", "clock", "load"]
        #expect(findings.map(\.name) == names)
        #expect(findings.allSatisfy { !$0.why.isEmpty && $0.state != "missing" })
        #expect(findings.first { $0.name == "sandbox" }?.found.hasPrefix(sandbox) == true)
    }

    @Test("doctor ends with 69 where the sandbox cannot be built, and says what to do")
    func unfit() async throws {
        let finished = try await judge(
            ["doctor"], environment: ["PATH": "/nowhere", "JUDGE_SWIFTC": "/nowhere/swiftc"])
        #expect(finished.status == 69)
        #expect(finished.output.contains("missing  toolchain: missing"))
        #expect(finished.output.contains("missing  sandbox: missing"))
        #expect(finished.output.contains("do:  install it: sudo apt-get install bubblewrap"))
    }

    @Test("completions are generated for each shell", arguments: ["bash", "zsh", "fish"])
    func completions(shell: String) async throws {
        let finished = try await judge(["--generate-completion-script", shell])
        #expect(finished.status == 0 && finished.output.contains("submit"))
    }

    @Test("--version says the version, and the compiler or what is wrong with it")
    func version() async throws {
        let version = try await judge(["--version"])
        #expect(version.status == 0 && version.output.hasPrefix("judge 0.1.0"))
        #expect(version.output.contains("\nswift 6."))
        let without = try await judge(["--version"], environment: ["JUDGE_SWIFTC": "/nowhere/swiftc"])
        #expect(without.status == 0 && without.output.contains("JUDGE_SWIFTC names /nowhere/swiftc"))
    }

    @Test("the manual page has every command, and is one that man can read")
    func manual() async throws {
        let page = try await execute("/usr/bin/python3", ["\(Checkout.root)/Deployment/manual", Checkout.judge])
        #expect(page.status == 0, "\(page.errors)")
        let help = try await judge(["--help"])
        for match in help.output.matches(of: /\n  ([a-z]+) {2,}/) where match.1 != "help" {
            #expect(page.output.contains(".Ss judge \(match.1)\n"), "\(match.1)")
        }
        // A line that begins with a dot is a request; nothing else may.
        let requests: Set = [
            ".Dd", ".Dt", ".Os", ".Sh", ".Nm", ".Nd", ".Ar", ".Op", ".Ss", ".Pp", ".Bl", ".El", ".It", ".Pa",
        ]
        for line in page.output.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
            #expect(requests.contains(String(line.prefix { $0 != " " })), "\(line)")
        }
    }

    @Test("an installed judge finds its parts from any folder")
    func installed() async throws {
        try await withFolder { folder in
            let manager = FileManager.default
            for path in ["bin", "libexec/judge", "share/judge/Sandbox"] {
                try manager.createDirectory(atPath: "\(folder)/\(path)", withIntermediateDirectories: true)
            }
            try manager.copyItem(atPath: Checkout.judge, toPath: "\(folder)/bin/judge")
            try manager.copyItem(atPath: Checkout.jail, toPath: "\(folder)/libexec/judge/judge-jail")
            try manager.copyItem(atPath: Checkout.challenges, toPath: "\(folder)/share/judge/Challenges")
            for part in ["ChallengeKit", "Meter"] {
                try manager.copyItem(
                    atPath: "\(Checkout.root)/Sandbox/\(part)", toPath: "\(folder)/share/judge/Sandbox/\(part)")
            }
            try manager.createDirectory(atPath: "\(folder)/elsewhere", withIntermediateDirectories: true)
            let solution = "\(folder)/share/judge/Challenges/kmeans/submissions/accepted/plain.swift"
            let finished = try await execute(
                "\(folder)/bin/judge", ["test", solution, "--challenge", "kmeans", "--state", "\(folder)/state"],
                directory: "\(folder)/elsewhere")
            #expect(finished.status == 0, "\(finished.errors)")
        }
    }
}
