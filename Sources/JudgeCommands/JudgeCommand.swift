import ArgumentParser
import Foundation
import JudgeCore
import Registry

/// The command `judge`.
public struct JudgeCommand: AsyncParsableCommand {
    /// The judge's version, in reports and by `judge --version`.
    static let version = "0.1.0"

    /// Name, help and subcommands.
    public static let configuration = CommandConfiguration(
        commandName: "judge",
        abstract: "Grades Swift solutions to machine-learning coding challenges, in a sandbox, on hidden data.",
        discussion: """
            Start with `judge list`, `judge show kmeans` and `judge start kmeans`; then `judge test kmeans.swift` runs the \
            public samples and `judge submit kmeans.swift` grades on everything.

            Exit codes: 0 accepted, or the command did its work; 1 judged and not accepted; 64 wrong usage or unreadable \
            input; 69 something that the judge needs is missing on this host; 70 the judge itself failed.
            """,
        version: version,
        subcommands: [
            ListCommand.self, ShowCommand.self, StartCommand.self, TestCommand.self, SubmitCommand.self,
            GradeCommand.self, ComplexityCommand.self, SimilarCommand.self, QuizCommand.self, InterviewCommand.self,
            NewCommand.self, VerifyCommand.self, MutateCommand.self, ExportCommand.self, SealCommand.self,
            DoctorCommand.self,
            HistoryCommand.self, ProgressCommand.self, ServeCommand.self, WorkerCommand.self, TokenCommand.self,
            LoginCommand.self, WebhookCommand.self, StatusCommand.self, NodeCommand.self, PublishCommand.self,
            MigrateCommand.self, ArchiveCommand.self,
        ])

    /// A command that is filled in by the parser.
    public init() {}

    /// Sets up what must be set before the process has a second thread. Call it first.
    public static func prepare() {
        // A reader that goes away (`judge list | head -1`) is no error of ours; writes then say EPIPE.
        signal(SIGPIPE, SIG_IGN)
        holdSignals()
    }

    /// Parses the command line, runs the command, and ends the process with its exit code.
    public static func run() async -> Never {
        do {
            let arguments = Array(CommandLine.arguments.dropFirst())
            if arguments == ["--version"] {
                print(await VersionText.text(environment: ProcessInfo.processInfo.environment), terminator: "")
                end(0)
            }
            // The daemon has its own mind about signals.
            if var daemon = try parseAsRoot(arguments) as? any DaemonCommand {
                try await daemon.run()
            } else {
                try await untilInterrupted { try await perform(arguments) }
            }
            end(0)
        } catch let error as Interruption {
            end(128 + error.signal)
        } catch let error as JudgeError {
            writeError("judge: \(error)")
            end(error.exitCode)
        } catch let code as ExitCode {
            end(code.rawValue)
        } catch {
            Registry.close()
            exit(withError: error)
        }
    }

    private static func end(_ code: Int32) -> Never {
        Registry.close()
        Foundation.exit(code)
    }

    private static func perform(_ arguments: [String]) async throws {
        var command = try parseAsRoot(arguments)
        if var asynchronous = command as? any AsyncParsableCommand {
            try await asynchronous.run()
        } else {
            try command.run()
        }
    }
}
