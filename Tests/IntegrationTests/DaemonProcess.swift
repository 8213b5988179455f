import Foundation
import Subprocess
import Support
import SystemPackage

/// A real `judge serve` that runs while a test talks to it.
struct DaemonProcess: Sendable {
    let url: String
    let database: String
    /// Sends it a signal.
    let signal: @Sendable (Subprocess.Signal) throws -> Void

    /// Makes a token with the real command.
    func token(_ user: String, role: String = "member") async throws -> String {
        let made = try await Support.judge(["token", "create", "--user", user, "--role", role, "--database", database])
        return made.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// What it says of a path, by the system's own curl-less way: the judge's client is tested elsewhere.
    func submit(_ file: String, challenge: String, token: String, format: String = "json") async throws -> Finished {
        try await Support.judge(
            ["submit", file, "--challenge", challenge, "--server", url, "--format", format, "--quiet"],
            environment: ["JUDGE_TOKEN": token])
    }
}

/// Runs a daemon on the database in `folder`, with the tests' common caches, and ends it after `body`.
///
/// - Returns: how it ended, and its log.
func withDaemon(
    in folder: String, arguments: [String] = [], environment: [String: String] = [:],
    body: @escaping @Sendable (DaemonProcess) async throws -> Void
) async throws -> (ending: TerminationStatus, log: String) {
    let output = "\(folder)/output-\(UUID().uuidString)"
    let log = "\(folder)/log-\(UUID().uuidString)"
    let database = "\(folder)/judge.sqlite"
    var overrides: [Environment.Key: String?] = [:]
    for (key, value) in environment { overrides[Environment.Key(rawValue: key)!] = value }
    let command =
        [
            Checkout.judge, "serve", "--listen", "127.0.0.1:0", "--state", "\(Checkout.state)/judge", "--database",
            database,
        ] + arguments
    let finished = try await run(
        .path("/bin/sh"), arguments: .init(["-c", "exec \"$@\" > '\(output)' 2> '\(log)'", "sh"] + command),
        environment: .inherit.updating(overrides), input: .none, output: .discarded, error: .discarded
    ) { execution in
        do {
            var url: String?
            for _ in 0..<1500 where url == nil {
                let text = (try? String(contentsOfFile: output, encoding: .utf8)) ?? ""
                url = text.hasSuffix("\n") ? text.trimmingCharacters(in: .newlines) : nil
                if url == nil { try await Task.sleep(for: .milliseconds(20)) }
            }
            guard let url else {
                throw CocoaError(
                    .fileReadUnknown, userInfo: ["log": (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""])
            }
            try await body(
                DaemonProcess(url: url, database: database) { try execution.send(signal: $0) })
        } catch {
            try? execution.send(signal: .kill)
            throw error
        }
        try? execution.send(signal: .terminate)
    }
    return (finished.terminationStatus, (try? String(contentsOfFile: log, encoding: .utf8)) ?? "")
}
