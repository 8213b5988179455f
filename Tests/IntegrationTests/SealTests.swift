import Foundation
import Support
import Testing

@Suite("judge seal")
struct SealTests {
    /// A sealed kNN, its key, and a right solution to it.
    private func withSealed(
        _ body: nonisolated(nonsending) (_ folder: String, _ key: [String: String]) async throws -> Void
    ) async throws {
        try await withFolder { folder in
            let made = try await judge(["seal", "--new-key"])
            let key = ["JUDGE_SEAL_KEY": made.output.trimmingCharacters(in: .whitespacesAndNewlines)]
            let sealed = try await judge(["seal", "knn", "--to", "\(folder)/challenges"], environment: key)
            #expect(sealed.status == 0, "\(sealed.errors)")
            let source = Checkout.challenge("knn/submissions/accepted/sort_by_distance.swift")
            try write(try String(contentsOfFile: source, encoding: .utf8), to: "\(folder)/solutions/ada/knn.swift")
            try await body(folder, key)
        }
    }

    @Test("with the key it is graded whole; without it submit refuses, and grade runs the samples and says so")
    func graded() async throws {
        try await withSealed { folder, key in
            let file = "solutions/ada/knn.swift"
            let options = ["--challenges", "challenges", "--quiet"]
            let whole = try await judge(
                ["submit", file, "--format", "json"] + options, environment: key, directory: folder)
            #expect(whole.status == 0, "\(whole.errors)")
            let groups = try #require(try report(whole)["groups"] as? [[String: Any]])
            let growth = try report(whole)["complexity"] as? [String: Any]
            #expect(groups.count > 3 && growth != nil)
            let refused = try await judge(["submit", file] + options, directory: folder)
            #expect(refused.status == 64 && refused.errors.contains("give its key in JUDGE_SEAL_KEY"))
            let graded = try await judge(["grade", "--cache", "results"] + options, directory: folder)
            #expect(graded.status == 0, "\(graded.errors)")
            #expect(graded.output.contains("samples accepted") && graded.output.contains("public samples only"))
            // It earned nothing that would stand when the key is there.
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/results/results.json"))
            let later = try await judge(
                ["grade", "--cache", "results", "--format", "json"] + options, environment: key, directory: folder)
            #expect(later.status == 0 && later.output.contains("\"points\" : 100"), "\(later.output)")
        }
    }

    @Test("nothing of what is hidden is in what a run of CI keeps or shows")
    func hidden() async throws {
        try await withSealed { folder, key in
            let reports = ["junit", "json", "markdown", "github", "sarif", "gitlab", "tap"].map {
                "--report=\($0)=out/\($0)"
            }
            try FileManager.default.createDirectory(atPath: "\(folder)/out", withIntermediateDirectories: true)
            try write("func knn(", to: "\(folder)/solutions/alan/knn.swift")
            let finished = try await judge(
                ["grade", "--challenges", "challenges", "--cache", "out/cache"] + reports, environment: key,
                directory: folder)
            #expect(finished.status == 1, "\(finished.errors)")
            var shown = finished.output + finished.errors
            for path in FileManager.default.subpaths(atPath: "\(folder)/out") ?? [] {
                shown += (try? String(contentsOfFile: "\(folder)/out/\(path)", encoding: .utf8)) ?? ""
            }
            let text = try #require(key["JUDGE_SEAL_KEY"])
            #expect(shown.count > 10_000 && !shown.contains(text))
            let secret = Checkout.challenge("knn/data/secret")
            var looked = 0
            for path in FileManager.default.subpaths(atPath: secret) ?? [] where path.hasSuffix(".in") {
                let lines = try String(contentsOfFile: "\(secret)/\(path)", encoding: .utf8).split(separator: "\n")
                for line in lines where line.count > 20 {
                    looked += 1
                    #expect(!shown.contains(line), "\(path)")
                }
            }
            #expect(looked > 5)
            let left = try FileManager.default.contentsOfDirectory(
                atPath: FileManager.default.temporaryDirectory.path)
            #expect(!left.contains { $0.hasPrefix("judge-opened-") })
        }
    }

    @Test("what a person gets wrong is answered in one sentence")
    func mistakes() async throws {
        try await withSealed { folder, key in
            for (arguments, environment, words) in [
                (["seal", "knn", "--to", "\(folder)/new"], [:], "JUDGE_SEAL_KEY holds no key"),
                (["seal", "knn", "--to", "\(folder)/challenges"], key, "is already there"),
                (["seal", "quizbasics", "--to", "\(folder)/new"], key, "is a quiz"),
                (["seal", "nosuch", "--to", "\(folder)/new"], key, "there is no challenge 'nosuch'"),
                (["seal", "--open", "knn", "--to", "\(folder)/new"], key, "knn is not sealed"),
                (["seal", "knn"], key, "--to names the folder"),
                (["verify", "knn", "--challenges", "\(folder)/challenges"], [:], "knn is sealed"),
            ] as [([String], [String: String], String)] {
                let finished = try await judge(arguments, environment: environment)
                #expect(finished.status == 64 && finished.errors.contains(words), "\(arguments): \(finished.errors)")
            }
            let opened = try await judge(
                ["seal", "--open", "knn", "--challenges", "\(folder)/challenges", "--to", "\(folder)/opened"],
                environment: key)
            #expect(opened.status == 0)
            let same = try await execute(
                "/usr/bin/diff", ["-r", "\(folder)/opened/knn", Checkout.challenge("knn")])
            #expect(same.status == 0, "\(same.output)")
        }
    }
}
