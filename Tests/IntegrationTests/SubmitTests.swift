import Foundation
import Support
import Testing

@Suite("judge submit")
struct SubmitTests {
    @Test("accepts a right solution, with every key of judge-report/1, and ends with 0")
    func accepted() async throws {
        let file = Checkout.challenge("kmeans/submissions/accepted/plain.swift")
        let finished = try await judge(["submit", file, "--challenge", "kmeans", "--format", "json"])
        #expect(finished.status == 0, "\(finished.errors)")
        let report = try report(finished)
        #expect(report["schema"] as? String == "judge-report/1")
        #expect(report["verdict"] as? String == "accepted")
        for key in ["submission", "compile", "groups", "sandbox", "toolchain", "judge", "seed", "seconds"] {
            #expect(report[key] != nil, "\(key) is missing")
        }
        let submission = try #require(report["submission"] as? [String: Any])
        #expect(submission["file"] as? String == "plain.swift")
        #expect(submission["challenge"] as? String == "kmeans")
        #expect(submission["author"] is NSNull)
        #expect((submission["sha256"] as? String)?.count == 64)
        let groups = try #require(report["groups"] as? [[String: Any]])
        #expect(groups.first?["name"] as? String == "sample")
        #expect(groups.count > 3)
        for group in groups {
            #expect(group["passed"] as? Int == group["total"] as? Int)
            for item in try #require(group["cases"] as? [[String: Any]]) {
                #expect(item["message"] is NSNull && item["hint"] is NSNull)
                #expect((item["peak_bytes"] as? Int ?? 0) > 0)
                #expect((item["metrics"] as? [String: Double])?["inertia_ratio"] != nil)
                // Hidden data are never shown, not even to those who pass.
                #expect((item["sample"] == nil) == (group["name"] as? String != "sample"))
            }
        }
        #expect((report["sandbox"] as? [String: Any])?["level"] as? String == "full")
    }

    @Test("rejects every packaged wrong answer with wrong-answer, a message, and 1")
    func wrongAnswers() async throws {
        let folder = Checkout.challenge("kmeans/submissions/wrong_answer")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".swift") }
        #expect(names.count >= 5)
        for name in names.sorted() {
            let finished = try await judge(["submit", "\(folder)/\(name)", "--challenge", "kmeans", "--format", "json"])
            let report = try report(finished)
            #expect(finished.status == 1 && report["verdict"] as? String == "wrong-answer", "\(name)")
            let groups = try #require(report["groups"] as? [[String: Any]])
            let failing = groups.flatMap { $0["cases"] as? [[String: Any]] ?? [] }.first {
                $0["verdict"] as? String != "accepted"
            }
            #expect((failing?["message"] as? String)?.isEmpty == false, "\(name)")
        }
    }

    @Test("takes the challenge from the file's name, and compiles the same source only once")
    func cached() async throws {
        try await withFolder { folder in
            let source = try String(
                contentsOfFile: Checkout.challenge("kmeans/submissions/accepted/plain.swift"), encoding: .utf8)
            // A comment of its own makes it a source that no other test has compiled.
            try write("// \(folder)\n" + source, to: "\(folder)/kmeans.swift")
            var cached: [Bool] = []
            for _ in 0..<2 {
                let finished = try await judge(["submit", "kmeans.swift", "--format", "json"], directory: folder)
                #expect(finished.status == 0, "\(finished.errors)")
                cached.append((try report(finished)["compile"] as? [String: Any])?["cached"] as? Bool ?? false)
            }
            #expect(cached == [false, true])
        }
    }

    @Test("shows a compiler's error with the submission's own name, line, column and source line")
    func compileError() async throws {
        try await withFolder { folder in
            let source = """
                func kMeans(points: [[Double]], initialCentroids: [[Double]], iterations: Int)
                    -> (centroids: [[Double]], labels: [Int])
                {
                    let n: Int = "three"
                    return (points, [n])
                }
                """
            try write(source, to: "\(folder)/kmeans.swift")
            let finished = try await judge(["submit", "kmeans.swift", "--format", "json"], directory: folder)
            #expect(finished.status == 1)
            let report = try report(finished)
            #expect(report["verdict"] as? String == "compile-error")
            let compile = try #require(report["compile"] as? [String: Any])
            let first = try #require((compile["diagnostics"] as? [[String: Any]])?.first)
            #expect(first["file"] as? String == "kmeans.swift")
            #expect(first["line"] as? Int == 4)
            #expect(first["column"] as? Int == 18)
            #expect((first["message"] as? String)?.contains("cannot convert value of type 'String'") == true)
            let text = try await judge(["submit", "kmeans.swift"], directory: folder)
            #expect(text.output.contains("kmeans.swift:4:18"))
            #expect(text.output.contains("let n: Int = \"three\""))
            #expect(!text.output.contains("/box/"))
        }
    }

    @Test("says which signature was asked for and which was found")
    func wrongSignature() async throws {
        try await withFolder { folder in
            let source = "func kMeans(points: [[Double]], k: Int) -> [Int] { [] }\n"
            try write(source, to: "\(folder)/kmeans.swift")
            let wrong = try await judge(["submit", "kmeans.swift"], directory: folder)
            #expect(wrong.status == 1)
            #expect(wrong.output.contains("compile-error"))
            let flat = wrong.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(flat.contains("initialCentroids: [[Double]], iterations: Int)"))
            #expect(flat.contains("found: func kMeans(points: [[Double]], k: Int) -> [Int]"))
            try write("func kmeans() {}\n", to: "\(folder)/kmeans.swift")
            let missing = try await judge(["submit", "kmeans.swift"], directory: folder)
            #expect(missing.status == 1 && missing.output.contains("declares no function 'kMeans'"))
        }
    }

    @Test(
        "answers a second main, a macro, a statement at top level and a missing module with a compile-error",
        arguments: [
            ("@_cdecl(\"main\") func other() -> Int32 { 0 }", "main"),
            ("@main struct M { static func main() {} }", "main"),
            ("#externalMacro(module: \"A\", type: \"B\")", "kmeans.swift"), ("print(1)", "top level"),
            ("import Nonexistent", "Nonexistent"),
            ("#sourceLocation(file: \"/etc/passwd\", line: 1)\nlet x: Int = \"\"", "kmeans"),
        ])
    func oddities(line: String, word: String) async throws {
        try await withFolder { folder in
            let source = try String(
                contentsOfFile: Checkout.challenge("kmeans/submissions/accepted/plain.swift"), encoding: .utf8)
            try write(source + "\n" + line + "\n", to: "\(folder)/kmeans.swift")
            let finished = try await judge(["submit", "kmeans.swift"], directory: folder)
            #expect(finished.status == 1, "\(finished.errors)")
            #expect(finished.output.hasPrefix("compile-error") && finished.output.contains(word), "\(finished.output)")
            #expect(!finished.output.contains("/etc/passwd"))
        }
    }

    @Test("compiles a source that crashes 6.3.1's optimiser with its usual passes")
    func compilerBug() async throws {
        let file = Checkout.challenge("decisiontree/submissions/accepted/reference.swift")
        let finished = try await judge(["submit", file, "--challenge", "decisiontree", "--format", "json"])
        #expect(finished.status == 0, "\(finished.output)")
    }

    @Test("lets a solution import Foundation")
    func foundation() async throws {
        try await withFolder { folder in
            let source = try String(
                contentsOfFile: Checkout.challenge("kmeans/submissions/accepted/plain.swift"), encoding: .utf8)
            try write(
                "import Foundation\n" + source + "\nlet unused = sqrt(pow(2.0, 2))\n", to: "\(folder)/kmeans.swift")
            let finished = try await judge(["submit", "kmeans.swift", "--format", "json"], directory: folder)
            #expect(finished.status == 0, "\(finished.output)")
        }
    }

    @Test("never says that all passed when only the public cases ran")
    func publicOnly() async throws {
        let file = Checkout.challenge("kmeans/submissions/accepted/plain.swift")
        let finished = try await judge(["test", file, "--challenge", "kmeans"])
        #expect(finished.status == 0)
        #expect(!finished.output.lowercased().contains("all passed"))
        #expect(finished.output.contains("judge submit"))
        #expect(!finished.output.contains("hidden 0/0"))
    }

    @Test("writes several reports at once, and one in place of standard output")
    func reports() async throws {
        try await withFolder { folder in
            let file = Checkout.challenge("kmeans/submissions/accepted/plain.swift")
            let finished = try await judge([
                "submit", file, "--challenge", "kmeans", "--report", "json=\(folder)/r.json", "--report", "text=-",
            ])
            #expect(finished.status == 0)
            #expect(finished.output.contains("accepted"))
            let json = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/r.json"))
            let report = try JSONSerialization.jsonObject(with: json) as? [String: Any]
            #expect(report?["verdict"] as? String == "accepted")
        }
    }

    @Test("annotates the log of GitHub Actions by the file's path in the repository, and adds to the step's summary")
    func github() async throws {
        try await withFolder { folder in
            try write("func kmeans( {\n", to: "\(folder)/kmeans.swift")
            try write("Before\n", to: "\(folder)/summary.md")
            let finished = try await judge(
                ["submit", "\(folder)/kmeans.swift", "--format", "github", "--report", "junit=\(folder)/k.xml"],
                environment: ["GITHUB_STEP_SUMMARY": "\(folder)/summary.md"], directory: folder)
            #expect(finished.status == 1)
            #expect(finished.output.hasPrefix("::error file=kmeans.swift,line=1,"), "\(finished.output)")
            #expect(finished.output.contains("\n::stop-commands::"))
            let summary = try String(contentsOfFile: "\(folder)/summary.md", encoding: .utf8)
            #expect(summary.hasPrefix("Before\n### ❌ compile-error: `kmeans`"), "\(summary)")
            let tests = try String(contentsOfFile: "\(folder)/k.xml", encoding: .utf8)
            #expect(tests.contains("<failure type=\"compile-error\""), "\(tests)")
        }
    }

    @Test("gives the same numbers for hidden data on every run, and other data with another secret")
    func secret() async throws {
        try await withFolder { folder in
            let file = Checkout.challenge("knn/submissions/wrong_answer")
            let name = try FileManager.default.contentsOfDirectory(atPath: file).sorted()[0]
            var seeds: [String] = []
            for state in ["one", "one", "two"] {
                let finished = try await judge(
                    [
                        "submit", "\(file)/\(name)", "--challenge", "knn", "--format", "json", "--state",
                        "\(folder)/\(state)",
                    ])
                seeds.append(try report(finished)["seed"] as? String ?? "")
                #expect(finished.status == 1)
            }
            #expect(seeds[0] == seeds[1] && seeds[0] != seeds[2])
            let inputs = try ["one", "two"].map { try Self.inputs(in: "\(folder)/\($0)/data/knn") }
            #expect(!inputs[0].isEmpty)
            #expect(inputs[0].isDisjoint(with: inputs[1]))
            let salt = try FileManager.default.attributesOfItem(atPath: "\(folder)/one/salt")
            #expect(salt[.posixPermissions] as? Int == 0o600)
        }
    }

    private static func inputs(in folder: String) throws -> Set<Data> {
        Set(
            try FileManager.default.contentsOfDirectory(atPath: folder).compactMap {
                FileManager.default.contents(atPath: "\(folder)/\($0)/case.in")
            })
    }

    @Test("reads a file with the line ends of Windows as any other")
    func windows() async throws {
        try await withFolder { folder in
            let solution = try String(
                contentsOfFile: Checkout.challenge("kmeans/submissions/accepted/plain.swift"), encoding: .utf8)
            let text = "import Foundation\nimport Glibc\nlet started = Date()\n" + solution
            try write(text.replacing("\n", with: "\r\n"), to: "\(folder)/kmeans.swift")
            let finished = try await judge(["test", "kmeans.swift"], directory: folder)
            #expect(finished.status == 0, "\(finished.output) \(finished.errors)")
            try write("let one = 1\r\nlet two: Int = \"x\"\r\n", to: "\(folder)/kmeans.swift")
            let failed = try await judge(["test", "kmeans.swift"], directory: folder)
            #expect(failed.output.contains("kmeans.swift:2:16: error"), "\(failed.output)")
            #expect(failed.output.contains("let two: Int = \"x\"\n"), "\(failed.output)")
        }
    }
}
