import ArgumentParser
import Foundation
import JudgeCore
import Reporting
import Storage

struct ArchiveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "archive", abstract: "Takes sources and reports of old submissions out of a daemon's database.",
        discussion: """
            Writes each as a line of JSON into a new file, and removes it from the database when that is on the disk. Who \
            sent what and when, verdicts, leaderboards and progress stay; the source and the report are then in the file \
            alone. What webhooks were told in that time is forgotten, unless it waits or was given up. The daemon may run \
            meanwhile.
            """)

    @Option(help: ArgumentHelp("Submissions that ended so many days ago, or longer.", valueName: "days"))
    var olderThan: Int

    @Option(help: ArgumentHelp("The file to write.", valueName: "path"), completion: .file(extensions: ["jsonl"]))
    var to: String?

    @Flag(help: "Keep no file.")
    var discard = false

    @OptionGroup var options: GlobalOptions
    @OptionGroup var daemon: DaemonOptions

    /// So many are read, written and removed at a time.
    private static let page = 200

    func validate() throws {
        guard (0...36_500).contains(olderThan) else {
            throw ValidationError("--older-than must be a number of days from 0 to 36500")
        }
        guard (to != nil) != discard else {
            throw ValidationError("name a file with --to, or say --discard to keep none")
        }
    }

    private struct Answer: Encodable {
        let submissions: Int
        let announcements: Int
        let file: String?
    }

    func run() async throws {
        let store = try daemon.store()
        let time = try await store.clock() + .seconds(-86_400 * olderThan)
        var file: ArchiveFile?
        var (last, count): (Int64, Int) = (0, 0)
        while true {
            let old = try await store.wholeSubmissions(endedBefore: time, after: last, limit: Self.page)
            guard let end = old.last?.record.number else { break }
            last = end
            if let to {
                let open = try file ?? ArchiveFile(path: to)
                try open.add(old)
                file = open
            }
            count += try await store.strip(old.map(\.record.number))
        }
        let announcements = try await store.forgetAnnouncements(before: time)
        try store.close()
        if options.format == .json {
            return try options.write(
                JSONText.encode(Answer(submissions: count, announcements: announcements, file: file?.path)))
        }
        let place = file.map { "are in \($0.path)" } ?? (count > 0 ? "are gone" : "were that old")
        try options.write(
            "Sources and reports of \(count) submissions \(place); \(announcements) messages to webhooks are forgotten.\n"
        )
    }
}

/// Submissions as lines of JSON.
private final class ArchiveFile {
    let path: String
    private let descriptor: Int32

    /// - Throws: `JudgeError` `file-exists`, `output-unwritable`.
    init(path: String) throws {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            if errno == EEXIST {
                throw JudgeError(.usage, "file-exists", "\(path) is already there; name another file with --to")
            }
            throw Self.failure(path)
        }
    }

    deinit { close(descriptor) }

    /// Returns when they are on the disk.
    func add(_ submissions: [WholeSubmission]) throws {
        var text: [UInt8] = []
        for submission in submissions { text += try Self.line(submission).utf8 }
        var rest = text[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            guard written > 0 || errno == EINTR else { throw Self.failure(path) }
            rest = rest.dropFirst(max(0, written))
        }
        guard fsync(descriptor) == 0 else { throw Self.failure(path) }
    }

    private struct Head: Encodable {
        let id: String
        let user: String?
        let challenge: String
        let file: String
        let sha256: String
        let submitted_at: String
        let ended_at: String?
        let attempt: Int
        let verdict: String?
        let source: String?
        /// Where the source is no text.
        let source_base64: String?
    }

    private static func line(_ whole: WholeSubmission) throws -> String {
        let record = whole.record
        let text = String(validating: whole.source, as: UTF8.self)
        let head = try JSONText.line(
            Head(
                id: record.id, user: record.user, challenge: record.challenge, file: record.file, sha256: record.sha256,
                submitted_at: record.submittedAt.iso8601, ended_at: record.endedAt?.iso8601, attempt: record.attempt,
                verdict: record.state.verdict?.rawValue, source: text,
                source_base64: text == nil ? Data(whole.source).base64EncodedString() : nil))
        // Line breaks in texts are escaped in JSON; those between its parts mean nothing.
        return "\(head.dropLast()), \"report\": \(whole.report ?? "null")}".split(separator: "\n")
            .map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ") + "\n"
    }

    private static func failure(_ path: String) -> JudgeError {
        JudgeError(
            .unavailable, "output-unwritable",
            "\(path) cannot be written: \(String(cString: strerror(errno))); what is not in it is still in the database"
        )
    }
}
