import Foundation

/// What git said when it failed.
public struct GitFailure: Error, CustomStringConvertible {
    /// The arguments, and what git said.
    public let description: String
}

/// Runs the real git in `folder`, as nobody in particular.
///
/// - Parameter time: when a commit is made, as git reads times.
/// - Throws: ``GitFailure``.
public func git(_ folder: String, _ arguments: String..., at time: String = "2026-01-05T12:00:00Z") async throws {
    let finished = try await execute(
        "/usr/bin/env",
        ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
            + ["-c", "init.defaultBranch=main"] + arguments,
        environment: ["GIT_COMMITTER_DATE": time, "GIT_AUTHOR_DATE": "@1 +0000", "GIT_CONFIG_GLOBAL": "/dev/null"],
        directory: folder)
    guard finished.status == 0 else { throw GitFailure(description: "git \(arguments): \(finished.errors)") }
}
