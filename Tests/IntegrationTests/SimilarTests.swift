import Foundation
import Support
import Testing

@Suite("judge similar")
struct SimilarTests {
    private static let corpus = "\(Checkout.root)/Tests/Similarity/Corpus"

    private struct Group: Decodable {
        struct Side: Decodable {
            let file: String
            let share: Double
        }
        struct Lines: Decodable { let first, second: [Int] }
        struct Pair: Decodable {
            let similarity: Double
            let first, second: Side
            let lines: [Lines]
        }
        let challenge: String
        let files, compared_pairs, alike_pairs: Int
        let too_small: [String]
        let pairs: [Pair]
    }

    private func groups(_ finished: Finished) throws -> [Group] {
        try JSONDecoder().decode([Group].self, from: Data(finished.output.utf8))
    }

    /// Copies files of the corpus into a folder, each to the path that is named for it.
    private func copy(_ files: KeyValuePairs<String, String>, into folder: String) throws {
        for (path, file) in files {
            try write(try String(contentsOfFile: file, encoding: .utf8), to: "\(folder)/\(path)")
        }
    }

    @Test("copies are found in both layouts of folders, only among solutions of one challenge, and the exit code is 0")
    func layouts() async throws {
        try await withFolder { folder in
            try copy(
                [
                    "solutions/ann/kmeans.swift": "\(Self.corpus)/kmeans/ada.swift",
                    "solutions/bob/kmeans.swift": "\(Self.corpus)/kmeans/ada-renamed.swift",
                    "solutions/cem/kmeans.swift": "\(Self.corpus)/kmeans/dan.swift",
                    "solutions/.git/kmeans.swift": "\(Self.corpus)/kmeans/ada.swift",
                    "solutions/ann/knn.swift": "\(Self.corpus)/kmeans/ada.swift",
                    "knn/dee.swift": "\(Self.corpus)/knn/ben.swift",
                ], into: folder)
            try FileManager.default.createSymbolicLink(
                atPath: "\(folder)/solutions/eve.swift", withDestinationPath: "ann/kmeans.swift")
            let finished = try await judge(
                ["similar", "solutions/", "knn", "solutions/ann", "--format", "json"], directory: folder)
            #expect(finished.status == 0 && finished.errors.isEmpty, "\(finished.errors)")
            let groups = try groups(finished)
            #expect(groups.map(\.challenge) == ["kmeans", "knn"] && groups.map(\.files) == [3, 2])
            #expect(groups[0].compared_pairs == 3 && groups[0].alike_pairs == 1 && groups[1].alike_pairs == 0)
            let pair = try #require(groups[0].pairs.first)
            #expect(
                [pair.first.file, pair.second.file] == ["solutions/ann/kmeans.swift", "solutions/bob/kmeans.swift"])
            #expect(pair.similarity > 0.9 && pair.first.share > 0.9)
            #expect(!pair.lines.isEmpty && pair.lines.allSatisfy { $0.first[0] <= $0.first[1] && $0.second[0] >= 1 })
        }
    }

    @Test("text names the pairs with their shares and lines, or says what was the most alike")
    func text() async throws {
        let pair = ["knn/ada.swift", "knn/ada-padded.swift"]
        let finished = try await judge(["similar"] + pair, directory: Self.corpus)
        #expect(finished.status == 0)
        #expect(finished.output.contains("2 files, 1 pair compared, 1 at least"))
        #expect(finished.output.firstMatch(of: /\d+ %  .*ada\.swift +\d+ %  .*ada-padded\.swift +\d+ %/) != nil)
        #expect(finished.output.firstMatch(of: /lines \d+ to \d+  and  lines \d+ to \d+/) != nil)
        let others = try await judge(["similar", "knn/ben.swift", pair[0]], directory: Self.corpus)
        #expect(others.status == 0 && others.output.contains("alike; the most alike are"), "\(others.output)")
        let strict = try await judge(["similar", "--threshold", "100"] + pair, directory: Self.corpus)
        #expect(strict.output.contains("none 100 % alike"))
    }

    @Test("what the packaged solutions and the starter have is left out")
    func leftOut() async throws {
        try await withFolder { folder in
            let plain = Checkout.challenge("kmeans/submissions/accepted/plain.swift")
            let starter = Checkout.challenge("kmeans/attachments/templates/swift/kmeans.swift")
            try copy(["a.swift": plain, "b.swift": plain, "c.swift": starter], into: folder)
            let finished = try await judge(
                ["similar", ".", "--challenge", "kmeans", "--format", "json"], directory: folder)
            let group = try #require(try groups(finished).first)
            #expect(group.too_small == ["a.swift", "b.swift", "c.swift"] && group.compared_pairs == 0)
            let text = try await judge(["similar", ".", "--challenge", "kmeans"], directory: folder)
            #expect(text.output.contains("Too little to compare is left of 3 files"))
        }
    }

    @Test("html is one page that stands alone")
    func html() async throws {
        try await withFolder { folder in
            let finished = try await judge(
                ["similar", "\(Self.corpus)/dbscan", "--format", "html", "--output", "\(folder)/alike.html"])
            #expect(finished.status == 0 && finished.output.isEmpty, "\(finished.errors)")
            let page = try String(contentsOfFile: "\(folder)/alike.html", encoding: .utf8)
            #expect(page.hasPrefix("<!DOCTYPE html>") && !page.contains("<script"))
            #expect(page.contains("dbscan/ada-renamed.swift") && page.contains("href=\"#pair1-second-1\""))
        }
    }

    @Test("what cannot be compared is one sentence and 64 where it was named, and a warning where its folder was")
    func badInput() async throws {
        try await withFolder { folder in
            let good = "\(Self.corpus)/kmeans/ada.swift"
            try copy(
                ["in/kmeans.swift": good, "in/helper.swift": good, "in/more/io.swift": good, "none/io.swift": good],
                into: folder)
            try Data([0x66, 0xFF, 0x0A]).write(to: URL(fileURLWithPath: "\(folder)/in/knn.swift"))
            try write("", to: "\(folder)/empty/readme.txt")
            for (arguments, sentence) in [
                (
                    ["none"],
                    "none/io.swift is named after no challenge, nor is its folder; say which with --challenge ID"
                ),
                (["in/helper.swift"], "in/helper.swift is named after no challenge, nor is its folder"),
                (["in/knn.swift"], "in/knn.swift, line 1: the bytes are not UTF-8"),
                (["nowhere"], "nowhere cannot be read: No such file or directory"),
                (["empty"], "there is no Swift file in empty"),
                (["in/kmeans.swift", "--challenge", "kmean"], "there is no challenge 'kmean'; did you mean 'kmeans'?"),
                (["in/kmeans.swift", "--challenge", "quizbasics"], "quizbasics is a quiz"),
                (["in/kmeans.swift", "--threshold", "101"], "--threshold takes a number from 0 to 100"),
                (["in/kmeans.swift", "--limit", "0"], "--limit takes a whole number from 1"),
            ] {
                let finished = try await judge(["similar"] + arguments, directory: folder)
                #expect(finished.status == 64, "\(arguments)")
                #expect(finished.errors.contains(sentence), "\(finished.errors)")
            }
            let finished = try await judge(["similar", "in"], directory: folder)
            #expect(finished.status == 0)
            #expect(finished.output.contains("1 file, nothing to compare"), "\(finished.output)")
            #expect(finished.errors.contains("in/helper.swift (and 1 other file) is named after no challenge"))
            #expect(finished.errors.contains("in/knn.swift, line 1: the bytes are not UTF-8"))
        }
    }
}
