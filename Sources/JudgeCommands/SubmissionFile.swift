import Compilation
import Crypto
import Foundation
import JudgeCore

/// Reads the file that somebody submits, and refuses everything that is no plain source file.
enum SubmissionFile {
    /// The submission in the file at `path`, for `challenge`.
    ///
    /// - Parameters:
    ///   - limit: the largest source allowed, in bytes.
    ///   - name: what sentences call the file; default: its path.
    ///   - author: who wrote it.
    /// - Throws: `JudgeError` of kind usage, one sentence naming the file.
    static func read(
        _ path: String, challenge: String, limit: Int, name: String? = nil, author: String? = nil
    ) throws -> Submission {
        let url = URL(fileURLWithPath: path)
        let bytes = try contents(path, name ?? path, limit: limit)
        try Submission.check(file: url.lastPathComponent)
        return Submission(
            id: UUID().uuidString.lowercased(), challenge: challenge, file: url.lastPathComponent, source: bytes,
            sha256: SHA256.hash(data: bytes).hexadecimal, author: author,
            submittedAt: Date().formatted(.iso8601))
    }

    /// The challenge that a file's name stands for: `…/kmeans.swift` is for `kmeans`.
    static func challenge(for path: String) -> String {
        URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    }

    /// The path as it is from the folder that the judge runs in, the root of a repository in CI; as it was named where the
    /// file lies elsewhere.
    static func relative(_ path: String) -> String {
        let root = FileManager.default.currentDirectoryPath + "/"
        let whole = URL(fileURLWithPath: path).standardizedFileURL.path
        return whole.hasPrefix(root) ? String(whole.dropFirst(root.count)) : path
    }

    private static func contents(_ path: String, _ name: String, limit: Int) throws -> [UInt8] {
        try refuseLinksElsewhere(path, name)
        // O_NONBLOCK: opening a FIFO must not wait for somebody to write to it.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else {
            let reason = String(cString: strerror(errno))
            throw refusal("unreadable-file", "\(name) cannot be read: \(reason)")
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw refusal("unreadable-file", "\(name) cannot be read") }
        guard status.st_mode & S_IFMT == S_IFREG else {
            let kind =
                switch status.st_mode & S_IFMT {
                case S_IFDIR: "a folder"
                case S_IFIFO: "a pipe"
                case S_IFCHR, S_IFBLK: "a device"
                default: "a socket"
                }
            throw refusal("not-a-file", "\(name) is \(kind); name the Swift file to judge")
        }
        var bytes = [UInt8](repeating: 0, count: limit + 1)
        var count = 0
        while count < bytes.count {
            let got = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress! + count, $0.count - count) }
            if got < 0, errno == EINTR { continue }
            if got < 0 {
                throw refusal("unreadable-file", "\(name) cannot be read: \(String(cString: strerror(errno)))")
            }
            if got == 0 { break }
            count += got
        }
        bytes.removeLast(bytes.count - count)
        try Submission.check(source: bytes, name: name, limit: limit)
        return bytes
    }

    /// A link may point beside itself, not out of its folder: then what is judged would not be what lies there.
    private static func refuseLinksElsewhere(_ path: String, _ name: String) throws {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().resolvingSymlinksInPath().path
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        guard target.hasPrefix(folder + "/") else {
            throw refusal(
                "link-elsewhere", "\(name) is a link to \(target), outside its own folder; name that file itself")
        }
    }

    private static func refusal(_ code: String, _ message: String) -> JudgeError {
        JudgeError(.usage, code, message)
    }
}
