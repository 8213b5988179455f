import Compilation
import Foundation
import Jail
import JudgeCore

/// Counts the instructions of a program's `measured { }` with valgrind's callgrind, in a jail. Slow, and there only where
/// valgrind is installed; for what the meter cannot see.
package struct InstructionCounter: Sendable {
    private let jail: Jail
    private let tool: String
    private let scratch: String
    private let hasHarness: Bool

    /// Beyond so many seconds a point is given up. Points are chosen so that they take far less.
    private static let cpuSeconds = 60.0

    /// The folder of valgrind's tools, where it is installed.
    package static let folder: String? = ["/usr/libexec/valgrind", "/usr/lib/valgrind", "/usr/local/libexec/valgrind"]
        .first {
            FileManager.default.isExecutableFile(atPath: "\($0)/\(toolName)")
        }

    #if arch(arm64)
        private static let toolName = "callgrind-arm64-linux"
    #else
        private static let toolName = "callgrind-amd64-linux"
    #endif

    /// A counter of the plain executable at `path`; `body` gets none where there is no valgrind.
    nonisolated(nonsending) static func with<Result: Sendable>(
        _ path: String, tools: Tools, hasHarness: Bool, scratch: String,
        _ body: nonisolated(nonsending) (InstructionCounter?) async throws -> Result
    ) async throws -> Result {
        guard let folder else { return try await body(nil) }
        var configuration = JailConfiguration(policy: .tools, executable: tools.jailExecutable)
        configuration.sandbox = tools.sandbox
        configuration.workBytes = 128 << 20
        configuration.readOnlyPaths = [folder]
        return try await Jail.with(configuration) { jail in
            try await jail.put("program", from: path, executable: true)
            return try await body(
                InstructionCounter(
                    jail: jail, tool: "\(folder)/\(toolName)", scratch: scratch, hasHarness: hasHarness))
        }
    }

    /// The instructions that it takes to answer `input`; `nil` where it does not come to an end. May be called
    /// concurrently, with a different `place` each.
    func count(input: String, place: Int) async throws -> Int? {
        let errors = "\(scratch)/instructions-\(place).err"
        var run = JailRun(path: tool)
        // The program's own words go to the same stream, but valgrind's last one is written after its end.
        run.arguments = [
            "--tool=callgrind", hasHarness ? "--collect-atstart=no" : "--collect-atstart=yes",
            "--callgrind-out-file=/tmp/callgrind.%p", "--main-stacksize=\(64 << 20)", "\(jail.workPath)/program",
        ]
        let folder = tool.split(separator: "/").dropLast().joined(separator: "/")
        run.environment = [
            "SWIFT_DETERMINISTIC_HASHING": "1", "SWIFT_BACKTRACE": "enable=no", "VALGRIND_LIB": "/\(folder)",
            "VALGRIND_LAUNCHER": tool,
        ]
        run.standardInput = input
        run.result = JailRun.Result(path: "\(scratch)/instructions-\(place).out", channel: 3, limit: 256 << 20)
        run.errorPath = errors
        run.cpuSeconds = Self.cpuSeconds
        run.wallSeconds = Self.cpuSeconds * 4
        run.stackBytes = 64 << 20
        let outcome = try await jail.run(run)
        guard outcome.ending == .exited(0), outcome.errorBytes < 1 << 16,
            let text = FileManager.default.contents(atPath: errors)
        else { return nil }
        let said = String(decoding: text, as: UTF8.self).split(separator: "\n").last { $0.contains("== Collected : ") }
        return said?.split(separator: " ").last.flatMap { Int($0) }
    }
}
