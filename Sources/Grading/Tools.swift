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

    package init(
        compiler: Compiler, toolchain: Toolchain, state: StateFolder, jailExecutable: String, sandbox: SandboxChoice
    ) {
        self.compiler = compiler
        self.toolchain = toolchain
        self.state = state
        self.jailExecutable = jailExecutable
        self.sandbox = sandbox
    }
}
