internal import Foundation
import Synchronization

package import JudgeCore

/// A package whose hidden parts are encrypted, so that it can lie where everybody reads it.
///
/// Statement, starter, samples and what judges those stay as they are. Everything else is in one file, `sealed.judge`: the
/// line `judge-seal/1`, and behind it, encrypted for the package's name, a JSON object of paths and contents in Base64.
package enum SealedPackage {
    /// The file of what is hidden.
    package static let file = "sealed.judge"
    private static let header = "judge-seal/1\n"
    /// What anybody may see; folders end in a slash.
    private static let open = [
        "problem.yaml", "interview.yaml", "statement/", "problem_statement/", "attachments/", "include/",
        "data/sample/", "output_validator/", "output_validators/",
    ]

    /// Whether a file of a package, by its path in it, stays as it is.
    package static func isOpen(_ path: String) -> Bool {
        open.contains { $0.hasSuffix("/") ? path.hasPrefix($0) : path == $0 }
    }

    private static func context(_ slug: String) -> String { header + slug }

    /// Writes the package in `folder` to the new folder `target`, sealed.
    ///
    /// - Throws: `JudgeError` for a folder that is sealed already, has nothing to hide or cannot be read; what writing throws.
    package static func seal(_ slug: String, folder: String, to target: String, key: SealKey) throws {
        let package = try PackageArchive(slug: slug, folder: folder)
        let paths = package.files.keys
        guard !paths.contains(file) else {
            throw JudgeError(.usage, "sealed-package", "\(slug) is sealed already")
        }
        guard !paths.contains(Quiz.path) else {
            throw JudgeError(
                .usage, "is-quiz", "\(slug) is a quiz, which nobody can answer without what would be sealed")
        }
        guard paths.contains(where: { !isOpen($0) }) else {
            throw JudgeError(.usage, "nothing-to-seal", "\(slug) has no hidden parts to be sealed")
        }
        let hidden = package.files.filter { !isOpen($0.key) }.mapValues(\.bytes)
        let text = [UInt8](try JSONEncoder().encode(hidden))
        var shown = PackageArchive(files: package.files.filter { isOpen($0.key) })
        shown.files[file] = PackageArchive.File(
            bytes: Data(header.utf8) + Data(try key.sealed(text, context: context(slug))))
        try shown.write(to: target)
    }

    /// Writes the sealed package in `folder` to the new folder `target`, with everything readable.
    ///
    /// - Throws: `JudgeError` `bad-seal` where the key is not the one that it was sealed with, or somebody has changed it.
    package static func unseal(_ slug: String, folder: String, to target: String, key: SealKey) throws {
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(file)"), data.starts(with: header.utf8),
            let text = key.opened([UInt8](data.dropFirst(header.utf8.count)), context: context(slug)),
            let hidden = try? JSONDecoder().decode([String: Data].self, from: Data(text))
        else {
            throw JudgeError(
                .usage, "bad-seal",
                "\(slug)/\(file) does not open with this \(SealKey.variable): it was sealed with another key, for a package of another name, or was changed"
            )
        }
        var package = try PackageArchive(slug: slug, folder: folder)
        package.files = package.files.filter { isOpen($0.key) }
        for (path, data) in hidden where !isOpen(path) {
            // Whoever has the key wrote this; a path that leads elsewhere would be a mistake even so.
            guard PackageArchive.isValid(path: path) else {
                throw JudgeError(.usage, "bad-seal", "\(slug)/\(file) holds a file of the name '\(path.shown)'")
            }
            package.files[path] = PackageArchive.File(bytes: data)
        }
        try package.write(to: target)
    }
}

extension Challenge {
    /// - Throws: `JudgeError` `sealed-package`, where there are hidden parts that nobody has opened.
    package func mustBeOpen() throws(JudgeError) {
        guard isSealed else { return }
        throw JudgeError(
            .usage, "sealed-package",
            "\(slug) is sealed; give its key in \(SealKey.variable), or run the public samples alone with `judge test`")
    }
}

/// Packages that were opened, each in a folder that nobody else can look into, until this process ends.
final class OpenedPackages: Sendable {
    /// All of this process, so that nothing is left when it ends.
    static let shared = OpenedPackages()
    private let state = Mutex<(root: String?, folders: [String: String])>((nil, [:]))

    /// The folder of a sealed package with everything readable. It is opened anew where a file of it is
    /// another than before.
    func folder(of slug: String, sealed: String, key: SealKey) throws(JudgeError) -> String {
        let files = PackageSource(slug: slug, folder: sealed, opened: nil).tree().allFiles()
        let stamps = files.map { path in FileStamp(path: "\(sealed)/\(path)").map { "\($0)" } ?? "" }
        let name = ([sealed, key.text] + files + stamps).joined(separator: "\n")
        do {
            return try state.withLock { state in
                if let folder = state.folders[name] { return folder }
                let root = try state.root ?? Self.makeRoot()
                state.root = root
                let folder = "\(root)/\(state.folders.count)/\(slug)"
                try SealedPackage.unseal(slug, folder: sealed, to: folder, key: key)
                state.folders[name] = folder
                return folder
            }
        } catch let error as JudgeError {
            throw error
        } catch {
            throw JudgeError(
                .unavailable, "unseal-failed",
                "\(slug) cannot be opened in \(FileManager.default.temporaryDirectory.path)",
                cause: error)
        }
    }

    /// Removes everything that was opened.
    func close() {
        state.withLock { state in
            if let root = state.root { try? FileManager.default.removeItem(atPath: root) }
            state = (nil, [:])
        }
    }

    private static func makeRoot() throws -> String {
        let folder = FileManager.default.temporaryDirectory.path
        // What one that was killed has left.
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        where name.hasPrefix("judge-opened-") {
            guard let pid = pid_t(name.split(separator: "-")[2]), kill(pid, 0) != 0, errno == ESRCH else { continue }
            try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
        }
        let root = "\(folder)/judge-opened-\(getpid())-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: root, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        return root
    }
}
