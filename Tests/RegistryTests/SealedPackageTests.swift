import Foundation
import JudgeCore
import Support
import Testing

@testable import Registry

/// Packages whose hidden parts are encrypted.
@Suite(.serialized) struct SealedPackageTests {
    private static let key = SealKey.random()
    private static let slug = "debugkmeans"

    private static func files(_ folder: String) throws -> [String: Data] {
        let paths = FileManager.default.subpaths(atPath: folder) ?? []
        return Dictionary(
            uniqueKeysWithValues: paths.compactMap { path in
                FileManager.default.contents(atPath: "\(folder)/\(path)").map { (path, $0) }
            })
    }

    private func withSealed(_ body: (_ folder: String) throws -> Void) async throws {
        try await withFolder { folder in
            try SealedPackage.seal(
                Self.slug, folder: Checkout.challenge(Self.slug), to: "\(folder)/sealed/\(Self.slug)", key: Self.key)
            try body(folder)
        }
    }

    @Test func `nothing hidden is readable, and with the key everything is as it was`() async throws {
        try await withSealed { folder in
            let before = try Self.files(Checkout.challenge(Self.slug))
            let sealed = try Self.files("\(folder)/sealed/\(Self.slug)")
            #expect(sealed.keys.contains("sealed.judge") && sealed.keys.contains { $0.hasPrefix("data/sample/") })
            for path in sealed.keys where path != "sealed.judge" {
                #expect(SealedPackage.isOpen(path) && sealed[path] == before[path], "\(path)")
            }
            let hidden = before.filter { !SealedPackage.isOpen($0.key) }
            #expect(hidden.keys.contains { $0.hasPrefix("data/secret/") })
            for word in [
                "submissions/", "generators/", "solution/", "debugging.yaml", "data/secret", "data/invalid_output",
            ] {
                #expect(hidden.keys.contains { $0.hasPrefix(word) }, "\(word)")
            }
            let bytes = try #require(sealed["sealed.judge"])
            for (path, data) in hidden {
                #expect(bytes.range(of: Data(path.utf8)) == nil, "\(path)")
                if data.count > 8 { #expect(bytes.range(of: data) == nil, "\(path)") }
            }
            try SealedPackage.unseal(
                Self.slug, folder: "\(folder)/sealed/\(Self.slug)", to: "\(folder)/opened", key: Self.key)
            #expect(try Self.files("\(folder)/opened") == before)
        }
    }

    @Test func `a registry with the key reads it whole, and leaves nothing behind when it is closed`() async throws {
        try await withSealed { folder in
            let whole = try Registry(root: Checkout.challenges).challenge(Self.slug)
            let without = try Registry(root: "\(folder)/sealed").challenge(Self.slug)
            #expect(without.isSealed && without.submissions.isEmpty && without.groups.map(\.name) == ["sample"])
            #expect(throws: JudgeError.self) { try without.mustBeOpen() }
            let registry = Registry(root: "\(folder)/sealed", key: Self.key)
            let opened = try registry.challenge(Self.slug)
            #expect(!opened.isSealed && opened.submissions.map(\.path) == whole.submissions.map(\.path))
            #expect(opened.plantedBugs.count == whole.plantedBugs.count && opened.groups.count == whole.groups.count)
            #expect(try registry.check(Self.slug) == [])
            #expect(try registry.challenge(Self.slug).folder == opened.folder)
            let place = URL(fileURLWithPath: opened.folder).deletingLastPathComponent().deletingLastPathComponent().path
            let mode = try FileManager.default.attributesOfItem(atPath: place)[.posixPermissions] as? Int
            #expect(mode == 0o700)
            // What is open to everybody may change; then it is read anew.
            let statement = "\(folder)/sealed/\(Self.slug)/statement/problem.en.md"
            try Data("Other words.\n".utf8).write(to: URL(fileURLWithPath: statement))
            #expect(try registry.challenge(Self.slug).statements.preferred()?.text == "Other words.\n")
            Registry.close()
            #expect(!FileManager.default.fileExists(atPath: place))
        }
    }

    @Test func `another key, another name, and any changed byte are found`() async throws {
        try await withSealed { folder in
            let sealed = "\(folder)/sealed/\(Self.slug)"
            func opens(_ slug: String, _ key: SealKey) -> Bool {
                (try? SealedPackage.unseal(slug, folder: sealed, to: "\(folder)/\(UUID().uuidString)", key: key)) != nil
            }
            #expect(opens(Self.slug, Self.key) && !opens("kmeans", Self.key) && !opens(Self.slug, .random()))
            let file = URL(fileURLWithPath: "\(sealed)/sealed.judge")
            let good = try Data(contentsOf: file)
            for place in [0, 12, 13, 30, good.count / 2, good.count - 1] {
                var bad = good
                bad[place] ^= 1
                try bad.write(to: file)
                #expect(!opens(Self.slug, Self.key), "byte \(place)")
            }
            try good.dropLast().write(to: file)
            #expect(!opens(Self.slug, Self.key))
            try good.write(to: file)
            #expect(opens(Self.slug, Self.key))
        }
    }

    @Test(arguments: ["abc", String(repeating: "A", count: 42), "not base64 at all, but long enough to be one!!!"])
    func `a key that is none is refused without being told`(text: String) {
        let error = #expect(throws: JudgeError.self) { try SealKey(environment: [SealKey.variable: text]) }
        #expect(error?.code == "bad-seal-key" && error?.message.contains(text) == false)
    }

    @Test func `no key is no mistake, and what is written is read`() throws {
        #expect(try SealKey(environment: [:]) == nil && SealKey(environment: [SealKey.variable: ""]) == nil)
        let key = SealKey.random()
        #expect(try SealKey(environment: [SealKey.variable: " \(key.text)\n"])?.text == key.text)
    }

    @Test func `what has nothing to hide, and quizzes, are not sealed`() async throws {
        try await withSealed { folder in
            for (slug, place, code) in [
                (Self.slug, "\(folder)/sealed/\(Self.slug)", "sealed-package"),
                ("quizbasics", Checkout.challenge("quizbasics"), "is-quiz"),
            ] {
                let error = #expect(throws: JudgeError.self) {
                    try SealedPackage.seal(slug, folder: place, to: "\(folder)/new", key: Self.key)
                }
                #expect(error?.code == code)
            }
        }
    }
}
