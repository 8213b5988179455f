import Compilation
import Foundation
import JudgeCore

extension FileManager {
    /// - Throws: `JudgeError` `file-exists` where there is something at `path` already.
    func mustBeNew(_ path: String) throws(JudgeError) {
        guard fileExists(atPath: path) else { return }
        throw JudgeError(.usage, "file-exists", "\(path) is already there; name another folder")
    }

    /// Writes files for somebody to work with, none of which may be there before, making folders as need be.
    ///
    /// - Parameter folder: what a sentence about a failure names.
    /// - Throws: `JudgeError` `output-unwritable`.
    func writeNew(_ files: [(path: String, data: Data)], to folder: String) throws {
        do {
            for file in files {
                let url = URL(fileURLWithPath: file.path)
                try createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try file.data.write(to: url, options: .withoutOverwriting)
            }
        } catch {
            throw JudgeError(.usage, "output-unwritable", "\(folder) cannot be written: \(error.reason)")
        }
    }

    /// Adds to the end of the file at `path`, which is made where there is none.
    func append(_ data: Data, to path: String) throws {
        if !fileExists(atPath: path) { try Data().write(to: URL(fileURLWithPath: path), options: .withoutOverwriting) }
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        defer { try? file.close() }
        try file.seekToEnd()
        try file.write(contentsOf: data)
    }
}
