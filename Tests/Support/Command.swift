import Foundation
import Subprocess
import SystemPackage

/// What a finished command left.
public struct Finished: Sendable {
    /// Its exit status; 128 and more for a signal.
    public let status: Int
    /// Standard output.
    public let output: String
    /// Standard error.
    public let errors: String
}

/// Runs a program to its end.
public func execute(
    _ program: String, _ arguments: [String], environment: [String: String] = [:], directory: String? = nil
) async throws -> Finished {
    var overrides: [Environment.Key: String?] = [:]
    for (key, value) in environment { overrides[Environment.Key(rawValue: key)!] = value }
    let result = try await run(
        .path(FilePath(program)), arguments: .init(arguments), environment: .inherit.updating(overrides),
        workingDirectory: directory.map { FilePath($0) }, output: .string(limit: 32 << 20),
        error: .string(limit: 32 << 20))
    let status =
        switch result.terminationStatus {
        case .exited(let code): Int(code)
        case .signaled(let signal): 128 + Int(signal)
        }
    return Finished(status: status, output: result.standardOutput, errors: result.standardError)
}

/// Runs the real `judge` on the shared state folder; one that finds the folder `hidden` empty, if that is named.
public func judge(
    _ arguments: [String], state: String? = Checkout.state, environment: [String: String] = [:],
    directory: String? = nil, hiding hidden: String? = nil
) async throws -> Finished {
    var environment = environment
    if let state { environment["XDG_STATE_HOME"] = environment["XDG_STATE_HOME"] ?? state }
    environment["NO_COLOR"] = environment["NO_COLOR"] ?? "1"
    if let hidden {
        let hiding = ["bwrap", "--dev-bind", "/", "/", "--tmpfs", hidden, Checkout.judge]
        return try await execute("/usr/bin/env", hiding + arguments, environment: environment, directory: directory)
    }
    return try await execute(Checkout.judge, arguments, environment: environment, directory: directory)
}

/// The report that `judge submit … --format json` prints.
public func report(_ finished: Finished) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(finished.output.utf8))
    guard let report = object as? [String: Any] else { throw CocoaError(.coderReadCorrupt) }
    return report
}
