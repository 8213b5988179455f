import Foundation
import JudgeCore
import Subprocess
import SystemPackage

/// What git knows of the files below a folder. Nothing that a repository's files or its configuration name is run.
package struct GitRepository: Sendable {
    /// The folder; all paths are counted from it.
    let folder: String

    /// The repository that `folder` lies in.
    ///
    /// - Throws: `JudgeError` `no-repository` when there is none, or no git.
    package init(folder: String) async throws {
        self.folder = folder
        let (isWhole, text): (Bool, String)
        do {
            (isWhole, text) = try await ask("rev-parse", "--is-inside-work-tree")
        } catch let error as SubprocessError {
            throw JudgeError(
                .unavailable, "no-repository",
                "there is no git in PATH, which knows what has changed; install it", cause: error)
        }
        guard isWhole else {
            throw JudgeError(
                .usage, "no-repository", "git knows no repository at \(folder): \(text.escapingControls)")
        }
    }

    /// The files that are not as they were where `base` and the present state part: changed, added, or not committed yet.
    ///
    /// - Throws: `JudgeError` `unknown-commit` when the two have no commit in common that is here.
    package func changes(since base: String) async throws -> Set<String> {
        let (isKnown, commit) = try await ask(
            "rev-parse", "--verify", "--quiet", "--end-of-options", "\(base)^{commit}")
        guard isKnown else { throw unknown(base, "there is no such commit here") }
        let (isShared, parting) = try await ask("merge-base", commit, "HEAD")
        guard isShared else { throw unknown(base, "it has no commit in common with the present one") }
        return try await differences(from: parting).union(untracked())
    }

    /// The files that differ from the last commit, or are in none.
    package func uncommitted() async throws -> Set<String> {
        guard try await ask("rev-parse", "--verify", "--quiet", "HEAD").isWhole else { return try await untracked() }
        return try await differences(from: "HEAD").union(untracked())
    }

    /// When the file at `path` was last changed by a commit, in seconds since 1970; `nil` where it is in none.
    package func time(of path: String) async throws -> Int? {
        let (isWhole, text) = try await ask("--literal-pathspecs", "log", "-1", "--format=%ct", "--", path)
        return isWhole ? Int(text) : nil
    }

    private func differences(from commit: String) async throws -> Set<String> {
        try await paths(
            "diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-textconv", "--relative",
            "--diff-filter=d", commit, "--", ".")
    }

    private func untracked() async throws -> Set<String> {
        try await paths("ls-files", "-z", "--others", "--exclude-standard", "--", ".")
    }

    private func paths(_ arguments: String...) async throws -> Set<String> {
        let (isWhole, text) = try await run(arguments)
        guard isWhole else {
            throw JudgeError(
                .failure, "git-failed", "git \(arguments[0]) failed in \(folder): \(text.escapingControls)")
        }
        return Set(text.split(separator: "\0").map(String.init))
    }

    private func unknown(_ base: String, _ why: String) -> JudgeError {
        JudgeError(
            .usage, "unknown-commit",
            "nothing can be compared with '\(base.escapingControls)': \(why); CI must fetch it first (actions/checkout: fetch-depth: 0)"
        )
    }

    /// Whether git ended well, and what it said, on one line.
    private func ask(_ arguments: String...) async throws -> (isWhole: Bool, text: String) {
        let (isWhole, text) = try await run(arguments)
        return (isWhole, text.split(separator: "\n").first.map(String.init) ?? "")
    }

    private func run(_ arguments: [String]) async throws -> (isWhole: Bool, text: String) {
        let result = try await Subprocess.run(
            .name("git"),
            arguments: .init(["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"] + arguments),
            environment: .inherit.updating(["GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"]),
            workingDirectory: FilePath(folder), output: .string(limit: 64 << 20), error: .string(limit: 1 << 16))
        let isWhole = result.terminationStatus.isSuccess
        return (isWhole, isWhole ? result.standardOutput : result.standardError)
    }
}
