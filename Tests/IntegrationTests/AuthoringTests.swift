import Foundation
import Support
import Testing

/// What authors of challenges work with.
@Suite("Authoring", .serialized)
struct AuthoringTests {
    @Test(
        "a new package keeps its promises, and its data notice every small mistake",
        arguments: ["runningmean", "2mean"])
    func scaffold(slug: String) async throws {
        try await withFolder { folder in
            let made = try await judge(["new", slug, "--name", "A running mean", "--challenges", folder])
            #expect(made.status == 0 && made.output.contains("judge verify \(slug)"), "\(made.errors)")
            let verified = try await judge(["verify", slug, "--strict", "--challenges", folder])
            #expect(verified.status == 0 && verified.output.contains("ok  \(slug):"), "\(verified.output)")
            let shown = try await judge(["show", slug, "--challenges", folder])
            #expect(shown.output.contains("A running mean") && shown.output.contains("Asked next"))
            let mutated = try await judge(["mutate", slug, "--challenges", folder, "--format", "json"])
            let result = try JSONDecoder().decode(Mutated.self, from: Data(mutated.output.utf8))
            #expect(mutated.status == 0 && result.score == 1 && result.killed >= 5, "\(mutated.output)")
            let linted = try await execute(
                "/usr/bin/env",
                [
                    "swift", "format", "lint", "--strict", "--configuration", "\(Checkout.root)/.swift-format", "-r",
                    folder,
                ])
            #expect(linted.status == 0, "\(linted.errors)")

            let again = try await judge(["new", slug, "--challenges", folder])
            #expect(again.status == 64 && again.errors.contains("is already there"), "\(again.errors)")
        }
    }

    @Test(
        "what cannot be a package is refused in one sentence",
        arguments: [
            (["new", "Über"], "lowercase letters and digits"), (["new", "../x"], "lowercase letters and digits"),
            (["new", "a", "--name", "a: b"], "plain text"), (["new", "a", "--name", ""], "plain text"),
            (["mutate", "kmeens"], "did you mean 'kmeans'"), (["mutate", "knn", "--limit", "0"], "--limit takes"),
            (["mutate", "knn", "--submission", "accepted/none.swift"], "it has accepted/"),
        ])
    func refused(arguments: [String], message: String) async throws {
        let finished = try await judge(arguments)
        #expect(finished.status == 64 && finished.errors.contains(message), "\(finished.errors)")
    }

    @Test("data that do not look are found out, and what means the same can be said")
    func weak() async throws {
        try await withFolder { folder in
            _ = try await judge(["new", "weak", "--challenges", folder])
            let package = "\(folder)/weak"
            // What is left is the series of no values.
            let cases = ["one", "equal"].flatMap { ["data/secret/edge/\($0).in", "data/secret/edge/\($0).ans"] }
            for path in ["generators", "complexity.yaml", "data/sample"] + cases {
                try FileManager.default.removeItem(atPath: "\(package)/\(path)")
            }
            let mutated = try await judge(["mutate", "weak", "--challenges", folder, "--format", "json"])
            let result = try JSONDecoder().decode(Mutated.self, from: Data(mutated.output.utf8))
            let survivor = try #require(result.survivors.first { $0.line == "sum += value" && $0.becomes == "" })
            #expect(mutated.status == 1 && (result.score ?? 1) < 0.95, "\(mutated.output)")

            let text = result.survivors.map {
                "  - {line: '\($0.line)', becomes: '\($0.becomes)', because: It is a test.}\n"
            }.joined()
            try Data("equivalent:\n\(text)".utf8).write(to: URL(fileURLWithPath: "\(package)/mutations.yaml"))
            let said = try await judge(["mutate", "weak", "--challenges", folder])
            #expect(
                said.status == 0 && said.output.contains("\(result.survivors.count) mean the same"), "\(said.output)")
            #expect(!said.output.contains(survivor.line))
        }
    }

    @Test("a generator that rolls dice is found out, and what the catalogue asks for is named where it is asked for")
    func standard() async throws {
        try await withFolder { folder in
            _ = try await judge(["new", "dice", "--challenges", folder])
            let package = "\(folder)/dice"
            let generator = "\(package)/generators/generator.swift"
            let text = try String(contentsOfFile: generator, encoding: .utf8)
            // The jail gives every program the same dice, so the seed is what matters; the clock goes on.
            try text.replacing("random.uniform(-1000, 1000)", with: "Double.random(in: -1000...1000)")
                .replacing("Double($0) * 0.5", with: "Double($0) + Double(clock())").replacing(
                    "import", with: "import Glibc\nimport"
                )
                .write(toFile: generator, atomically: true, encoding: .utf8)
            for path in ["interview.yaml", "submissions/complexity_exceeded", "submissions/submissions.yaml"] {
                try FileManager.default.removeItem(atPath: "\(package)/\(path)")
            }
            let plain = try await judge(["verify", "dice", "--challenges", folder])
            #expect(plain.status == 1 && plain.output.contains("noise/long: its seed changes nothing"))
            #expect(plain.output.contains("drift/rising: the same seed gives other bytes each time"), "\(plain)")
            #expect(!plain.output.contains("interview.yaml"))
            let strict = try await judge(["verify", "dice", "--strict", "--challenges", folder])
            for expected in [
                "dice/interview.yaml: there is no such file", "exceeds the bound of time", "exceeds the bound of space",
                "wrong_answer/forgets_the_first.swift: submissions.yaml does not say",
            ] {
                #expect(strict.output.contains(expected), "\(expected): \(strict.output)")
            }
        }
    }

    private struct Mutated: Decodable {
        struct Survivor: Decodable {
            let line: String
            let becomes: String
        }
        let killed: Int
        let score: Double?
        let survivors: [Survivor]
    }
}
