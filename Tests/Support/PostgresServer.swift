import Foundation
import Synchronization

/// A server of PostgreSQL for tests, with a cluster of its own, that ends with this process whatever ends it.
public final class PostgresServer: Sendable {
    /// The one that tests share which do not stop it.
    public static let shared = Result { try PostgresServer() }

    /// The folder with its cluster and its socket.
    public let folder: String
    private let process: Mutex<Process>
    private let input = Pipe()
    private let count = Atomic<Int>(0)

    /// Starts it.
    ///
    /// - Parameter settings: of `postgresql.conf`, as `name=value`.
    /// - Throws: ``PostgresMissing`` when it does not answer.
    public init(settings: [String] = ["fsync=off", "full_page_writes=off", "max_connections=200"]) throws {
        folder = "/tmp/judge-postgres-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        let server = Process()
        server.executableURL = URL(fileURLWithPath: "\(Checkout.root)/Tests/Support/postgres-server")
        server.arguments = [folder] + settings.flatMap { ["-c", $0] }
        let output = Pipe()
        server.standardInput = input
        server.standardOutput = output
        // Held by nobody else, so that the server sees the end of this process.
        _ = fcntl(input.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
        try server.run()
        let answer = output.fileHandleForReading.availableData
        process = Mutex(server)
        guard String(decoding: answer, as: UTF8.self) == "ready\n" else { throw PostgresMissing() }
    }

    /// Ends it, and removes its folder.
    public func stop() {
        try? input.fileHandleForWriting.close()
        process.withLock { $0.waitUntilExit() }
    }

    /// The URL of a database of it.
    public func url(_ database: String) -> String {
        "postgres://judge@/\(database)?host=\(folder)"
    }

    /// Runs `body` with a fresh database, removed afterwards.
    public nonisolated(nonsending) func withDatabase<Result>(
        _ body: nonisolated(nonsending) (String) async throws -> Result
    ) async throws -> Result {
        let name = "test\(count.add(1, ordering: .relaxed).newValue)"
        try run("createdb", [name])
        defer { try? run("dropdb", ["--force", name]) }
        return try await body(url(name))
    }

    /// Runs one of PostgreSQL's programs as the owner of the server.
    private func run(_ program: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program, "-h", folder, "-U", "judge"] + arguments
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw PostgresMissing() }
    }
}

/// There is no server of PostgreSQL, or it does not start.
public struct PostgresMissing: Error, CustomStringConvertible {
    /// What to do about it.
    public var description: String { "PostgreSQL does not run here; install it: apt-get install postgresql" }
}
