import Foundation
import Support
import Testing

/// A disk that forgets, a crash before it had it all, a hand: nothing of that makes a verdict.
@Suite("A damaged state folder", .serialized)
struct DamageTests {
    /// The paths below `folder` that end in `ending`, in order.
    private func files(_ folder: String, _ ending: String) -> [String] {
        (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? [])
            .filter { $0.hasSuffix(ending) }.sorted().map { "\(folder)/\($0)" }
    }

    /// Changes one byte in the middle, and nothing that a listing shows.
    private func flip(_ path: String) throws {
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        let size = try file.seekToEnd()
        try file.seek(toOffset: size / 2)
        let byte = try #require(try file.read(upToCount: 1)?.first)
        try file.seek(toOffset: size / 2)
        try file.write(contentsOf: Data([byte ^ 0x20]))
        try file.close()
    }

    @Test("is told of, set aside, and made anew, and the verdict is the same")
    func damaged() async throws {
        try await withFolder { folder in
            let solution = Checkout.challenge("kmeans/submissions/accepted/plain.swift")
            let arguments = ["submit", solution, "--challenge", "kmeans", "--state", folder, "--format", "json"]
            let first = try await judge(arguments)
            #expect(first.status == 0, "\(first.errors)")
            let again = try await judge(arguments)
            #expect(again.status == 0 && !again.errors.contains("damaged"), "\(again.errors)")
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/damaged"))

            var harmed: [String] = []
            for path in files("\(folder)/cache/executables", "/program") { harmed.append(path) }
            for ending in ["/metered", "/ChallengeKit.o"] {
                harmed.append(try #require(files("\(folder)/cache", ending).first))
            }
            for ending in ["/case.in", "/case.ans", "/model.json"] {
                harmed.append(try #require(files("\(folder)/data/kmeans", ending).first))
                harmed.append(try #require(files("\(folder)/data/kmeans", ending).last))
            }
            for path in harmed { try flip(path) }
            let memo = try #require(files("\(folder)/cache/modules", ".json").first)
            try write("{", to: memo)

            let mended = try await judge(arguments)
            #expect(mended.status == 0, "\(mended.output) \(mended.errors)")
            #expect(mended.errors.contains("\(memo) was damaged"))
            for path in Set(harmed.map { URL(fileURLWithPath: $0).deletingLastPathComponent().path }) {
                #expect(mended.errors.contains("judge: \(path) was damaged ("), "\(path)")
            }
            // All figures but those of time: the same cases, the same counts.
            for (one, other) in zip(try Self.figures(first), try Self.figures(mended)) { #expect(one == other) }
            let last = try await judge(arguments)
            #expect(last.status == 0 && !last.errors.contains("damaged"), "\(last.errors)")
        }
    }

    @Test("that was moved elsewhere grades as it did before")
    func moved() async throws {
        try await withFolder { folder in
            let file = "\(folder)/kmeans.swift"
            let text = try String(
                contentsOfFile: Checkout.challenge("kmeans/submissions/accepted/plain.swift"), encoding: .utf8)
            var verdicts: [Finished] = []
            for place in ["here", "there"] {
                try write("\(text)// \(place)\n", to: file)
                verdicts.append(
                    try await judge(["submit", file, "--state", "\(folder)/\(place)", "--format", "json", "--quiet"]))
                if place == "here" {
                    try FileManager.default.moveItem(atPath: "\(folder)/here", toPath: "\(folder)/there")
                }
            }
            #expect(verdicts.map(\.status) == [0, 0], "\(verdicts[1].output) \(verdicts[1].errors)")
            for (one, other) in zip(try Self.figures(verdicts[0]), try Self.figures(verdicts[1])) {
                #expect(one == other)
            }
        }
    }

    /// What of a report must never change: verdicts, cases and growth.
    private static func figures(_ finished: Finished) throws -> [String] {
        let report = try report(finished)
        let groups = report["groups"] as? [[String: Any]] ?? []
        let cases = groups.flatMap { $0["cases"] as? [[String: Any]] ?? [] }
        let growth = try JSONSerialization.data(withJSONObject: report["complexity"] ?? [:], options: .sortedKeys)
        return cases.map { "\($0["name"] ?? "") \($0["verdict"] ?? "") \($0["metrics"] ?? "")" }
            + [String(decoding: growth, as: UTF8.self)]
    }
}
