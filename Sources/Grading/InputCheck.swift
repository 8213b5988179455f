import Compilation
import Foundation
import Jail
import JudgeCore
import Registry

/// Runs a challenge's input validators.
struct InputCheck: Sendable {
    let preparation: Preparation

    /// What the first validator that refuses the input says; `nil` when all accept it.
    ///
    /// - Throws: `JudgeError` `validator-failed` when a validator says neither yes (42) nor no (43).
    func complaint(about input: String, arguments: ValidatorArguments, scratch: String) async throws -> String? {
        let challenge = preparation.challenge
        let limits = challenge.metadata.limits
        for program in challenge.inputValidators {
            let executable = try await preparation.build(program)
            var configuration = JailConfiguration(policy: .tools, executable: preparation.tools.jailExecutable)
            configuration.sandbox = preparation.tools.sandbox
            configuration.memoryBytes = limits.validationMemory << 20
            configuration.workBytes = 1 << 20
            let errors = "\(scratch)/input-validator.err"
            let outcome = try await Jail.with(configuration) { jail in
                try await jail.load(program: "validator", from: executable.path)
                var run = JailRun(program: "validator")
                run.arguments = arguments.arguments(for: program.name)
                run.standardInput = input
                run.errorPath = errors
                run.cpuSeconds = Double(limits.validationTime)
                run.wallSeconds = Double(limits.validationTime) * 2 + 2
                run.memoryBytes = limits.validationMemory << 20
                return try await jail.run(run)
            }
            let said = String(untrusted: FileManager.default.contents(atPath: errors) ?? Data(), limit: 300)
            let message = said.split(separator: "\n").first.map(String.init) ?? "no reason is given"
            switch outcome.ending {
            case .exited(42): continue
            case .exited(43): return message
            default:
                throw JudgeError(
                    .failure, "validator-failed",
                    "the input validator \(program.name) of \(challenge.slug) ended with \(outcome.ending), not with 42 or 43"
                )
            }
        }
        return nil
    }
}
