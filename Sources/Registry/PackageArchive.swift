internal import Foundation
package import JudgeCore

/// The files of a package away from any folder, as they are sealed, published and written again.
package struct PackageArchive: Sendable, Equatable {
    struct File: Sendable, Equatable {
        var bytes: Data
        /// All that is kept of a file's mode, as Git does: the rest follows from who has written it.
        var isExecutable = false
    }

    /// The files by their paths in the package.
    var files: [String: File]

    private static let header = "judge-archive/1\n"
    /// What an archive holds at most, in bytes: it goes into a database, and out of it, in one piece.
    package static let limit = 64 << 20

    init(files: [String: File]) { self.files = files }

    /// All files of the package in `folder`, whose path has no links in it.
    ///
    /// - Throws: `JudgeError` `broken-package` where something cannot be read, or leads out of the package.
    package init(slug: String, folder: String) throws(JudgeError) {
        let source = PackageSource(slug: slug, folder: folder, opened: nil)
        files = [:]
        for path in source.tree().allFiles() {
            guard let bytes = source.read(path, limit: 1 << 30) else { continue }
            var status = stat()
            let isExecutable = stat(source.location(path), &status) == 0 && status.st_mode & S_IXUSR != 0
            files[path] = File(bytes: Data(bytes), isExecutable: isExecutable)
        }
        if let problem = source.log.sorted.first { throw JudgeError(.usage, "broken-package", problem.description) }
    }

    // MARK: Bytes

    /// The archive as bytes, the same for the same files: for each, in the order of their paths, a line `644 SIZE PATH` or
    /// `755 SIZE PATH`, and the file.
    package var encoded: [UInt8] {
        var result = Array(Self.header.utf8)
        for (path, file) in files.sorted(by: { $0.key < $1.key }) {
            result += "\(file.isExecutable ? 755 : 644) \(file.bytes.count) \(path)\n".utf8
            result += file.bytes
        }
        return result
    }

    /// The archive of ``encoded``.
    ///
    /// - Throws: ``ReadFailure`` for anything that ``encoded`` does not make, and for paths that lead out of a folder.
    init(_ bytes: [UInt8]) throws {
        guard bytes.starts(with: Self.header.utf8) else { throw ReadFailure(message: "is no archive") }
        files = [:]
        var place = Self.header.utf8.count
        var last = ""
        while place < bytes.count {
            let rest = bytes[place...]
            guard let end = rest.prefix(1 << 13).firstIndex(of: UInt8(ascii: "\n")),
                let line = String(validating: rest[..<end], as: UTF8.self)
            else { throw ReadFailure(message: "is an archive with a broken line") }
            let words = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
            guard words.count == 3, ["644", "755"].contains(words[0]), let size = Int(words[1]), size >= 0,
                size <= bytes.count - end - 1
            else { throw ReadFailure(message: "is an archive with a broken line") }
            let path = words[2]
            guard Self.isValid(path: path) else {
                throw ReadFailure(message: "is an archive with a file of the name '\(path.shown)', which is refused")
            }
            guard last < path, !Self.parents(of: path).contains(where: { files[$0] != nil }) else {
                throw ReadFailure(message: "is an archive whose files are not in order at '\(path.shown)'")
            }
            guard files.count < PackageTree.maximumCount else {
                throw ReadFailure(message: "is an archive of more than \(PackageTree.maximumCount) files")
            }
            files[path] = File(bytes: Data(bytes[(end + 1)..<(end + 1 + size)]), isExecutable: words[0] == "755")
            last = path
            place = end + 1 + size
        }
    }

    /// Whether a file may lie at `path` in a package: names that the format allows, so neither `..` nor one that is absolute.
    static func isValid(path: String) -> Bool {
        let names = path.split(separator: "/", omittingEmptySubsequences: false)
        return names.count <= PackageTree.maximumDepth && names.allSatisfy { PackageTree.isValid(name: String($0)) }
    }

    private static func parents(of path: String) -> [String] {
        path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) }
    }

    // MARK: Folders

    /// Writes the files to the new folder `target`, which only its owner can look into.
    func write(to target: String) throws {
        let manager = FileManager.default
        try manager.createDirectory(
            atPath: target, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        for (path, file) in files.sorted(by: { $0.key < $1.key }) {
            let url = URL(fileURLWithPath: "\(target)/\(path)")
            try manager.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try file.bytes.write(to: url, options: .withoutOverwriting)
            if file.isExecutable { try manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: url.path) }
        }
    }
}
