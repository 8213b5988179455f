import Compilation
import Foundation
import Jail
import Support

extension Compiler {
    /// A compiler of this checkout, with the state folder that the tests share.
    static func ofCheckout() async throws -> Compiler {
        let state = try StateFolder(path: "\(Checkout.state)/judge")
        let toolchain = try await Toolchain.find(state: state, environment: ProcessInfo.processInfo.environment)
        return try Compiler(
            toolchain: toolchain, state: state, sandboxFolder: "\(Checkout.root)/Sandbox",
            jailExecutable: Checkout.jail, sandbox: .full)
    }
}
