internal import Foundation
import Synchronization

internal import JudgeCore

/// The challenges that a node has from its database, unpacked.
///
/// ```
/// bundles/8e1b…/        the files of a package, named for their digest; they never change
/// bundles/list-…/       links from slugs to these
/// bundles/current       leads to the list that counts: the root of a registry
/// bundles/manifest      the manifest that was taken last, with its signature
/// ```
///
/// All of it can be deleted at any time and comes back. Several processes may have the same folder.
package final class BundleFolder: Sendable {
    /// Its absolute path.
    package let path: String
    /// Challenges that were unpacked before and are not what they were; they have to be fetched again.
    package let damaged: [String]
    private let key: NodeKey
    private let state = Mutex(State())

    private struct State {
        /// Packages that this process has unpacked or read through.
        var whole: Set<String> = []
        /// What nothing leads to any more, and since when this process has seen that.
        var unused: [String: ContinuousClock.Instant] = [:]
    }

    /// How long something is kept that nothing leads to: a grading may still read it.
    private let memory: Duration

    /// The folder at `path`, made if need be. Of what was unpacked before, that counts which the key's publisher has signed and
    /// which is as it was.
    ///
    /// - Throws: `JudgeError` `bundles-unwritable`.
    package convenience init(path: String, key: NodeKey) throws {
        try self.init(path: path, key: key, memory: .seconds(3600))
    }

    init(path: String, key: NodeKey, memory: Duration) throws {
        self.key = key
        self.memory = memory
        self.path = try Self.make(path)
        let before = Self.links(in: self.path)
        var whole: Set<String> = []
        var links: [String: String] = [:]
        if Self.manifest(in: self.path, key) != nil {
            for (slug, digest) in before where Self.isWhole("\(self.path)/\(digest)", digest, key) {
                links[slug] = digest
                whole.insert(digest)
            }
        }
        damaged = before.keys.filter { links[$0] == nil }.sorted()
        state.withLock { [whole] in $0.whole = whole }
        if links != before || resolved(root) == nil { try writing { try lead(to: links) } }
    }

    /// The root of a registry: what it leads to changes in one step.
    package var root: String { "\(path)/current" }

    /// The manifest that was taken last.
    package var manifest: Manifest? { Self.manifest(in: path, key) }

    /// Whether the package of this digest is unpacked.
    package func holds(_ digest: String) -> Bool {
        let folder = "\(path)/\(digest)"
        guard isFolder(folder, type: -1) else { return false }
        if state.withLock({ $0.whole.contains(digest) }) { return true }
        guard Self.isWhole(folder, digest, key) else { return false }
        state.withLock { _ = $0.whole.insert(digest) }
        return true
    }

    /// Unpacks a package that the database held.
    ///
    /// - Throws: `JudgeError` `bad-bundle` for anything but what its publisher has signed; `bundles-unwritable`.
    package func unpack(_ sealed: [UInt8], as entry: Manifest.Entry) throws {
        func refusal(_ what: String) -> JudgeError {
            JudgeError(
                .usage, "bad-bundle",
                "\(entry.slug): version \(entry.version) in the database \(what); `judge publish --anew` writes it again"
            )
        }
        guard let bytes = key.opened(sealed, digest: entry.digest) else {
            throw refusal("does not open with this key, or somebody has changed it")
        }
        guard key.digest(of: bytes) == entry.digest else {
            throw refusal("is not what its publisher has signed")
        }
        let archive: PackageArchive
        do { archive = try PackageArchive(bytes) } catch let failure as ReadFailure { throw refusal(failure.message) }
        try writing {
            _ = try Self.make(path)
            let new = "\(path)/new-\(UUID().uuidString)"
            defer { try? FileManager.default.removeItem(atPath: new) }
            try archive.write(to: new)
            let folder = "\(path)/\(entry.digest)"
            if isFolder(folder, type: -1), !Self.isWhole(folder, entry.digest, key) {
                try FileManager.default.moveItem(atPath: folder, toPath: "\(path)/damaged-\(UUID().uuidString)")
            }
            // Another process may have been quicker; then its folder is the same.
            guard rename(new, folder) == 0 || Self.isWhole(folder, entry.digest, key) else {
                throw CocoaError(.fileWriteUnknown)
            }
        }
        state.withLock { _ = $0.whole.insert(entry.digest) }
    }

    /// Has the registry lead to what a manifest names. Challenges that could not be unpacked stay as they were.
    ///
    /// - Parameters:
    ///   - signature: of the manifest, which was checked.
    ///   - refused: the challenges that could not be unpacked.
    /// - Returns: whether anything is another than before.
    /// - Throws: `JudgeError` `old-manifest`, `bundles-unwritable`.
    package func take(_ manifest: Manifest, signature: [UInt8], except refused: Set<String> = []) throws -> Bool {
        try state.withLock { state in
            try writing {
                _ = try Self.make(path)
                try refuseOld(manifest)
                let before = Self.links(in: path)
                var links: [String: String] = [:]
                for entry in manifest.entries {
                    links[entry.slug] = refused.contains(entry.slug) ? before[entry.slug] : entry.digest
                }
                let isChanged = links != before || resolved(root) == nil
                if isChanged { try lead(to: links) }
                let text = Data("\(Data(signature).base64EncodedString())\n\(manifest.text)".utf8)
                if self.manifest != manifest {
                    try text.write(to: URL(fileURLWithPath: "\(path)/manifest"), options: .atomic)
                }
                clean(&state, keeping: Set(links.values))
                return isChanged
            }
        }
    }

    /// - Throws: `JudgeError` `old-manifest` where a newer one was taken before.
    package func refuseOld(_ manifest: Manifest) throws {
        guard let last = self.manifest?.number, manifest.number < last else { return }
        throw JudgeError(
            .usage, "old-manifest",
            "the list of what is published is number \(manifest.number), and this node has had number \(last): an old state of the database was put back; `judge publish --anew` makes it count again"
        )
    }

    // MARK: Below

    private func lead(to links: [String: String]) throws {
        let manager = FileManager.default
        let name = "list-\(UUID().uuidString)"
        try manager.createDirectory(atPath: "\(path)/\(name)", withIntermediateDirectories: false)
        for (slug, digest) in links {
            try manager.createSymbolicLink(atPath: "\(path)/\(name)/\(slug)", withDestinationPath: "../\(digest)")
        }
        let link = "\(path)/current-\(UUID().uuidString)"
        try manager.createSymbolicLink(atPath: link, withDestinationPath: name)
        guard rename(link, root) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    /// The digests that the list leads to, by slug.
    private static func links(in path: String) -> [String: String] {
        let list = "\(path)/current"
        var links: [String: String] = [:]
        for (slug, _) in entries(ofFolder: list) ?? [] {
            let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "\(list)/\(slug)")
            if let target, target.hasPrefix("../") { links[slug] = String(target.dropFirst(3)) }
        }
        return links
    }

    private static func manifest(in path: String, _ key: NodeKey) -> Manifest? {
        guard let data = FileManager.default.contents(atPath: "\(path)/manifest") else { return nil }
        let parts = String(decoding: data, as: UTF8.self).split(separator: "\n", maxSplits: 1).map(String.init)
        guard parts.count == 2, let signature = Data(base64Encoded: parts[0]) else { return nil }
        return try? Manifest(text: parts[1], signature: [UInt8](signature), key: key)
    }

    private static func isWhole(_ folder: String, _ digest: String, _ key: NodeKey) -> Bool {
        guard let archive = try? PackageArchive(slug: digest, folder: folder) else { return false }
        return key.digest(of: archive.encoded) == digest
    }

    /// Removes what nothing has led to for a while.
    private func clean(_ state: inout State, keeping digests: Set<String>) {
        let list = try? FileManager.default.destinationOfSymbolicLink(atPath: root)
        let used = digests.union(["current", "manifest", list ?? "current"])
        var unused: [String: ContinuousClock.Instant] = [:]
        for (name, _) in entries(ofFolder: path) ?? [] where !used.contains(name) {
            let since = state.unused[name] ?? .now
            if .now - since < memory {
                unused[name] = since
            } else {
                try? FileManager.default.removeItem(atPath: "\(path)/\(name)")
                state.whole.remove(name)
            }
        }
        state.unused = unused
    }

    private static func make(_ path: String) throws -> String {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch { throw unwritable(path, error) }
        return resolved(path) ?? path
    }

    private func writing<Value>(_ body: () throws -> Value) throws -> Value {
        do { return try body() } catch let error as JudgeError { throw error } catch {
            throw Self.unwritable(path, error)
        }
    }

    private static func unwritable(_ path: String, _ error: any Error) -> JudgeError {
        JudgeError(
            .unavailable, "bundles-unwritable", "published challenges cannot be written to \(path)", cause: error)
    }
}
