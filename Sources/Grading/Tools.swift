import Compilation
import Jail
import JudgeCore

/// What grading works with on this host: compiler, state folder and sandbox.
package struct Tools: Sendable {
    package let compiler: Compiler
    package let toolchain: Toolchain
    package let state: StateFolder
    package let jailExecutable: String
    package let sandbox: SandboxChoice
    /// How CPU time counts here, where other hosts grade the same submissions.
    package var pace: Pace?

    package init(
        compiler: Compiler, toolchain: Toolchain, state: StateFolder, jailExecutable: String, sandbox: SandboxChoice
    ) {
        self.compiler = compiler
        self.toolchain = toolchain
        self.state = state
        self.jailExecutable = jailExecutable
        self.sandbox = sandbox
    }

    /// Finds the toolchain, and puts a compiler on top of it.
    ///
    /// - Parameters:
    ///   - sandboxFolder: holds the sources of ChallengeKit and of the meter.
    ///   - environment: where the toolchain is looked for.
    /// - Throws: `JudgeError` that says what this host lacks.
    package static func find(
        state: StateFolder, sandboxFolder: String, jailExecutable: String, sandbox: SandboxChoice,
        environment: [String: String]
    ) async throws -> Tools {
        let toolchain = try await Toolchain.find(state: state, environment: environment)
        let compiler = try Compiler(
            toolchain: toolchain, state: state, sandboxFolder: sandboxFolder, jailExecutable: jailExecutable,
            sandbox: sandbox)
        return Tools(
            compiler: compiler, toolchain: toolchain, state: state, jailExecutable: jailExecutable, sandbox: sandbox)
    }
}
