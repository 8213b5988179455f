import Compilation
import Crypto
import Foundation
import JudgeCore

/// Reads the file that somebody submits, and refuses everything that is no plain source file.
enum SubmissionFile {
    /// The submission in the file at `path`, for `challenge`.
    ///
    /// - Parameter limit: the largest source allowed, in bytes.
    /// - Throws: `JudgeError` of kind usage, one sentence naming the file.
    static func read(_ path: String, challenge: String, limit: Int) throws -> Submission {
        let url = URL(fileURLWithPath: path)
        let bytes = try contents(path, limit: limit)
        return Submission(
            id: UUID().uuidString.lowercased(), challenge: challenge, file: url.lastPathComponent, source: bytes,
            sha256: SHA256.hash(data: bytes).hexadecimal, author: nil,
            submittedAt: Date().formatted(.iso8601))
    }

    /// The challenge that a file's name stands for: `…/kmeans.swift` is for `kmeans`.
    static func challenge(for path: String) -> String {
        URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    }

    private static func contents(_ path: String, limit: Int) throws -> [UInt8] {
        try refuseLinksElsewhere(path)
        // O_NONBLOCK: opening a FIFO must not wait for somebody to write to it.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else {
            let reason = String(cString: strerror(errno))
            throw refusal("unreadable-file", "\(path) cannot be read: \(reason)")
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw refusal("unreadable-file", "\(path) cannot be read") }
        guard status.st_mode & S_IFMT == S_IFREG else {
            let kind =
                switch status.st_mode & S_IFMT {
                case S_IFDIR: "a folder"
                case S_IFIFO: "a pipe"
                case S_IFCHR, S_IFBLK: "a device"
                default: "a socket"
                }
            throw refusal("not-a-file", "\(path) is \(kind); name the Swift file to judge")
        }
        var bytes = [UInt8](repeating: 0, count: limit + 1)
        var count = 0
        while count < bytes.count {
            let got = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress! + count, $0.count - count) }
            if got < 0, errno == EINTR { continue }
            if got < 0 {
                throw refusal("unreadable-file", "\(path) cannot be read: \(String(cString: strerror(errno)))")
            }
            if got == 0 { break }
            count += got
        }
        bytes.removeLast(bytes.count - count)
        try check(bytes, path: path, limit: limit)
        return bytes
    }

    private static func check(_ bytes: [UInt8], path: String, limit: Int) throws {
        guard !bytes.isEmpty else {
            throw refusal("empty-file", "\(path) is empty; `judge start ID` writes a starter")
        }
        guard bytes.count <= limit else {
            throw refusal(
                "file-too-large", "\(path) is larger than \(limit / 1024) KiB, the most that this challenge allows")
        }
        if let index = bytes.firstIndex(of: 0) {
            throw refusal(
                "not-text", "\(path), line \(line(of: index, in: bytes)): there is a NUL byte; Swift source is text")
        }
        if String(validating: bytes, as: UTF8.self) == nil {
            // A line feed is never part of a longer character, so lines can be looked at on their own.
            let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
            let line = (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
            throw refusal("not-utf8", "\(path), line \(line): the bytes are not UTF-8; save the file in that encoding")
        }
    }

    /// A link may point beside itself, not out of its folder: then what is judged would not be what lies there.
    private static func refuseLinksElsewhere(_ path: String) throws {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().resolvingSymlinksInPath().path
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        guard target.hasPrefix(folder + "/") else {
            throw refusal(
                "link-elsewhere", "\(path) is a link to \(target), outside its own folder; name that file itself")
        }
    }

    private static func line(of index: Int, in bytes: [UInt8]) -> Int {
        bytes[..<index].count { $0 == 0x0A } + 1
    }

    private static func refusal(_ code: String, _ message: String) -> JudgeError {
        JudgeError(.usage, code, message)
    }
}
