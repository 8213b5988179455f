import Crypto
import Foundation
import JudgeCore
import Support
import Testing

@testable import Registry

/// What a publisher writes and nodes read: keys, manifests, archives, and the folder in which a node has them.
@Suite struct PublishedTests {
    private static let publisher = PublishKey.random()
    private static let node = try! publisher.node
    private static let slug = "debugkmeans"

    // MARK: Keys

    @Test func `both keys are read as they were written, and the node's follows from the publisher's`() throws {
        let key = try #require(try PublishKey(environment: [PublishKey.variable: " \(Self.publisher.text)\n"]))
        #expect(key.text == Self.publisher.text && key.text.hasPrefix("judge-publish-"))
        #expect(try key.node == Self.node)
        let node = try #require(try NodeKey(environment: [NodeKey.variable: "\(Self.node.text)\n"]))
        #expect(node == Self.node && node.text.hasPrefix("judge-node-"))
        #expect(try PublishKey.random().node != Self.node)
        #expect(try PublishKey(environment: [:]) == nil && NodeKey(environment: [NodeKey.variable: ""]) == nil)
    }

    @Test func `a key in the other's place, or none, is refused without being told`() throws {
        let (publisher, node) = (Self.publisher.text, Self.node.text)
        for text in [node, "judge-publish-AAAA", String(publisher.dropFirst()), publisher + "A", "#x#"] {
            let error = #expect(throws: JudgeError.self) { try PublishKey(environment: [PublishKey.variable: text]) }
            #expect(error?.code == "bad-publish-key" && error?.message.contains(text) == false)
        }
        for text in [publisher, "judge-node-AAAA", String(node.dropFirst()), node + "A", "#x#"] {
            let error = #expect(throws: JudgeError.self) { try NodeKey(environment: [NodeKey.variable: text]) }
            #expect(error?.code == "bad-node-key" && error?.message.contains(text) == false)
        }
        let mixed = #expect(throws: JudgeError.self) { try NodeKey(environment: [NodeKey.variable: publisher]) }
        #expect(mixed?.message.contains("no node should have") == true)
    }

    // MARK: Manifests

    private func manifest(_ number: Int64 = 7, _ entries: [Manifest.Entry] = []) -> Manifest {
        Manifest(number: number, salt: Self.node.digest(of: [1]), entries: entries)
    }

    @Test func `a manifest is what its publisher has signed, to the last byte`() throws {
        let entries = ["knn", "kmeans"].map { Manifest.Entry(slug: $0, version: 3, digest: Self.node.digest(of: [2])) }
        let manifest = manifest(7, entries)
        let signature = try manifest.signature(by: Self.publisher)
        let text = manifest.text
        #expect(try Manifest(text: text, signature: signature, key: Self.node) == manifest)
        #expect(manifest.entries.map(\.slug) == ["kmeans", "knn"])
        func isRefused(_ text: String, _ signature: [UInt8], _ key: NodeKey = Self.node) -> Bool {
            do {
                _ = try Manifest(text: text, signature: signature, key: key)
                return false
            } catch { return error.code == "bad-manifest" }
        }
        for place in text.utf8.indices {
            let offset = text.utf8.distance(from: text.utf8.startIndex, to: place)
            var bytes = Array(text.utf8)
            bytes[offset] ^= 1
            #expect(isRefused(String(decoding: bytes, as: UTF8.self), signature), "byte \(offset)")
        }
        for place in signature.indices {
            var bad = signature
            bad[place] ^= 1
            #expect(isRefused(text, bad), "byte \(place)")
        }
        #expect(isRefused(text, []) && isRefused(text, signature + [0]) && isRefused("", signature))
        #expect(isRefused(text, signature, try PublishKey.random().node))
    }

