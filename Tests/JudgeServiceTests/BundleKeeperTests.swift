import Compilation
import Foundation
import JudgeCore
import Logging
import Registry
import Storage
import Support
import Synchronization
import Testing

@testable import JudgeService

/// A node that takes its challenges, and the secret, from a database.
@Suite(.timeLimit(.minutes(1))) struct BundleKeeperTests {
    private static let publisher = PublishKey.random()
    private static let salt = [UInt8](repeating: 9, count: 32)

    /// A fresh node, and what it has said.
    private struct Fixture {
        let store: Store
        let state: StateFolder
        let folder: BundleFolder
        let keeper: BundleKeeper
        let log: Log

        var slugs: [String] { get throws { try Registry(root: folder.root).slugs() } }

        func error(_ body: () async throws -> Void) async -> String? {
            do {
                try await body()
                return nil
            } catch { return (error as? JudgeError)?.code ?? "\(error)" }
        }
    }

    private final class Log: Sendable {
        private let lines = Mutex<[String]>([])
        func add(_ line: String) { lines.withLock { $0.append(line) } }
        func take() -> [String] {
            lines.withLock { lines in
                defer { lines = [] }
                return lines
            }
        }
    }

    private func withNode(_ body: (Fixture) async throws -> Void) async throws {
        try await withFolder { folder in
            let store = try Store(path: "\(folder)/judge.sqlite")
            defer { try? store.close() }
            let state = try StateFolder(path: "\(folder)/state")
            let bundles = try BundleFolder(path: "\(folder)/state/bundles", key: Self.publisher.node)
            let log = Log()
            let logger = Logger(label: "test") { _ in
                LineLog(level: .notice, format: .text) { log.add($0) }
            }
            let keeper = BundleKeeper(
                folder: bundles, key: try Self.publisher.node, store: store, state: state, logger: logger)
            try await body(Fixture(store: store, state: state, folder: bundles, keeper: keeper, log: log))
        }
    }

    /// Publishes these packages of the checkout.
    private func publish(
        _ slugs: [String], number: Int64, salt: [UInt8] = salt, to store: Store, by key: PublishKey = publisher
    ) async throws -> Manifest {
        let node = try key.node
        let secret = Manifest.digest(ofSalt: salt, node)
        try await store.put(bundle: try node.sealed(salt, digest: secret), digest: secret)
        var entries: [Manifest.Entry] = []
        for slug in slugs {
            let bytes = try PackageArchive(slug: slug, folder: Checkout.challenge(slug)).encoded
            let entry = Manifest.Entry(slug: slug, version: 1, digest: node.digest(of: bytes))
            try await store.put(bundle: try node.sealed(bytes, digest: entry.digest), digest: entry.digest)
            entries.append(entry)
        }
        let manifest = Manifest(number: number, salt: secret, entries: entries)
        let last = try await store.manifest()?.number
        try await store.publish(
            SignedManifest(number: number, text: manifest.text, signature: try manifest.signature(by: key)),
            naming: manifest.digests, besides: [], after: last)
        return manifest
    }

    @Test func `it has what is published, and the secret for nobody else to read`() async throws {
        try await withNode { node in
            #expect(await node.error { try await node.keeper.begin() } == "nothing-published")
            #expect(try node.state.saltIfAny() == nil, "none is drawn that nobody else has")
            _ = try await publish(["kmeans"], number: 1, to: node.store)
            try await node.keeper.begin()
            #expect(try node.slugs == ["kmeans"])
            #expect(try Registry(root: node.folder.root).check("kmeans").isEmpty)
            #expect(try node.state.salt() == Self.salt)
            let file = try FileManager.default.attributesOfItem(atPath: "\(node.state.path)/salt")
            #expect(file[.posixPermissions] as? Int == 0o600)
            #expect(await !node.keeper.look(), "nothing new")
            _ = try await publish(["kmeans", "knn"], number: 2, to: node.store)
            #expect(await node.keeper.look())
            #expect(try node.slugs == ["kmeans", "knn"])
            _ = try await publish([], number: 3, to: node.store)
            #expect(await node.keeper.look())
            #expect(try node.slugs.isEmpty)
        }
    }

    @Test func `a node with another secret does not begin`() async throws {
        try await withNode { node in
            _ = try await publish(["kmeans"], number: 1, to: node.store)
            let own = try node.state.salt()
            #expect(await node.error { try await node.keeper.begin() } == "salt-differs")
            #expect(try node.state.salt() == own && node.slugs.isEmpty)
        }
    }

    @Test func `what was changed is refused once and by name, and the rest goes on`() async throws {
        try await withNode { node in
            _ = try await publish(["kmeans"], number: 1, to: node.store)
            try await node.keeper.begin()
            _ = node.log.take()
            let manifest = try await publish(["kmeans", "knn", "quizbasics"], number: 2, to: node.store)
            let digest = try #require(manifest.entries.first { $0.slug == "knn" }).digest
            let good = try #require(try await node.store.bundle(digest))
            var bad = good
            bad[good.count / 2] ^= 1
            try await node.store.put(bundle: bad, digest: digest)
            #expect(await node.keeper.look())
            #expect(try node.slugs == ["kmeans", "quizbasics"])
            let said = node.log.take().filter { $0.contains(" error ") }
            #expect(said.count == 1 && said[0].contains("challenge=knn") && said[0].contains("does not open"))
            #expect(await !node.keeper.look())
            #expect(node.log.take().isEmpty, "it was said already")
            try await node.store.put(bundle: good, digest: digest)
            #expect(await node.keeper.look())
            #expect(try node.slugs == ["kmeans", "knn", "quizbasics"])
        }
    }

    @Test func `old, foreign and missing manifests are refused, and all stays as it was`() async throws {
        try await withNode { node in
            let first = try await publish(["kmeans"], number: 5, to: node.store)
            try await node.keeper.begin()
            _ = node.log.take()
            func isRefused(_ words: String) async throws -> Bool {
                let isChanged = await node.keeper.look()
                let said = node.log.take()
                return try !isChanged && said.count == 1 && said[0].contains(words) && node.slugs == ["kmeans"]
                    && node.folder.manifest == first
            }
            _ = try await publish(["knn"], number: 4, to: node.store)
            #expect(try await isRefused("an old state of the database was put back"))
            _ = try await publish(["knn"], number: 6, to: node.store, by: .random())
            #expect(try await isRefused("bears another signature"))
            // The number of the row is nobody's word.
            let old = Manifest(number: 3, salt: first.salt, entries: [])
            try await node.store.publish(
                SignedManifest(number: 99, text: old.text, signature: try old.signature(by: Self.publisher)),
                naming: [], besides: [], after: 6)
            #expect(try await isRefused("an old state of the database was put back"))
            _ = try await publish(["knn"], number: 100, salt: Array(repeating: 1, count: 32), to: node.store)
            #expect(try await isRefused("another secret"))
            _ = try await publish(["knn"], number: 101, to: node.store)
            #expect(await node.keeper.look())
            #expect(try node.slugs == ["knn"])
        }
    }

    @Test func `a secret that somebody has changed is refused`() async throws {
        try await withNode { node in
            let manifest = try await publish(["kmeans"], number: 1, to: node.store)
            let other = [UInt8](repeating: 1, count: 32)
            // Sealed by somebody who has a node's key.
            try await node.store.put(
                bundle: try Self.publisher.node.sealed(other, digest: manifest.salt), digest: manifest.salt)
            #expect(await node.error { try await node.keeper.begin() } == "bad-salt")
            #expect(try node.state.saltIfAny() == nil)
        }
    }
}
