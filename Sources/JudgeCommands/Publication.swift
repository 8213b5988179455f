import Foundation
import JudgeCore
import Registry
import Storage

/// A manifest in the making, with what it names and the database may not have yet.
final class Publication {
    /// What became of a challenge.
    struct Change: Encodable {
        enum Kind: String, Encodable { case new, changed, removed }

        let challenge: String
        /// The version that is published now.
        let version: Int?
        let change: Kind
    }

    private let key: PublishKey
    private let node: NodeKey
    private let found: SignedManifest?
    private let former: Manifest?
    private var entries: [String: Manifest.Entry]
    private var salt: String?
    /// What digests stand for, where it was read now.
    private var contents: [String: [UInt8]] = [:]
    private var added: Set<String> = []

    /// - Parameters:
    ///   - former: what is published.
    ///   - mayForget: whether to begin from nothing where that is not signed with this key.
    /// - Throws: `JudgeError` `other-publisher`.
    init(key: PublishKey, former found: SignedManifest?, mayForget: Bool) throws {
        self.key = key
        node = try key.node
        self.found = found
        if let found {
            do { former = try Manifest(text: found.text, signature: found.signature, key: node) } catch {
                guard mayForget else {
                    throw JudgeError(
                        .usage, "other-publisher",
                        "what is published is not signed with this \(PublishKey.variable), or somebody has changed it; `judge publish --anew` takes its place"
                    )
                }
                former = nil
            }
        } else {
            former = nil
        }
        entries = Dictionary(uniqueKeysWithValues: (former?.entries ?? []).map { ($0.slug, $0) })
        salt = former?.salt
    }

    // MARK: Contents

    /// Adds a challenge, checked as `judge verify` reads it.
    ///
    /// - Throws: `JudgeError` `unknown-challenge`, `broken-package`, `sealed-package`, `package-too-large`.
    func add(_ slug: String, of registry: Registry) throws {
        try (try? registry.challenge(slug))?.mustBeOpen()
        if let problem = try registry.check(slug).first {
            throw JudgeError(
                .usage, "broken-package", "\(problem); nothing was published (`judge verify \(slug)` says more)")
        }
        let challenge = try registry.challenge(slug)
        let bytes = try PackageArchive(slug: slug, folder: challenge.folder).encoded
        guard bytes.count <= PackageArchive.limit else {
            throw JudgeError(
                .usage, "package-too-large",
                "\(slug) has \(bytes.count) bytes; at most \(PackageArchive.limit) can be published")
        }
        let digest = node.digest(of: bytes)
        contents[digest] = bytes
        added.insert(slug)
        let former = entries[slug]
        if former?.digest != digest {
            entries[slug] = Manifest.Entry(slug: slug, version: (former?.version ?? 0) + 1, digest: digest)
        }
    }

    /// Adds the secret that hidden data are drawn with.
    func add(salt bytes: [UInt8]) {
        let digest = Manifest.digest(ofSalt: bytes, node)
        contents[digest] = bytes
        salt = digest
    }

    /// Takes challenges out.
    ///
    /// - Throws: `JudgeError` `not-published`.
    func remove(_ slugs: [String]) throws {
        for slug in slugs where entries.removeValue(forKey: slug) == nil {
            throw JudgeError(.usage, "not-published", "'\(slug.escapingControls)' is not published")
        }
    }

    // MARK: Outcome

    /// What is another than before, by name.
    var changes: [Change] {
        let before = Dictionary(uniqueKeysWithValues: (former?.entries ?? []).map { ($0.slug, $0) })
        return Set(before.keys).union(entries.keys).sorted().compactMap { slug in
            switch (before[slug], entries[slug]) {
            case (nil, let entry?): Change(challenge: slug, version: entry.version, change: .new)
            case (_?, nil): Change(challenge: slug, version: nil, change: .removed)
            case (let old?, let entry?) where old != entry:
                Change(challenge: slug, version: entry.version, change: .changed)
            default: nil
            }
        }
    }

    /// The challenges that are published and were not added now.
    var absent: [String] { entries.keys.filter { !added.contains($0) }.sorted() }

    /// Writes what is missing, and publishes it where anything is another than before.
    ///
    /// - Parameter all: whether to write also what is there.
    /// - Returns: what is published then, and whether anything was written.
    /// - Throws: `JudgeError` `bundle-missing` where the database has lost what is not here either.
    func write(to store: Store, all: Bool) async throws -> (manifest: Manifest, isWritten: Bool) {
        let there = try await store.bundleDigests()
        let missing = contents.filter { all || !there.contains($0.key) }.sorted { $0.key < $1.key }
        let lost = entries.values.filter { !there.contains($0.digest) && contents[$0.digest] == nil }
        if let slug = lost.map(\.slug).min() {
            throw JudgeError(
                .usage, "bundle-missing",
                "\(slug) is published, and not in the database any more; publish it from here, or take it away with `judge publish --remove \(slug)`"
            )
        }
        guard let salt, there.contains(salt) || contents[salt] != nil else {
            throw JudgeError(
                .usage, "bundle-missing",
                "the secret of hidden data is not in the database any more; run `judge publish`")
        }
        if let former, changes.isEmpty, salt == former.salt, missing.isEmpty { return (former, false) }
        for (digest, bytes) in missing {
            try await store.put(bundle: node.sealed(bytes, digest: digest), digest: digest)
        }
        // The time, so that it rises also where the database has forgotten the last one.
        let number = max(Int64(Date().timeIntervalSince1970), (former?.number ?? 0) + 1)
        let manifest = Manifest(number: number, salt: salt, entries: Array(entries.values))
        try await store.publish(
            SignedManifest(
                number: manifest.number, text: manifest.text, signature: manifest.signature(by: key)),
            naming: manifest.digests, besides: former?.digests ?? [], after: found?.number)
        return (manifest, true)
    }
}
