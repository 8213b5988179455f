import Foundation
import JudgeCore
import Synchronization
import Testing

@testable import Registry

@Suite struct RegistryTests {
    /// The paths that a registry opens, from its root.
    private final class Opened: Sendable {
        private let paths = Mutex<[String]>([])

        func registry(_ temporary: TemporaryRegistry) -> Registry {
            let root = resolved(temporary.root) ?? temporary.root
            return Registry(root: temporary.root) { path in
                self.paths.withLock { $0.append(String(path.dropFirst(root.utf8.count + 1))) }
            }
        }

        /// What was opened since the last call, sorted.
        func take() -> [String] {
            paths.withLock { paths in
                defer { paths = [] }
                return paths.sorted()
            }
        }
    }

    /// Lets file times pass the moment in which a change could go unseen.
    private func settle() { usleep(80_000) }

    private func message(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch {
            return (error as? JudgeError)?.message
        }
    }

    // MARK: Lists

    @Test func aListShowsEachPackageByItsSlug() throws {
        let temporary = try TemporaryRegistry()
        try temporary.add("sum", ["problem.yaml": TemporaryRegistry.problem + "keywords: [sums, hard]\n"])
        try temporary.add("difference")
        try temporary.write("README.md", "Challenges.\n")
        try temporary.write(".cache/x", "")
        let list = try temporary.registry.list()
        #expect(list.map(\.slug) == ["difference", "sum"])
        #expect(list[1].name == "Sum")
        #expect(list[1].keywords == ["sums", "hard"])
        #expect(list[1].difficulty == .hard)
        #expect(list[0].difficulty == nil)
        #expect(list[1].limits?.timeLimit == 1)
        #expect(list.allSatisfy { $0.problem == nil })
        #expect(try temporary.registry.slugs() == ["difference", "sum"])
    }

