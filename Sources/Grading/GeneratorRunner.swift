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
    private let programs: [String: BuiltProgram]
    private static let largestInput = 1 << 30

    /// Builds the generators and keeps them ready while `body` runs.
    nonisolated(nonsending) static func with<Result: Sendable>(
        _ preparation: Preparation, scratch: String,
        _ body: nonisolated(nonsending) (GeneratorRunner) async throws -> Result
    ) async throws -> Result {
        var configuration = JailConfiguration(policy: .tools, executable: preparation.tools.jailExecutable)
        configuration.sandbox = preparation.tools.sandbox
        configuration.workBytes = 64 << 20
        var built: [String: BuiltProgram] = [:]
        for program in preparation.challenge.generatorPrograms {
            built[program.name] = try await preparation.build(program)
        }
        let programs = built
        configuration.readOnlyPaths = Set(programs.values.flatMap(\.readOnlyPaths)).sorted()
        return try await Jail.with(configuration) { jail in
            for (name, program) in programs { try await program.load(into: jail, as: name, scratch: scratch) }
            return try await body(
                GeneratorRunner(
                    challenge: preparation.challenge, jail: jail, scratch: scratch, programs: programs))
        }
    }

    /// Writes what a generator makes of its arguments to `input`.
    ///
    /// - Parameter label: names the case in messages.
    /// - Throws: `JudgeError` `broken-package` when the generator fails.
    func run(_ generator: String, _ arguments: [String], to input: String, label: String) async throws {
        guard let program = programs[generator] else {
            throw challenge.broken(label, "there is no generator '\(generator)' in generators/")
        }
        var run = program.run(in: jail, as: generator, arguments)
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
