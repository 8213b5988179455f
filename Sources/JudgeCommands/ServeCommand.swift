import ArgumentParser
import Foundation
import Grading
import Jail
import JudgeCore
import JudgeHTTP
import JudgeService
import Logging
import Registry
import ServiceLifecycle
import Storage

/// A command that runs until a signal ends it, and has its own mind about signals.
protocol DaemonCommand: AsyncParsableCommand {}

struct ServeCommand: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Runs the daemon: a durable queue, an HTTP API, accounts.",
        discussion: """
            Prints one line with the address once it answers, and logs to standard error. SIGTERM and SIGINT end it: what \
            is being graded finishes within a grace, or goes back to the queue. SIGHUP reads the challenges again. With a node's \
            key in JUDGE_NODE_KEY challenges come from the database, as `judge publish` has written them there.
            """)

    @OptionGroup var options: ServingOptions

    func run() async throws { try await options.run(.serve) }
}

struct WorkerCommand: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker", abstract: "Grades what a daemon's database of PostgreSQL holds, and does nothing else.",
        discussion: """
            It has neither API nor pages: at its address are /healthz, /readyz and /metrics. It takes the configuration of \
            `judge serve`. With a node's key in JUDGE_NODE_KEY it takes challenges, and the secret of hidden data, from the \
            database, as `judge publish` has written them there; else it needs the same challenges, and the same `salt` in \
            its state folder.
            """)

    @OptionGroup var options: ServingOptions

    func run() async throws { try await options.run(.worker) }
}

/// What `judge serve` and `judge worker` have in common.
struct ServingOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Where to listen; port 0 takes any that is free.", valueName: "address:port"))
    var listen: String?

    @Option(help: ArgumentHelp("The walls around submissions: full or restricted.", valueName: "walls"))
    var sandbox: SandboxChoice?

    @Flag(help: "Only say whether the configuration is right and the host has what it takes.")
    var check = false

    @Option(help: ArgumentHelp("The folder of challenges.", valueName: "dir"))
    var challenges: String?

    @OptionGroup var daemon: DaemonOptions

    func run(_ role: Daemon.Role) async throws {
        var configuration = try daemon.configuration()
        if let listen { try configuration.listen(on: listen, place: "--listen") }
        if let sandbox { configuration.sandbox = sandbox }
        try Self.refuseWeakWalls(configuration, role)
        try await Daemon(
            role: role, configuration: configuration, options: daemon, challenges: challenges, signals: interruptions()
        ).run(onlyCheck: check)
    }

    /// A daemon runs strangers' code, so what a person may choose for their own takes a word of the administrator here.
    private static func refuseWeakWalls(_ configuration: ServeConfiguration, _ role: Daemon.Role) throws {
        switch configuration.sandbox {
        case .full: return
        case .restricted where configuration.allowsRestricted: return
        case .restricted:
            throw JudgeError(
                .usage, "weak-sandbox",
                "judge \(role) runs strangers' code, and the sandbox 'restricted' has no namespaces around it; what that cannot promise is in SECURITY.md: if you accept it, write `allow_restricted: true` into the configuration"
            )
        case .none:
            throw JudgeError(
                .usage, "weak-sandbox", "judge \(role) runs strangers' code, and never without a sandbox")
        }
    }
}
