import Compilation
import Foundation
import Jail
import JudgeCore
import Registry

/// A challenge's generators in a standing jail.
struct GeneratorRunner: Sendable {
    private let challenge: Challenge
    private let jail: Jail
    private let scratch: String
    private static let largestInput = 1 << 30

    /// Builds the generators and keeps them ready while `body` runs.
    nonisolated(nonsending) static func with<Result: Sendable>(
        _ preparation: Preparation, scratch: String,
        _ body: nonisolated(nonsending) (GeneratorRunner) async throws -> Result
    ) async throws -> Result {
        var configuration = JailConfiguration(policy: .tools, executable: preparation.tools.jailExecutable)
        configuration.sandbox = preparation.tools.sandbox
        configuration.workBytes = 64 << 20
        var programs: [(name: String, path: String)] = []
        for program in preparation.challenge.generatorPrograms {
            programs.append((program.name, try await preparation.build(program).path))
        }
        return try await Jail.with(configuration) { jail in
            for (name, path) in programs { try await jail.load(program: name, from: path) }
            return try await body(GeneratorRunner(challenge: preparation.challenge, jail: jail, scratch: scratch))
        }
    }

    /// Writes what a generator makes of its arguments to `input`.
    ///
    /// - Parameter label: names the case in messages.
    /// - Throws: `JudgeError` `broken-package` when the generator fails.
    func run(_ generator: String, _ arguments: [String], to input: String, label: String) async throws {
        guard challenge.generatorPrograms.contains(where: { $0.name == generator }) else {
            throw challenge.broken(label, "there is no generator '\(generator)' in generators/")
        }
        var run = JailRun(program: generator)
        run.arguments = arguments
        run.environment = CaseRunner.environment
        run.result = JailRun.Result(path: input, channel: 1, limit: Self.largestInput)
        run.errorPath = "\(scratch)/generator.err"
        run.cpuSeconds = 60
        run.wallSeconds = 120
        let outcome = try await jail.run(run)
        guard outcome.ending == .exited(0) else {
            let words = FileManager.default.contents(atPath: "\(scratch)/generator.err") ?? Data()
            let said = String(untrusted: words, limit: 300).split(separator: "\n").first.map { ": \($0)" } ?? ""
            throw challenge.broken(label, "the generator ended with \(outcome.ending)\(said)")
        }
    }
}

extension Challenge {
    /// The error of a package whose part `label` does not work.
    func broken(_ label: String, _ message: String) -> JudgeError {
        JudgeError(.failure, "broken-package", "\(slug)/\(label): \(message)")
    }
}
