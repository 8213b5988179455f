import Compilation
import Foundation
import JudgeCore
import Synchronization

/// How fast this host is, as a program finds it that does what solutions do: sums over arrays of numbers, sorts, and looks
/// words up.
///
/// CPU-time limits are meant for one host. On another one they are longer by what this program takes longer there, and CPU
/// seconds in reports are as many as they would have been on the first.
package enum Calibration {
    /// After so long it is measured again: a host gets hotter, and its neighbours busier.
    package static let interval = Duration.seconds(900)
    /// So many runs; the shortest counts, as whatever disturbs one makes it longer.
    private static let runs = 7

    /// CPU seconds of the program in a sandbox of this host, built by this host's compiler.
    ///
    /// - Throws: `JudgeError` `calibration-failed`, and whatever the compiler and the sandbox have to say.
    package static func seconds(_ tools: Tools) async throws -> Double {
        let source = SourceFile(name: "calibration.swift", bytes: Array(program.utf8))
        guard case .success(let executable) = try await tools.compiler.submission(source, harness: [], starter: nil)
        else { throw failure("it does not build") }
        let limits = Limits(cpuSeconds: 60, memoryBytes: 256 << 20, outputBytes: 1 << 10, codeBytes: 1 << 16)
        var alone = tools
        alone.pace = nil
        return try await tools.state.withScratch { [alone] scratch in
            let input = "\(scratch)/nothing"
            guard FileManager.default.createFile(atPath: input, contents: nil) else {
                throw failure("\(input) cannot be written")
            }
            return try await CaseRunner.with(
                executable.path, limits: limits, hasHarness: false, source: source.bytes, tools: alone, scratch: scratch
            ) { runner in
                var least = Double.infinity
                for _ in 0..<runs {
                    let run = try await runner.run(input: input, arguments: [])
                    guard case .answered = run.ending, run.cpuSeconds > 0 else { throw failure("it does not run") }
                    least = min(least, run.cpuSeconds)
                }
                return least
            }
        }
    }

    private static func failure(_ what: String) -> JudgeError {
        JudgeError(
            .unavailable, "calibration-failed",
            "the program that measures how fast this host is cannot be used: \(what); `judge doctor` says more")
    }

    /// Some tenths of a second.
    private static let program = """
        var state: UInt64 = 88172645463325252
        func random() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }

        var sum = 0.0
        let count = 220
        let left = (0..<count * count).map { _ in Double(random() % 1000) }
        let right = (0..<count * count).map { _ in Double(random() % 1000) }
        for _ in 0..<6 {
            for row in 0..<count {
                for column in 0..<count {
                    var dot = 0.0
                    for index in 0..<count { dot += left[row * count + index] * right[column * count + index] }
                    sum += dot
                }
            }
        }

        var sorted = 0
        for _ in 0..<10 {
            let numbers = (0..<60_000).map { _ in Int(random() % 1_000_000) }.sorted()
            sorted += numbers[numbers.count / 2]
        }

        var words: [String: Int] = [:]
        for _ in 0..<400_000 { words["word \\(random() % 5000)", default: 0] += 1 }
        print(sum, sorted, words.count)
        """
}

/// How much slower this host is than the one that time limits go by.
package final class Pace: Sendable {
    /// So much longer than its limit a case may run before it is ended, so that it is known by how much it was too slow.
    package static let margin = Report.timeDoubt
    private let current = Mutex(1.0)

    package init() {}

    /// CPU seconds here for each of the other host; 1 where that is this one.
    package var factor: Double { current.withLock { $0 } }

    /// Takes down what this host needs for ``Calibration``, and what the other one did.
    package func set(_ seconds: Double, reference: Double) {
        guard seconds > 0, reference > 0 else { return }
        current.withLock { $0 = seconds / reference }
    }
}
