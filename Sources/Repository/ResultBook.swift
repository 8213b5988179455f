import Compilation
import Crypto
import Foundation
import JudgeCore
import Registry
import Reporting
import Synchronization

/// What was graded before in a repository, in a folder that may be kept between runs of CI: a line for each source of each
/// person, and the reports.
///
/// Nothing hidden is in it: a report holds what everybody is shown. Who can write to the folder can write what the results
/// are, so CI must keep it where the people who are graded cannot.
package final class ResultBook: Sendable {
    /// One source of one person, as it was judged.
    package struct Entry: Codable, Sendable, Equatable {
        let user: String?
        let challenge: String
        /// SHA-256 of the source.
        package let sha256: String
        /// When it was handed in, in seconds since 1970.
        package let submitted: Int
        package let verdict: Verdict
        /// What it earned of what there is to earn, from 0 to 1, before a deadline is looked at.
        package let share: Double
        /// Names the report, and everything that it follows from.
        let key: String
    }

    private struct File: Codable {
        var schema = "judge-results/1"
        var results: [Entry]
    }

    private let folder: String
    private let entries: Mutex<[Entry]>
    /// What was found of packages, by their folders: each is read once in a run, however many solutions there are to it.
    private let fingerprints = Mutex<[String: String]>([:])

    /// The book in `folder`, which is made when something is to be written.
    ///
    /// - Throws: `JudgeError` `broken-results` when its file is none.
    package init(folder: String) throws {
        self.folder = folder
        entries = Mutex(try Self.read(folder))
    }

    private static func read(_ folder: String) throws -> [Entry] {
        let path = "\(folder)/results.json"
        guard let data = FileManager.default.contents(atPath: path) else { return [] }
        do {
            let file = try JSONDecoder().decode(File.self, from: data)
            guard file.schema == File(results: []).schema else { throw CocoaError(.fileReadCorruptFile) }
            return file.results
        } catch {
            throw JudgeError(
                .usage, "broken-results",
                "\(path) is no record of results; remove it, and everything is graded anew")
        }
    }

    /// Everything of one person for one challenge, in the order in which it was graded.
    package func entries(of user: String?, for challenge: String) -> [Entry] {
        entries.withLock { $0.filter { $0.user == user && $0.challenge == challenge } }
    }

    /// The report of this name; `nil` where there is none, or it cannot be read.
    package func report(_ key: String) -> Report? {
        FileManager.default.contents(atPath: path(of: key)).flatMap { try? JSONReport.read($0) }
    }

    /// Keeps a report and what it says of its author. A source that is here already moves to the end.
    ///
    /// - Returns: the line of the source.
    /// - Throws: `JudgeError` `results-unwritable`.
    package func record(_ report: Report, of user: String?, submitted: Int, key: String) throws -> Entry {
        let entry = Entry(
            user: user, challenge: report.submission.challenge, sha256: report.submission.sha256, submitted: submitted,
            verdict: report.verdict, share: report.share, key: key)
        do {
            try FileManager.default.createDirectory(atPath: "\(folder)/reports", withIntermediateDirectories: true)
            try Data(JSONReport.text(of: report).utf8).write(
                to: URL(fileURLWithPath: path(of: key)), options: .atomic)
            try entries.withLock { entries in
                entries.removeAll {
                    ($0.user, $0.challenge, $0.sha256) == (entry.user, entry.challenge, entry.sha256)
                }
                entries.append(entry)
                try Data(JSONText.encode(File(results: entries)).utf8).write(
                    to: URL(fileURLWithPath: "\(folder)/results.json"), options: .atomic)
            }
            return entry
        } catch {
            throw JudgeError(
                .usage, "results-unwritable", "\(folder) cannot be written: \(error.reason); name another with --cache")
        }
    }

    private func path(of key: String) -> String { "\(folder)/reports/\(key).json" }

    /// The name of the report on a source: another when the source, the package, the judge or the compiler is another.
    package static func key(
        sha256: String, package: String, judge: String, toolchain: String, scope: String
    ) -> String {
        let parts = ["1", sha256, package, judge, toolchain, scope]
        return String(SHA256.hash(data: Data(parts.joined(separator: "\n").utf8)).hexadecimal.prefix(40))
    }

    /// SHA-256 over the names and contents of all files of the package in `folder`.
    package func fingerprint(ofPackage folder: String) -> String {
        fingerprints.withLock { known in
            if let fingerprint = known[folder] { return fingerprint }
            var hash = SHA256()
            for name in (FileManager.default.subpaths(atPath: folder) ?? []).sorted() {
                guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else { continue }
                hash.update(data: Data("\(name) \(data.count)\n".utf8))
                hash.update(data: data)
            }
            let fingerprint = hash.finalize().hexadecimal
            known[folder] = fingerprint
            return fingerprint
        }
    }
}
