import Compilation
import Foundation
import JudgeCore

/// Finds the Swift files that paths name: files themselves, and those within folders.
enum SubmissionFolder {
    /// A file that was found.
    struct Found {
        let path: String
        /// Whether it was named itself, and not only a folder around it.
        let isNamed: Bool
    }

    /// The files, each once, those within a folder by their names. Links and what begins with a dot are passed over within
    /// folders.
    ///
    /// - Throws: `JudgeError` `unreadable-file`, one sentence naming what cannot be read.
    static func files(of paths: [String]) throws -> [Found] {
        var known: Set<String> = []
        return try paths.flatMap { path -> [Found] in
            var status = stat()
            guard stat(path, &status) == 0 else { throw unreadable(path, String(cString: strerror(errno))) }
            guard status.st_mode & S_IFMT == S_IFDIR else { return [Found(path: path, isNamed: true)] }
            let folder = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
            return try files(below: folder).map { Found(path: $0, isNamed: false) }
        }.filter { known.insert(URL(fileURLWithPath: $0.path).standardizedFileURL.path).inserted }
    }

    private static func files(below folder: String) throws -> [String] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw unreadable(folder, error.reason)
        }
        return try names.sorted().filter { !$0.hasPrefix(".") }.flatMap { name -> [String] in
            let path = folder == "." ? name : "\(folder)/\(name)"
            var status = stat()
            guard lstat(path, &status) == 0 else { return [] }
            switch status.st_mode & S_IFMT {
            case S_IFDIR: return try files(below: path)
            case S_IFREG: return name.hasSuffix(".swift") ? [path] : []
            default: return []
            }
        }
    }

    private static func unreadable(_ path: String, _ reason: String) -> JudgeError {
        JudgeError(.usage, "unreadable-file", "\(path) cannot be read: \(reason)")
    }
}
