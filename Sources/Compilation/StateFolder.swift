import Foundation
import JudgeCore

/// The folder that the judge keeps between runs: its secret, its caches, hidden data, and scratch space.
///
/// Everything in it but `salt`, the database and `judge.yaml` can be deleted at any time and comes back by itself.
package struct StateFolder: Sendable {
    /// The folder's path.
    package let path: String
    /// The folders in it that are written once.
    package let kept: KeptFolders

    /// The folder at `path`, created with its parents if need be.
    ///
    /// - Parameter notice: hears of what was damaged and is made anew, one sentence each time.
    /// - Throws: `JudgeError` `state-unwritable` when nothing can be written there.
    package init(
        path: String,
        notice: @escaping @Sendable (String) -> Void = { StandardStream.error("judge: \($0)\n") }
    ) throws {
        self.path = URL(fileURLWithPath: path).standardizedFileURL.path
        kept = KeptFolders(damaged: "\(self.path)/damaged", notice: notice)
        do {
            for folder in [executables, modules, data, scratch] {
                try FileManager.default.createDirectory(
                    atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            }
            // It bears our name: what bears nobody's, another judge would clear away under our hands.
            let probe = "\(scratch)/\(ProcessIdentity.current)-probe-\(UUID().uuidString)"
            try Data().write(to: URL(fileURLWithPath: probe))
            try FileManager.default.removeItem(atPath: probe)
        } catch {
            throw JudgeError(
                .usage, "state-unwritable",
                "the state folder \(path) cannot be written: \(error.reason); name another one with --state DIR")
        }
        removeAbandonedScratch()
    }

    package var executables: String { "\(path)/cache/executables" }
    package var modules: String { "\(path)/cache/modules" }
    package var data: String { "\(path)/data" }
    package var scratch: String { "\(path)/scratch" }

    /// Runs `body` with a fresh folder that is removed afterwards. Should the judge be killed in between, the next one
    /// removes it.
    package nonisolated(nonsending) func withScratch<Result>(
        _ body: nonisolated(nonsending) (String) async throws -> Result
    ) async throws -> Result {
        let folder = "\(scratch)/\(ProcessIdentity.current)-\(UUID().uuidString.prefix(8))"
        try self.writing { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false) }
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try await body(folder)
    }

    /// Runs `body`, which writes into the state folder, and says in one sentence what went wrong if it cannot.
    package func writing<Result>(_ body: () throws -> Result) throws -> Result {
        do { return try body() } catch let error as JudgeError { throw error } catch {
            throw JudgeError(
                .unavailable, "state-write-failed", "writing into the state folder \(path) failed: \(error.reason)")
        }
    }

    /// The installation's secret, 32 random bytes, made at the first use. Hidden data derive from it.
    package func salt() throws -> [UInt8] {
        if let bytes = try saltIfAny() { return bytes }
        var generator = SystemRandomNumberGenerator()
        return try write(salt: (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }

    /// The installation's secret, if there is one already.
    package func saltIfAny() throws -> [UInt8]? { try readSalt("\(path)/salt") }

    /// Takes the secret of another installation, 32 bytes, so that hidden data are drawn as there.
    ///
    /// - Throws: `JudgeError` `salt-differs` where there is another one already.
    package func take(salt: [UInt8]) throws {
        guard try saltIfAny() ?? write(salt: salt) == salt else {
            throw JudgeError(
                .usage, "salt-differs",
                "\(path)/salt is another secret than the one that was published; move it away, or name another state folder with --state"
            )
        }
    }

    /// - Returns: the secret that stands then.
    private func write(salt fresh: [UInt8]) throws -> [UInt8] {
        let file = "\(path)/salt"
        let temporary = "\(file).\(UUID().uuidString)"
        return try writing {
            guard
                FileManager.default.createFile(
                    atPath: temporary, contents: Data(fresh), attributes: [.posixPermissions: 0o600])
            else { throw CocoaError(.fileWriteUnknown) }
            // link fails where another judge was quicker; then its secret is the installation's.
            let linked = link(temporary, file) == 0
            unlink(temporary)
            if linked { return fresh }
            guard let bytes = try readSalt(file) else { throw CocoaError(.fileReadUnknown) }
            return bytes
        }
    }

    private func readSalt(_ file: String) throws -> [UInt8]? {
        guard FileManager.default.fileExists(atPath: file) else { return nil }
        guard let bytes = FileManager.default.contents(atPath: file), bytes.count == 32 else {
            throw JudgeError(
                .usage, "broken-salt",
                "\(file) is not the 32 bytes that the judge wrote; restore it, or delete it to draw new hidden data")
        }
        return [UInt8](bytes)
    }

    private func removeAbandonedScratch() {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: scratch)) ?? [] {
            let owner = name.split(separator: "-").prefix(2).joined(separator: "-")
            if !ProcessIdentity.isAlive(owner) { try? FileManager.default.removeItem(atPath: "\(scratch)/\(name)") }
        }
    }
}

/// A process by number and start time, which together are never used twice while the host is up.
enum ProcessIdentity {
    /// This process, as `PID-STARTTIME`.
    static let current = "\(getpid())-\(startTime(of: getpid()) ?? "0")"

    /// Whether the process that `identity` names still runs.
    static func isAlive(_ identity: String) -> Bool {
        let parts = identity.split(separator: "-")
        guard parts.count == 2, let pid = pid_t(parts[0]) else { return false }
        return startTime(of: pid) == String(parts[1])
    }

    /// Field 22 of /proc/PID/stat; the name in field 2 may hold spaces and parentheses, so count from the last one.
    private static func startTime(of pid: pid_t) -> String? {
        guard let stat = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8),
            let close = stat.lastIndex(of: ")")
        else { return nil }
        let fields = stat[close...].split(separator: " ")
        return fields.count > 20 ? String(fields[20]) : nil
    }
}

extension Error {
    /// What the system said, without Foundation's wrapping: `No space left on device`.
    package var reason: String {
        let error = self as NSError
        if let underlying = error.userInfo[NSUnderlyingErrorKey] as? NSError, underlying.domain == NSPOSIXErrorDomain {
            return String(cString: strerror(Int32(underlying.code)))
        }
        if error.domain == NSPOSIXErrorDomain { return String(cString: strerror(Int32(error.code))) }
        return "\(self)"
    }
}
