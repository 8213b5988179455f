import Compilation
import Foundation
import Jail
import JudgeCore
import Registry

/// A challenge's input validators, each in a standing jail of its own.
struct InputCheck: Sendable {
    private let challenge: Challenge
    private let scratch: String
    private let validators: [(name: String, program: BuiltProgram, jail: Jail)]

    /// Builds the validators of the challenge and keeps them ready while `body` runs.
    nonisolated(nonsending) static func with<Result: Sendable>(
        _ preparation: Preparation, scratch: String,
        _ body: nonisolated(nonsending) (InputCheck) async throws -> Result
    ) async throws -> Result {
        try await open(preparation.challenge.inputValidators[...], [], preparation, scratch, body)
    }

    private nonisolated(nonsending) static func open<Result: Sendable>(
        _ programs: ArraySlice<Program>, _ opened: [(name: String, program: BuiltProgram, jail: Jail)],
        _ preparation: Preparation,
        _ scratch: String, _ body: nonisolated(nonsending) (InputCheck) async throws -> Result
    ) async throws -> Result {
        let challenge = preparation.challenge
        guard let program = programs.first else {
            return try await body(InputCheck(challenge: challenge, scratch: scratch, validators: opened))
        }
        let built = try await preparation.build(program)
        var configuration = JailConfiguration(policy: .tools, executable: preparation.tools.jailExecutable)
        configuration.sandbox = preparation.tools.sandbox
        configuration.memoryBytes = challenge.limits.validationMemory << 20
        configuration.workBytes = 1 << 20
        configuration.readOnlyPaths = built.readOnlyPaths
        return try await Jail.with(configuration) { jail in
            try await built.load(into: jail, as: "validator", scratch: scratch)
            return try await open(
                programs.dropFirst(), opened + [(program.name, built, jail)], preparation, scratch, body)
        }
    }

    /// What the first validator that refuses the input says; `nil` when all accept it.
    ///
    /// - Throws: `JudgeError` `validator-failed` when a validator says neither yes (42) nor no (43).
    func complaint(about input: String, arguments: ValidatorArguments) async throws -> String? {
        let limits = challenge.limits
        let errors = "\(scratch)/input-validator.err"
        for (name, program, jail) in validators {
            var run = program.run(in: jail, as: "validator", arguments.arguments(for: name))
            run.standardInput = input
            run.errorPath = errors
            run.cpuSeconds = Double(limits.validationTime)
            run.wallSeconds = limits.validationWallSeconds
            run.memoryBytes = limits.validationMemory << 20
            let outcome = try await jail.run(run)
            let said = String(untrusted: FileManager.default.contents(atPath: errors) ?? Data(), limit: 300)
            switch outcome.ending {
            case .exited(42): continue
            case .exited(43): return said.split(separator: "\n").first.map(String.init) ?? "no reason is given"
            default:
                throw JudgeError(
                    .failure, "validator-failed",
                    "the input validator \(name) of \(challenge.slug) ended with \(outcome.ending), not with 42 or 43")
            }
        }
        return nil
    }
}
