import Foundation
import Support
import Testing

@testable import Registry

@Suite struct HostilePackageTests {
    @Test(arguments: ["problem.yaml", "data/secret/small/zero.yaml", "submissions/submissions.yaml", "complexity.yaml"])
    func aYAMLFileOfMoreThanAMebibyteIsNotRead(path: String) throws {
        let registry = try TemporaryRegistry([path: "# " + String(repeating: "x", count: 1 << 20) + "\n"])
        let expected = "sum/\(path): has 1048579 bytes; at most 1048576 are read"
        #expect(try registry.problems().contains(expected))
        #expect(try registry.failure() == expected)
    }

    @Test func aYAMLFileThatIsNotUTF8IsNotRead() throws {
        let registry = try TemporaryRegistry([:])
        try registry.write("sum/problem.yaml", Data(TemporaryRegistry.problem.utf8) + Data([0x23, 0xFF, 0x0A]))
        #expect(try registry.problems() == ["sum/problem.yaml:6: is not UTF-8; save the file in that encoding"])
        let summary = try #require(try registry.registry.list().first)
        #expect(summary.metadata == nil)
        #expect(summary.problem?.description == "sum/problem.yaml:6: is not UTF-8; save the file in that encoding")
    }

    /// A text whose name is not all of it.
    struct Text: CustomTestStringConvertible {
        var text: String
        var testDescription: String { "\(text.prefix(20).debugDescription), \(text.utf8.count) bytes" }
    }

    private static let broken = [
        "name: " + String(repeating: "[", count: 100_000), String(repeating: "- ", count: 400_000),
        String(repeating: "{a: ", count: 100_000), String(repeating: "? ", count: 400_000),
        "a: &a [x,x,x,x,x,x,x,x]\n" + (0..<20).map { _ in "b: [*a,*a]\n" }.joined(),
        (0..<70_000).map { "key\($0): 1\n" }.joined(), "!" + String(repeating: "x", count: 500_000),
        "\"" + String(repeating: "\\", count: 500_000), "%" + String(repeating: "YAML 1.1\n%", count: 50_000),
        "a: |" + String(repeating: "9", count: 100), String(repeating: "&a ", count: 100_000),
        String(repeating: "\t", count: 500_000), String(repeating: "a: b: ", count: 100_000), "*", "&", "---\n...\n---",
    ].map { Text(text: $0) }

    @Test(arguments: broken) func brokenYAMLIsAnsweredWithASentence(text: Text) throws {
        for path in ["problem.yaml", "data/secret/small/zero.yaml", "submissions/submissions.yaml"] {
            let registry = try TemporaryRegistry([path: text.text])
            let found = try registry.problems()
            #expect(!found.isEmpty)
            #expect(found.allSatisfy { $0.utf8.count < 2000 })
            #expect(try registry.failure() != nil)
        }
    }

    @Test func filesWithRandomFaultsAreAnswered() throws {
        let words = [
            "[", "]", "{", "}", ": ", "- ", "? ", "&a ", "*a ", "!!str ", "|\n", ">\n", "\"", "'", "#", "\n", "  ", "%",
            "é", "\u{1}", "...",
        ]
        let registry = try TemporaryRegistry([
            "data/secret/small/test_group.yaml": "args: [a]\n", "data/secret/large/test_group.yaml": "args: [b]\n",
        ])
        let files: [(path: String, text: String)] = [
            (
                "problem.yaml",
                TemporaryRegistry.problem + "type: scoring\nsource: [{name: x}]\ncredits: {authors: [A]}\n"
            ),
            ("submissions/submissions.yaml", "accepted/*: {permitted: [AC], secret/small: {required: [AC]}}\n"),
            ("generators/generators.yaml", "data: {secret: {data: {g: {data: {x: 'a {seed:1}'}}}}}\n"),
            ("data/secret/small/test_group.yaml", "args: [a, b]\ninput_validator_args: {validate: [x]}\n"),
        ]
        for (path, text) in files {
            for bytes in Mutants(of: [Array(text.utf8)], words: words, count: 100) {
                try registry.write("sum/\(path)", Data(bytes))
                #expect(try registry.problems().allSatisfy { $0.utf8.count < 2000 })
            }
            try registry.write("sum/\(path)", text)
        }
    }

    @Test func faultsAreCountedOnlyAsFarAsAnyoneReads() throws {
        let text = TemporaryRegistry.problem + (0..<5000).map { "key\($0): 1\n" }.joined()
        #expect(try TemporaryRegistry(["problem.yaml": text]).problems().count == 200)
    }

