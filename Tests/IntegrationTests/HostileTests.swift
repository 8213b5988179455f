import Foundation
import Support
import Testing

/// The programs of `Tests/Hostile`, which are harmless should the jail fail.
@Suite("A hostile submission", .serialized)
struct HostileTests {
    private struct Summary: Decodable {
        struct Result: Decodable {
            let program: String
            let outcome: String
            let complaints: [String]
            let unstopped: String?
        }
        struct Sandbox: Decodable { let level: String }
        let sandbox: Sandbox
        let results: [Result]
        let left: [String]
    }

    /// How many programs there are at least, so that a corpus which is not found fails.
    private static let fewest = [
        "compiling": 20, "processes": 15, "memory": 8, "files": 8, "kernel": 8, "output": 20, "leftovers": 4,
    ]

    /// What the command printed. What it says in its place is the failure that a reader wants to see.
    private static func summary(_ finished: Finished) throws -> Summary {
        try #require(
            try? JSONDecoder().decode(Summary.self, from: Data(finished.output.utf8)),
            "ended with \(finished.status): \(finished.errors)")
    }

    /// Runs the corpus by the real command, and expects every program to be held.
    private func attack(_ sandbox: String, _ groups: [String]) async throws {
        let finished = try await judge(
            ["doctor", "--attack", "--sandbox", sandbox, "--format", "json", "--quiet", "--jobs", "2"]
                + groups.map { "\($0)/" })
        let summary = try Self.summary(finished)
        for result in summary.results {
            #expect(result.complaints.isEmpty, "\(result.program): \(result.outcome)")
        }
        for group in groups {
            let count = summary.results.count { $0.program.hasPrefix("\(group)/") }
            #expect(count >= Self.fewest[group] ?? 1, "\(count) programs in \(group)")
        }
        #expect(summary.sandbox.level == sandbox)
        #expect(summary.left.isEmpty)
        #expect(finished.status == 0, "\(finished.errors)")
    }

    @Test("is held by the full sandbox", arguments: Self.fewest.keys.sorted())
    func full(group: String) async throws { try await attack("full", [group]) }

    /// Of those that are compiled the next test has some; the bombs among them take minutes. What is made of output has
    /// nothing to do with the walls. `make attack` tries them all.
    @Test(
        "is held where there are no namespaces",
        arguments: Self.fewest.keys.sorted().filter { !["compiling", "output"].contains($0) })
    func restricted(group: String) async throws { try await attack("restricted", [group]) }

    @Test("is compiled where there are no namespaces, without a look at the host")
    func compiled() async throws {
        try await withFolder { folder in
            let finished = try await judge(
                [
                    "doctor", "--attack", "--sandbox", "restricted", "--format", "json", "--quiet", "--state", folder,
                    "compiling/macro_plugin", "compiling/host_paths", "compiling/file_literal", "compiling/error_flood",
                ])
            let summary = try Self.summary(finished)
            #expect(
                summary.results.count == 4 && summary.results.allSatisfy(\.complaints.isEmpty), "\(finished.output)")
            #expect(finished.status == 0 && summary.left.isEmpty)
        }
    }

    @Test("that gets through is told, with what it did, and ends the attack with 1")
    func breach() async throws {
        try await withFolder { folder in
            // A corpus of one program that claims to be held and is not: the sandbox cannot stop a sum from being wrong.
            let corpus = "\(folder)/checkout"
            try write("// a checkout", to: "\(corpus)/Package.swift")
            for name in ["Sandbox", "Challenges", ".build/sandbox", "Tests/Hostile/Challenges"] {
                try FileManager.default.createDirectory(
                    atPath: URL(fileURLWithPath: "\(corpus)/\(name)").deletingLastPathComponent().path,
                    withIntermediateDirectories: true)
                try FileManager.default.copyItem(atPath: "\(Checkout.root)/\(name)", toPath: "\(corpus)/\(name)")
            }
            try FileManager.default.createDirectory(atPath: "\(corpus)/bin", withIntermediateDirectories: true)
            try FileManager.default.copyItem(atPath: Checkout.judge, toPath: "\(corpus)/bin/judge")
            let program = """
                // tries: to give a wrong answer
                // holds: it does not
                // verdict: accepted
                func total(_ values: [Int]) -> Int {
                    print("breach: a wrong answer")
                    return -1
                }

                """
            try write(program, to: "\(corpus)/Tests/Hostile/Programs/output/wrong.swift")
            let finished = try await execute(
                "\(corpus)/bin/judge", ["doctor", "--attack", "--state", "\(Checkout.state)/judge"])
            #expect(finished.status == 1, "\(finished.errors)")
            #expect(finished.output.contains("BREACH   output 0 of 1"))
            #expect(finished.output.contains("output/wrong tries to give a wrong answer"))
            #expect(finished.output.contains("breach: a wrong answer"))
            #expect(finished.output.contains("wrong-answer, where accepted is right"))
        }
    }

    @Test("does not make the judge repeat what it printed on hidden cases, and never raw on public ones")
    func printed() async throws {
        try await withFolder { folder in
            let source = """
                func kMeans(points: [[Double]], initialCentroids: [[Double]], iterations: Int) -> (centroids: [[Double]], labels: [Int]) {
                    print("\\u{1B}[2J::error::DATA \\(points) \\u{202E}")
                    return ([], [])
                }
                """
            try write(source, to: "\(folder)/kmeans.swift")
            for format in ["json", "text"] {
                let finished = try await judge(
                    ["submit", "kmeans.swift", "--format", format], environment: ["NO_COLOR": "1"], directory: folder)
                #expect(!finished.output.contains("\u{1B}") && !finished.output.contains("\u{202E}"))
                let shown = finished.output.components(separatedBy: "::error::DATA").count - 1
                #expect(shown <= 3)
            }
        }
    }
}
