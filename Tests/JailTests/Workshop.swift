import Foundation
import Jail
import JudgeCore
import Testing

/// A scratch folder, and the small C programs that the tests run in jails, compiled once each.
final class Workshop: Sendable {
    static let shared = Workshop()
    private static let root =
        NSTemporaryDirectory() + "jail-tests-\(ProcessInfo.processInfo.processIdentifier)"

    /// `judge-jail` as the Makefile builds it, or the one that `JUDGE_JAIL` names.
    static let jail =
        ProcessInfo.processInfo.environment["JUDGE_JAIL"]
        ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent(".build/sandbox/judge-jail").path

    private init() {
        atexit { try? FileManager.default.removeItem(atPath: Workshop.root) }
    }

    /// Compiles C statically; the same source gives the same file.
    func program(_ name: String, _ source: String) throws -> String {
        let folder = try scratch("programs")
        let text = folder + "/\(name).c"
        let executable = folder + "/\(name)"
        try source.write(toFile: text, atomically: true, encoding: .utf8)
        let status = try shell(["cc", "-O1", "-D_GNU_SOURCE", "-static", "-w", "-o", executable, text])
        try #require(status == 0, "the test program \(name) does not compile")
        return executable
    }

    /// A fresh folder, removed when the tests end.
    func scratch(_ name: String) throws -> String {
        let path = "\(Self.root)/\(name)-\(UUID())"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }

    /// Runs a command of the host and returns its exit status.
    @discardableResult
    func shell(_ words: [String], quiet: Bool = false) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = words
        if quiet { process.standardError = FileHandle.nullDevice }
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}

/// The text of a host file; empty where there is none.
func contents(_ path: String) -> String {
    (try? String(decoding: Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)) ?? ""
}

/// Runs one C program in a jail of its own with small limits.
func runC(
    _ source: String, name: String = "test", sandbox: SandboxChoice = .full,
    _ change: (inout JailRun) -> Void = { _ in }
) async throws -> (outcome: JailOutcome, folder: String, answer: String, output: String, error: String) {
    let executable = try Workshop.shared.program(name, source)
    let folder = try Workshop.shared.scratch(name)
    var configuration = JailConfiguration(policy: .run, executable: Workshop.jail)
    configuration.sandbox = sandbox
    configuration.memoryBytes = 256 << 20
    var run = JailRun(program: "main")
    run.result = JailRun.Result(path: folder + "/result", channel: 3, limit: 1 << 20)
    run.outputPath = folder + "/output"
    run.errorPath = folder + "/error"
    run.cpuSeconds = 1
    run.wallSeconds = 3
    run.memoryBytes = 64 << 20
    change(&run)
    let final = run
    let outcome = try await Jail.with(configuration) { jail in
        try await jail.load(program: "main", from: executable)
        return try await jail.run(final)
    }
    return (
        outcome, folder, contents(folder + "/result"), contents(folder + "/output"), contents(folder + "/error")
    )
}