    @Test func `what is signed and no manifest is refused too`() throws {
        let digest = Self.node.digest(of: [2])
        let head = "judge-manifest/1\nnumber 7\nsalt \(digest)\n"
        for text in [
            "", "judge-manifest/2\nnumber 7\nsalt \(digest)\n", "judge-manifest/1\nnumber 7\n",
            "judge-manifest/1\nnumber x\nsalt \(digest)\n", "judge-manifest/1\nnumber 7\nsalt ../x\n",
            head + "challenge ../etc 1 \(digest)\n", head + "challenge knn 0 \(digest)\n",
            head + "challenge knn 1 ../../etc\n", head + "challenge knn 1 \(digest)", head + "\n",
            head + "challenge knn 1 \(digest)\nchallenge knn 2 \(digest)\n",
        ] {
            let signature = try Self.publisher.signature(of: text)
            #expect(throws: JudgeError.self, "\(text)") {
                try Manifest(text: text, signature: signature, key: Self.node)
            }
        }
    }

    // MARK: Archives

    @Test func `an archive holds all files of a package, and which of them can be run`() async throws {
        try await withFolder { folder in
            let place = "\(folder)/\(Self.slug)"
            try FileManager.default.copyItem(atPath: Checkout.challenge(Self.slug), toPath: place)
            let tool = "input_validators/validate.swift"
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(place)/\(tool)")
            let archive = try PackageArchive(slug: Self.slug, folder: place)
            #expect(archive.files.filter(\.value.isExecutable).map(\.key) == [tool])
            let again = try PackageArchive(archive.encoded)
            #expect(again == archive && again.encoded == archive.encoded)
            try archive.write(to: "\(folder)/written")
            #expect(try PackageArchive(slug: Self.slug, folder: "\(folder)/written") == archive)
            let same = try await execute("/usr/bin/diff", ["-r", place, "\(folder)/written"])
            #expect(same.status == 0, "\(same.output)")
            // Whatever the umask was; but what can be run is another package.
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: "\(place)/problem.yaml")
            #expect(try PackageArchive(slug: Self.slug, folder: place).encoded == archive.encoded)
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: "\(place)/problem.yaml")
            #expect(try PackageArchive(slug: Self.slug, folder: place).encoded != archive.encoded)
        }
    }

    @Test func `a package that leads out of its folder makes no archive`() throws {
        let registry = try TemporaryRegistry([:])
        try registry.link("sum/data/secret/away.in", to: "/etc/passwd")
        let folder = try #require(resolved("\(registry.root)/sum"))
        let error = #expect(throws: JudgeError.self) { try PackageArchive(slug: "sum", folder: folder) }
        #expect(error?.code == "broken-package" && error?.message.contains("data/secret/away.in") == true)
    }

    private static let oddArchives = [
        "644 1 ../x\nA", "644 1 a/../x\nA", "644 1 /etc/x\nA", "644 1 a//x\nA", "644 1 ./x\nA", "644 1 .x\nA",
        "644 1 a/\nA", "644 1 \nA", "644 1 a\u{0}b\nA", "644 1 a b\nA", "644 2 a\nA", "644 -1 a\nA", "644 x a\nA",
        "777 1 a\nA", "4755 1 a\nA", "644 1 a\nA644 1 a\nB", "644 1 b\nA644 1 a\nB", "644 1 a\nA644 1 a/b\nB",
        "644 1 a",
        "644 9223372036854775807 a\nA", "644 1 \(String(repeating: "a/", count: 40))b\nA",
        "644 1 \(String(repeating: "a", count: 300))\nA", "644 1 \(String(repeating: "a", count: 9000))\nA",
    ]

    @Test(arguments: oddArchives) func `an archive with anything odd in it is refused`(text: String) throws {
        #expect(throws: ReadFailure.self) { try PackageArchive(Array("judge-archive/1\n\(text)".utf8)) }
        #expect(throws: ReadFailure.self) { try PackageArchive(Array("judge-archive/2\n".utf8)) }
    }

    // MARK: A node's folder

    /// A challenge as the publisher has it, and as the database does.
    private struct Published {
        let entry: Manifest.Entry
        let sealed: [UInt8]

        init(_ slug: String = "sum", version: Int = 1, statement: String = "Add.\n", key: NodeKey = node) throws {
            let registry = try TemporaryRegistry(["statement/problem.en.md": statement], slug: slug)
            let bytes = try PackageArchive(slug: slug, folder: try #require(resolved("\(registry.root)/\(slug)")))
                .encoded
            entry = Manifest.Entry(slug: slug, version: version, digest: key.digest(of: bytes))
            sealed = try key.sealed(bytes, digest: entry.digest)
        }
    }

    private func take(_ manifest: Manifest, except refused: Set<String> = [], into bundles: BundleFolder) throws -> Bool
    {
        try bundles.take(manifest, signature: manifest.signature(by: Self.publisher), except: refused)
    }

    private func statement(_ slug: String = "sum", in bundles: BundleFolder) throws -> String? {
        try Registry(root: bundles.root).challenge(slug).statements.preferred()?.text
    }

    private func code(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch { return (error as? JudgeError)?.code ?? "\(error)" }
    }

    @Test func `a registry has what the manifest names, changes at once, and what is read goes on being there`()
        async throws
    {
        try await withFolder { folder in
            let bundles = try BundleFolder(path: "\(folder)/bundles", key: Self.node)
            let registry = Registry(root: bundles.root)
            #expect(try registry.list().isEmpty && bundles.manifest == nil)
            let (first, other) = (try Published(), try Published("difference"))
            #expect(!bundles.holds(first.entry.digest))
            for one in [first, other] { try bundles.unpack(one.sealed, as: one.entry) }
            #expect(bundles.holds(first.entry.digest))
            #expect(try registry.list().isEmpty, "nothing has named it yet")
            #expect(try take(manifest(7, [first.entry, other.entry]), into: bundles))
            #expect(try registry.slugs() == ["difference", "sum"])
            let before = try registry.challenge("sum")
            let second = try Published(version: 2, statement: "Add both.\n")
            try bundles.unpack(second.sealed, as: second.entry)
            #expect(try take(manifest(8, [second.entry]), into: bundles))
            #expect(try registry.slugs() == ["sum"])
            #expect(try registry.challenge("sum").statements.preferred()?.text == "Add both.\n")
            #expect(FileManager.default.fileExists(atPath: "\(before.folder)/problem.yaml"))
            #expect(try !take(manifest(8, [second.entry]), into: bundles), "nothing new")
            let mode = try FileManager.default.attributesOfItem(atPath: bundles.path)[.posixPermissions] as? Int
            #expect(mode == 0o700)
            // Another process, or the next one.
            let again = try BundleFolder(path: "\(folder)/bundles", key: Self.node)
            #expect(again.damaged.isEmpty && again.manifest?.number == 8)
            #expect(try statement(in: again) == "Add both.\n" && again.holds(second.entry.digest))
        }
    }

    @Test func `what nothing leads to any more is removed after a while`() async throws {
        try await withFolder { folder in
            let bundles = try BundleFolder(path: "\(folder)/bundles", key: Self.node, memory: .zero)
            let (first, second) = (try Published(), try Published(version: 2, statement: "Add both.\n"))
            for (number, one) in [first, second].enumerated() {
                try bundles.unpack(one.sealed, as: one.entry)
                #expect(try take(manifest(Int64(number), [one.entry]), into: bundles))
            }
            #expect(!bundles.holds(first.entry.digest) && bundles.holds(second.entry.digest))
            let left = try FileManager.default.contentsOfDirectory(atPath: bundles.path)
            #expect(left.count == 4 && Set(left).isSuperset(of: ["current", "manifest", second.entry.digest]))
            #expect(try statement(in: bundles) == "Add both.\n")
        }
    }

    @Test func `whatever somebody has done to a bundle it is refused, by name, and what was there stays`() async throws
    {
        try await withFolder { folder in
            let bundles = try BundleFolder(path: "\(folder)/bundles", key: Self.node)
            let (first, second) = (try Published(), try Published(version: 2, statement: "Add both.\n"))
            try bundles.unpack(first.sealed, as: first.entry)
            #expect(try take(manifest(7, [first.entry]), into: bundles))
            let count = second.sealed.count
            // The nonce, the text, the tag.
            for place in [0, 11, 12, count / 2, count - 17, count - 16, count - 1] {
                var bad = second.sealed
                bad[place] ^= 0x80
                #expect(code { try bundles.unpack(bad, as: second.entry) } == "bad-bundle", "byte \(place)")
            }
            // What was published before, or for something else, under the name of this; and nothing at all.
            for bad in [first.sealed, try Published("difference").sealed, [], Array(second.sealed.dropLast())] {
                #expect(code { try bundles.unpack(bad, as: second.entry) } == "bad-bundle")
            }
            // A node has the key that bundles are sealed with, but what it makes with it has another digest.
            let forged = try Self.node.sealed(Array("judge-archive/1\n".utf8), digest: second.entry.digest)
            let error = #expect(throws: JudgeError.self) { try bundles.unpack(forged, as: second.entry) }
            #expect(error?.message.contains("sum: version 2") == true)
            #expect(error?.message.contains("is not what its publisher has signed") == true)
            #expect(!bundles.holds(second.entry.digest))
            #expect(try !take(manifest(8, [second.entry]), except: ["sum"], into: bundles))
            #expect(try statement(in: bundles) == "Add.\n" && bundles.manifest?.number == 8)
            // What it never had is not there.
            let third = try Published("difference")
            #expect(try !take(manifest(9, [second.entry, third.entry]), except: ["sum", "difference"], into: bundles))
            #expect(try Registry(root: bundles.root).slugs() == ["sum"])
            try bundles.unpack(second.sealed, as: second.entry)
            #expect(try take(manifest(9, [second.entry]), into: bundles))
            #expect(try statement(in: bundles) == "Add both.\n")
        }
    }

    @Test(arguments: oddArchives) func `not even its publisher has a node write elsewhere`(text: String) async throws {
        try await withFolder { folder in
            let bundles = try BundleFolder(path: "\(folder)/a/b/bundles", key: Self.node)
            let before = FileManager.default.subpaths(atPath: folder)
            let bytes = Array("judge-archive/1\n\(text)".utf8)
            let entry = Manifest.Entry(slug: "sum", version: 1, digest: Self.node.digest(of: bytes))
            let sealed = try Self.node.sealed(bytes, digest: entry.digest)
            #expect(code { try bundles.unpack(sealed, as: entry) } == "bad-bundle")
            #expect(FileManager.default.subpaths(atPath: folder) == before)
        }
    }

    @Test func `an older manifest is refused, also by the next process`() async throws {
        try await withFolder { folder in
            let bundles = try BundleFolder(path: "\(folder)/bundles", key: Self.node)
            #expect(try !take(manifest(7), into: bundles))
            for number in [6, 0, Int64.min] {
                #expect(code { _ = try take(manifest(number), into: bundles) } == "old-manifest")
                let next = try BundleFolder(path: "\(folder)/bundles", key: Self.node)
                #expect(code { try next.refuseOld(manifest(number)) } == "old-manifest")
            }
            #expect(bundles.manifest?.number == 7)
            // Even where somebody edits what the node has written down they need the publisher's key.
            let file = "\(bundles.path)/manifest"
            let text = try String(contentsOfFile: file, encoding: .utf8)
            try Data(text.replacing("number 7", with: "number 5").utf8).write(to: URL(fileURLWithPath: file))
            #expect(bundles.manifest == nil)
        }
    }

    @Test func `what is changed or deleted on the node's disk is fetched again`() async throws {
        try await withFolder { folder in
            let path = "\(folder)/bundles"
            let bundles = try BundleFolder(path: path, key: Self.node)
            let (one, two) = (try Published(), try Published("difference"))
            for each in [one, two] { try bundles.unpack(each.sealed, as: each.entry) }
            #expect(try take(manifest(7, [one.entry, two.entry]), into: bundles))
            let file = "\(path)/\(one.entry.digest)/statement/problem.en.md"
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
            try Data("Other words.\n".utf8).write(to: URL(fileURLWithPath: file))
            let next = try BundleFolder(path: path, key: Self.node)
            #expect(next.damaged == ["sum"] && !next.holds(one.entry.digest) && next.holds(two.entry.digest))
            #expect(try Registry(root: next.root).slugs() == ["difference"])
            try next.unpack(one.sealed, as: one.entry)
            #expect(try take(manifest(7, [one.entry, two.entry]), into: next))
            #expect(try statement(in: next) == "Add.\n")
            try FileManager.default.removeItem(atPath: path)
            #expect(!next.holds(one.entry.digest))
            for each in [one, two] { try next.unpack(each.sealed, as: each.entry) }
            #expect(try take(manifest(7, [one.entry, two.entry]), into: next))
            #expect(try statement(in: next) == "Add.\n")
        }
    }

    @Test func `with another publisher's key nothing of the one before counts`() async throws {
        try await withFolder { folder in
            let path = "\(folder)/bundles"
            let bundles = try BundleFolder(path: path, key: Self.node)
            let one = try Published()
            try bundles.unpack(one.sealed, as: one.entry)
            #expect(try take(manifest(7, [one.entry]), into: bundles))
            let next = try BundleFolder(path: path, key: try PublishKey.random().node)
            #expect(try Registry(root: next.root).slugs().isEmpty && next.manifest == nil)
            #expect(!next.holds(one.entry.digest))
        }
    }
}