    @Test func aBrokenPackageIsListedWithItsFaultAndHidesNoOther() throws {
        let temporary = try TemporaryRegistry()
        try temporary.add("sum")
        try temporary.add("broken", ["problem.yaml": "name: [\n"])
        try temporary.add("odd", ["problem.yaml": TemporaryRegistry.problem + "keywrods: [x]\n"])
        try temporary.write("empty/x", "")
        try temporary.write("Not A Slug/problem.yaml", TemporaryRegistry.problem)
        let list = try temporary.registry.list()
        #expect(list.map(\.slug) == ["Not A Slug", "broken", "empty", "odd", "sum"])
        #expect(
            list.map { $0.problem?.description } == [
                """
                Not A Slug: the folder's name must consist of lowercase letters and digits, and '-' or '_' between \
                them; rename it
                """,
                "broken/problem.yaml:2:1: not YAML: did not find expected node content",
                "empty/problem.yaml: there is no such file",
                "odd/problem.yaml:6:1: keywrods: unknown key; did you mean 'keywords'?",
                nil,
            ])
        #expect(list.map(\.name) == ["Not A Slug", "broken", "empty", "Sum", "Sum"])
    }

    @Test func aThousandPackagesAreListedByTheirMetadataFilesAlone() throws {
        let temporary = try TemporaryRegistry()
        for number in 0..<1000 {
            try temporary.write("p\(number)/problem.yaml", TemporaryRegistry.problem)
        }
        try temporary.add("p0")
        let opened = Opened()
        let registry = opened.registry(temporary)
        settle()
        #expect(try registry.list().count == 1000)
        #expect(opened.take() == (0..<1000).map { "p\($0)/problem.yaml" }.sorted())
        #expect(try registry.list().count == 1000)
        #expect(opened.take() == [])
        try temporary.write("p7/problem.yaml", TemporaryRegistry.problem.replacing("Sum", with: "Total"))
        #expect(try registry.list().first { $0.slug == "p7" }?.name == "Total")
        #expect(opened.take() == ["p7/problem.yaml"])
    }

    @Test func aRootThatIsNoFolderIsAnError() throws {
        let temporary = try TemporaryRegistry()
        try temporary.write("file", "")
        for path in ["\(temporary.root)/none", "\(temporary.root)/file"] {
            let expected = "there is no folder '\(path)' with challenges; name one with --challenges DIR"
            #expect(message { _ = try Registry(root: path).list() } == expected)
            #expect(message { _ = try Registry(root: path).challenge("sum") } == expected)
        }
        #expect(try temporary.registry.list() == [])
    }

    // MARK: One challenge

    @Test(arguments: [
        ("kmean", "there is no challenge 'kmean'; did you mean 'kmeans'? (`judge list` shows all)"),
        ("K-Means", "there is no challenge 'K-Means'; did you mean 'kmeans'? (`judge list` shows all)"),
        (
            "linreg",
            "there is no challenge 'linreg'; did you mean 'linearregression'? (`judge list` shows all)"
        ),
        ("sorting", "there is no challenge 'sorting' (`judge list` shows all)"),
        ("", "there is no challenge '' (`judge list` shows all)"),
        ("../kmeans", "there is no challenge '../kmeans'; did you mean 'kmeans'? (`judge list` shows all)"),
        ("..", "there is no challenge '..' (`judge list` shows all)"),
        ("a\u{1B}[2J", "there is no challenge 'a\\u{1B}[2J' (`judge list` shows all)"),
        ("kmeans\n", "there is no challenge 'kmeans '; did you mean 'kmeans'? (`judge list` shows all)"),
    ])
    func anUnknownChallengeIsAnsweredWithTheNearest(slug: String, expected: String) throws {
        let temporary = try TemporaryRegistry()
        for name in ["kmeans", "knn", "linearregression"] {
            try temporary.write("\(name)/problem.yaml", TemporaryRegistry.problem)
        }
        do throws(JudgeError) {
            _ = try temporary.registry.challenge(slug)
            Issue.record("there is no such challenge")
        } catch {
            #expect(error.kind == .usage)
            #expect(error.code == "unknown-challenge")
            #expect(error.message == expected)
        }
        #expect(message { _ = try temporary.registry.check(slug) } == expected)
    }

    @Test func aRegistryMayLinkToPackagesElsewhere() throws {
        let elsewhere = try TemporaryRegistry([:])
        let temporary = try TemporaryRegistry()
        try temporary.link("total", to: "\(elsewhere.root)/sum")
        #expect(try temporary.registry.list().map(\.name) == ["Sum"])
        #expect(try temporary.challenge("total").caseNames.count == 3)
    }

    // MARK: Changes

    @Test func aChallengeIsReadOnceAndThenOnlyLookedAt() throws {
        let temporary = try TemporaryRegistry([:])
        settle()
        let opened = Opened()
        let registry = opened.registry(temporary)
        _ = try registry.challenge("sum")
        let first = opened.take()
        #expect(first.contains("sum/problem.yaml"))
        #expect(!first.contains { $0.hasSuffix(".in") || $0.hasSuffix(".ans") || $0.hasSuffix(".swift") })
        _ = try registry.challenge("sum")
        #expect(opened.take() == [])
    }

    @Test(arguments: [
        ("problem.yaml", TemporaryRegistry.problem.replacing("Sum", with: "Mus")),
        ("data/secret/small/zero.yaml", "hint: Zero.\n"), ("data/secret/test_group.yaml", "args: [x]\n"),
        ("data/secret/small/two.in", ""), ("statement/problem.en.md", "Add two integerz.\n"),
        ("submissions/submissions.yaml", "accepted: {message: x}\n"), ("submissions/accepted/b.swift", ""),
        ("complexity.yaml", TemporaryRegistry.growth), ("output_validator/a.swift", ""),
        ("include/swift/more.swift", ""),
        ("attachments/templates/swift/a.swift", ""),
    ])
    func aChallengeIsReadAgainWhenOneOfItsFilesChanges(path: String, text: String) throws {
        let temporary = try TemporaryRegistry(["data/secret/small/two.ans": nil])
        settle()
        let opened = Opened()
        let registry = opened.registry(temporary)
        _ = try registry.challenge("sum")
        _ = opened.take()
        try temporary.write("sum/\(path)", text)
        _ = try? registry.challenge("sum")
        #expect(opened.take().contains("sum/problem.yaml"))
    }

    @Test func aChangeInTheVeryMomentOfReadingIsSeen() throws {
        let temporary = try TemporaryRegistry([:])
        let registry = temporary.registry
        // Files of equal length, written right after the other was read: only time tells them apart, if at all.
        for number in 0..<50 {
            let name = "S\(number % 2)m"
            try temporary.write("sum/problem.yaml", TemporaryRegistry.problem.replacing("Sum", with: name))
            #expect(try registry.challenge("sum").name == name)
            #expect(try registry.list().first?.name == name)
        }
    }

    @Test func aPackageThatGoesAndComesBackIsFollowed() throws {
        let temporary = try TemporaryRegistry([:])
        settle()
        let registry = temporary.registry
        _ = try registry.challenge("sum")
        _ = try registry.list()
        try temporary.remove("sum")
        #expect(try registry.list() == [])
        #expect(message { _ = try registry.challenge("sum") } == "there is no challenge 'sum' (`judge list` shows all)")
        try temporary.add("sum", ["problem.yaml": TemporaryRegistry.problem.replacing("Sum", with: "Total")])
        #expect(try registry.challenge("sum").name == "Total")
        #expect(try registry.list().map(\.name) == ["Total"])
    }

    @Test func aBrokenPackageIsReadAgainWhenItIsMended() throws {
        let temporary = try TemporaryRegistry(["problem.yaml": "name: [\n"])
        settle()
        let registry = temporary.registry
        #expect(message { _ = try registry.challenge("sum") } != nil)
        #expect(try registry.list().first?.problem != nil)
        try temporary.write("sum/problem.yaml", TemporaryRegistry.problem)
        #expect(try registry.challenge("sum").name == "Sum")
        #expect(try registry.list().first?.problem == nil)
    }

    @Test func manyThreadsReadOneRegistry() throws {
        let temporary = try TemporaryRegistry()
        for number in 0..<8 { try temporary.add("p\(number)") }
        let registry = temporary.registry
        let failures = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: 64) { index in
            let isRead = (try? registry.challenge("p\(index % 8)"))?.caseNames.count == 3
            let isListed = (try? registry.list())?.count == 8
            if !isRead || !isListed { failures.withLock { $0 += 1 } }
        }
        #expect(failures.withLock(\.self) == 0)
    }

    @Test func onlySoManyChallengesAreKept() throws {
        let temporary = try TemporaryRegistry()
        for number in 0..<80 { try temporary.write("p\(number)/problem.yaml", TemporaryRegistry.problem) }
        settle()
        let opened = Opened()
        let registry = opened.registry(temporary)
        for number in 0..<80 { _ = try registry.challenge("p\(number)") }
        _ = opened.take()
        _ = try registry.challenge("p79")
        #expect(opened.take() == [])
        _ = try registry.challenge("p0")
        #expect(opened.take().contains("p0/problem.yaml"))
    }
}
