import Foundation
import Subprocess
import Synchronization
import SystemPackage

/// A real `judge serve` that runs while somebody talks to it.
public struct DaemonProcess: Sendable {
    /// Its address.
    public let url: String
    /// Its database.
    public let database: String
    /// Sends it a signal.
    public let signal: @Sendable (Subprocess.Signal) throws -> Void
    private let judge: String
    private let process: Int32

    /// The most memory that it has had so far, in MiB.
    public var peakMemory: Double {
        let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
        return (status.firstMatch(of: /VmHWM:\s+(\d+) kB/).flatMap { Double($0.1) } ?? .nan) / 1024
    }

    fileprivate init(
        url: String, database: String, judge: String, process: Int32,
        signal: @escaping @Sendable (Subprocess.Signal) throws -> Void
    ) {
        self.url = url
        self.database = database
        self.judge = judge
        self.process = process
        self.signal = signal
    }

    /// Makes a token with the real command.
    public func token(_ user: String, role: String = "member") async throws -> String {
        let made = try await execute(
            judge, ["token", "create", "--user", user, "--role", role, "--database", database])
        return made.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Submits a file with the real command.
    public func submit(_ file: String, challenge: String, token: String, format: String = "json") async throws
        -> Finished
    {
        try await execute(
            judge, ["submit", file, "--challenge", challenge, "--server", url, "--format", format, "--quiet"],
            environment: ["JUDGE_TOKEN": token, "NO_COLOR": "1"])
    }
}

/// Runs a daemon on the database in `folder` and ends it after `body`.
///
/// - Parameters:
///   - state: its state folder; the tests' common one by default.
///   - command: what is run: `serve` or `worker`.
///   - database: its database; a file in `folder` by default.
///   - judge: the executable.
/// - Returns: how it ended, and its log.
@discardableResult
public func withDaemon(
    in folder: String, command: String = "serve", state: String = "\(Checkout.state)/judge", database: String? = nil,
    judge: String = Checkout.judge,
    arguments: [String] = [], environment: [String: String] = [:],
    body: @escaping @Sendable (DaemonProcess) async throws -> Void
) async throws -> (ending: TerminationStatus, log: String) {
    let output = "\(folder)/output-\(UUID().uuidString)"
    let log = "\(folder)/log-\(UUID().uuidString)"
    let database = database ?? "\(folder)/judge.sqlite"
    var overrides: [Environment.Key: String?] = [:]
    for (key, value) in environment { overrides[Environment.Key(rawValue: key)!] = value }
    let command =
        [judge, command, "--listen", "127.0.0.1:0", "--state", state, "--database", database] + arguments
    let finished = try await run(
        .path("/bin/sh"), arguments: .init(["-c", "exec \"$@\" > '\(output)' 2> '\(log)'", "sh"] + command),
        environment: .inherit.updating(overrides), input: .none, output: .discarded, error: .discarded
    ) { execution in
        // A second request to end would cut short what the first one lets finish.
        let isAsked = Mutex(false)
        do {
            var url: String?
            for _ in 0..<1500 where url == nil {
                let text = (try? String(contentsOfFile: output, encoding: .utf8)) ?? ""
                url = text.hasSuffix("\n") ? text.trimmingCharacters(in: .newlines) : nil
                if url == nil { try await Task.sleep(for: .milliseconds(20)) }
            }
            guard let url else {
                let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
                throw CocoaError(.fileReadUnknown, userInfo: ["log": text])
            }
            try await body(
                DaemonProcess(
                    url: url, database: database, judge: judge, process: execution.processIdentifier.value
                ) { signal in
                    if signal == .terminate { isAsked.withLock { $0 = true } }
                    try execution.send(signal: signal)
                })
        } catch {
            try? execution.send(signal: .kill)
            throw error
        }
        if !isAsked.withLock({ $0 }) { try? execution.send(signal: .terminate) }
    }
    return (finished.terminationStatus, (try? String(contentsOfFile: log, encoding: .utf8)) ?? "")
}