    @Test func controlsInAPackageNeverReachATerminal() throws {
        let text = TemporaryRegistry.problem + "\"\\e[31mred\\u202e\": 1\n"
        #expect(
            try TemporaryRegistry(["problem.yaml": text]).problems().first?.hasPrefix(
                "sum/problem.yaml:6:1: \\u{1B}[31mred\\u{202E}: unknown key; it may be ") == true)
    }

    @Test func aFIFOIsNeitherReadNorWaitedFor() throws {
        let registry = try TemporaryRegistry(["problem.yaml": nil])
        #expect(mkfifo("\(registry.root)/sum/problem.yaml", 0o600) == 0)
        #expect(mkfifo("\(registry.root)/sum/data/secret/small/one.in", 0o600) == 0)
        #expect(
            try registry.problems() == [
                "sum/problem.yaml: is neither a file nor a folder",
                "sum/problem.yaml: there is no such file; every package has one",
                "sum/data/secret/small/one.in: is neither a file nor a folder",
            ])
        #expect(
            try registry.registry.list().first?.problem?.description == "sum/problem.yaml: is not a regular file")
    }

    @Test func linksOutOfThePackageAreRefused() throws {
        let registry = try TemporaryRegistry([:])
        try registry.write("secret.txt", "password\n")
        try registry.link("sum/data/secret/small/one.in", to: "../../../../secret.txt")
        try registry.link("sum/data/secret/small/one.ans", to: "/etc/hostname")
        try registry.link("sum/attachments/etc", to: "/etc")
        try registry.link("sum/attachments/none", to: "nothing")
        let refused = "links to a place outside the package, which is refused; copy it into the package"
        #expect(
            try registry.problems() == [
                "sum/attachments/etc: \(refused)", "sum/attachments/none: links to nothing",
                "sum/data/secret/small/one.ans: \(refused)", "sum/data/secret/small/one.in: \(refused)",
            ])
    }

    @Test func aMetadataFileThatLeavesThePackageIsNotListed() throws {
        let registry = try TemporaryRegistry(["problem.yaml": nil])
        try registry.write("other.yaml", TemporaryRegistry.problem)
        try registry.link("sum/problem.yaml", to: "../other.yaml")
        let summary = try #require(try registry.registry.list().first)
        #expect(summary.metadata == nil)
        #expect(
            summary.problem?.description == """
                sum/problem.yaml: links to a place outside the package, which is refused; copy it into the package
                """)
    }

    @Test func linksWithinThePackageAreFollowed() throws {
        let registry = try TemporaryRegistry([:])
        try registry.link("sum/data/secret/small/one.in", to: "../../sample/one.in")
        try registry.link("sum/data/secret/small/one.ans", to: "../../sample/one.ans")
        try registry.link("sum/data/secret/copies", to: "../sample")
        #expect(try registry.problems() == [])
        #expect(
            try registry.challenge().caseNames == [
                "sample/one", "secret/copies/one", "secret/large/huge", "secret/small/one", "secret/small/zero",
            ])
    }

    @Test func aLinkToAFolderThatHoldsItEndsNowhere() throws {
        let registry = try TemporaryRegistry([:])
        try registry.link("sum/data/secret/small/again", to: "..")
        #expect(
            try registry.problems() == [
                "sum/data/secret/small/again: links to a folder that it lies in itself"
            ])
    }

    @Test func foldersAreFollowedOnlySoDeep() throws {
        let deep = (0..<40).map { "d\($0)" }.joined(separator: "/")
        let found = try TemporaryRegistry(["data/secret/\(deep)/a.in": ""]).problems()
        #expect(found.contains { $0.hasSuffix("lies deeper than 16 folders and is not read") })
    }

    @Test func aFolderInPlaceOfAFileIsNoFile() throws {
        let registry = try TemporaryRegistry(["problem.yaml": nil])
        try registry.write("sum/problem.yaml/x", "")
        #expect(try registry.problems() == ["sum/problem.yaml: there is no such file; every package has one"])
        #expect(
            try registry.registry.list().first?.problem?.description == "sum/problem.yaml: is not a regular file")
    }

    @Test func mutantsOfRealFilesAreReadOrRefusedAtALineThatTheyHave() throws {
        let paths = FileManager.default.enumerator(atPath: Checkout.challenges)?.compactMap { $0 as? String } ?? []
        let originals = paths.filter { $0.hasSuffix(".yaml") }.sorted().map {
            [UInt8](FileManager.default.contents(atPath: Checkout.challenge($0)) ?? Data())
        }
        try #require(originals.count > 10)
        let words = [
            "- ", "&a ", "*a", "<<: *a", "!!int ", "? ", "| ", "> ", "'", "---\n", "...", "#", "{{", "[[", "~",
        ]
        var read = 0
        for bytes in Mutants(of: originals, words: words, count: 20_000) {
            do throws(YAMLFault) {
                _ = try YAMLParser.parse(bytes)
                read += 1
            } catch {
                // YAML's lines end with more than line feeds.
                let lines =
                    String(decoding: bytes, as: UTF8.self).unicodeScalars.count {
                        ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains($0)
                    } + 2
                #expect((1...lines).contains(error.line ?? 1) && !error.message.isEmpty)
            }
        }
        // Neither all nor none: else the mutants try nothing.
        #expect(read > 1000 && read < 19_000)
    }
}
