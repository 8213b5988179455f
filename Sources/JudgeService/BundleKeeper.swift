import Compilation
import JudgeCore
import Logging
import Registry
import Storage

/// Keeps a node's challenges, and the secret that hidden data are drawn with, as they were published last in its database.
///
/// What it refuses it says once, and the node goes on with what it had.
package actor BundleKeeper {
    private let folder: BundleFolder
    private let key: NodeKey
    private let store: Store
    private let state: StateFolder?
    private let logger: Logger
    /// What kept it from taking the manifest or the secret, the last time that it looked.
    private var obstacle: (any Error)?
    /// What was said already.
    private var told: Set<String> = []

    /// - Parameter state: where the secret belongs; `nil` for a node that grades nothing.
    package init(folder: BundleFolder, key: NodeKey, store: Store, state: StateFolder?, logger: Logger) {
        self.folder = folder
        self.key = key
        self.store = store
        self.state = state
        self.logger = logger
    }

    /// Looks for the first time.
    ///
    /// - Throws: `JudgeError` where the node cannot grade: it has no secret, or another one than was published.
    package func begin() async throws {
        for slug in folder.damaged {
            logger.warning(
                "an unpacked challenge is not what was published, and is fetched again",
                metadata: ["challenge": "\(slug)"])
        }
        await look()
        guard let state else { return }
        if let error = obstacle as? JudgeError, error.code == "salt-differs" { throw error }
        guard try state.saltIfAny() == nil else { return }
        throw obstacle
            ?? JudgeError(
                .unavailable, "nothing-published",
                "nothing is published in \(store.location) yet: `judge publish` does it, on the host that has the challenges; without \(NodeKey.variable) this one uses its own"
            )
    }

    /// Looks at what is published, and takes what is new.
    ///
    /// - Returns: whether the challenges are others than before.
    @discardableResult
    package func look() async -> Bool {
        obstacle = nil
        var refused: [String: any Error] = [:]
        var isChanged = false
        do {
            isChanged = try await take(&refused)
        } catch {
            obstacle = error
        }
        var said: Set<String> = []
        for (slug, error) in refused.sorted(by: { $0.key < $1.key }) {
            say(
                "a published challenge is refused, and stays as it was", ["challenge": "\(slug)", "error": "\(error)"],
                &said)
        }
        if let obstacle {
            say("what is published cannot be taken, and all stays as it was", ["error": "\(obstacle)"], &said)
        }
        told = said
        return isChanged
    }

    private func say(_ message: Logger.Message, _ metadata: Logger.Metadata, _ said: inout Set<String>) {
        let words = "\(message) \(metadata.sorted { $0.key < $1.key })"
        said.insert(words)
        if !told.contains(words) { logger.error(message, metadata: metadata) }
    }

    private func take(_ refused: inout [String: any Error]) async throws -> Bool {
        while true {
            refused = [:]
            guard let signed = try await store.manifest() else {
                guard let last = folder.manifest?.number else { return false }
                throw JudgeError(
                    .usage, "old-manifest",
                    "nothing is published any more, and this node has had number \(last); `judge publish` publishes it again"
                )
            }
            let manifest = try Manifest(text: signed.text, signature: signed.signature, key: key)
            try folder.refuseOld(manifest)
            try await takeSalt(manifest)
            var isIncomplete = false
            for entry in manifest.entries where !folder.holds(entry.digest) {
                do {
                    guard let bytes = try await store.bundle(entry.digest) else {
                        isIncomplete = true
                        throw JudgeError(
                            .usage, "bad-bundle",
                            "\(entry.slug): version \(entry.version) is not in the database; `judge publish` writes it again"
                        )
                    }
                    try folder.unpack(bytes, as: entry)
                } catch let error as JudgeError where error.code == "bad-bundle" {
                    refused[entry.slug] = error
                }
            }
            // What a manifest names is removed two manifests later: then there is a newer one to go by.
            if isIncomplete, let next = try await store.manifest(), next.number > signed.number { continue }
            let isChanged = try folder.take(manifest, signature: signed.signature, except: Set(refused.keys))
            if isChanged {
                logger.notice(
                    "took what is published",
                    metadata: [
                        "manifest": "\(manifest.number)", "challenges": "\(manifest.entries.count - refused.count)",
                    ])
            }
            return isChanged
        }
    }

    private func takeSalt(_ manifest: Manifest) async throws {
        guard let state else { return }
        if let own = try state.saltIfAny(), Manifest.digest(ofSalt: own, key) == manifest.salt { return }
        guard let sealed = try await store.bundle(manifest.salt),
            let salt = key.opened(sealed, digest: manifest.salt), salt.count == 32,
            Manifest.digest(ofSalt: salt, key) == manifest.salt
        else {
            throw JudgeError(
                .usage, "bad-salt",
                "the secret of hidden data in the database is missing, or somebody has changed it; `judge publish --anew` writes it again"
            )
        }
        try state.take(salt: salt)
    }
}
