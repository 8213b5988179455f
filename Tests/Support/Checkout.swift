import Foundation

/// The checkout that the tests run in.
public enum Checkout {
    /// Its folder.
    public static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
    /// The folder of challenges.
    public static let challenges = "\(root)/Challenges"
    /// The command, as `swift build` left it.
    public static let judge = "\(root)/.build/debug/judge"
    /// judge-jail, as `make jail` left it.
    public static let jail = "\(root)/.build/sandbox/judge-jail"
    /// ChallengeKit's sources.
    public static let kit = "\(root)/Sandbox/ChallengeKit"
    /// One state folder for all tests that do not ask for a fresh one: what is compiled once serves them all.
    public static let state = "\(root)/.build/test-state"

    /// A packaged submission, e.g. `kmeans/submissions/accepted/lloyd.swift`.
    public static func challenge(_ path: String) -> String { "\(challenges)/\(path)" }
}

/// Runs `body` with a fresh folder, removed afterwards.
public nonisolated(nonsending) func withFolder<Result>(
    _ body: nonisolated(nonsending) (String) async throws -> Result
) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("judge-test-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try await body(folder)
}

/// Writes `text` to a new file at `path`, making its folders.
public func write(_ text: String, to path: String) throws {
    let url = URL(fileURLWithPath: path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
}
