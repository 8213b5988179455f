import ArgumentParser
import Compilation
import Foundation
import Grading
import Jail
import JudgeCore
import Pages
import Registry
import Reporting

extension ColorMode: ExpressibleByArgument {}

/// What a command prints.
protocol CommandFormat: ExpressibleByArgument, CaseIterable, Sendable {
    static var text: Self { get }
}

/// What commands print that grade nothing.
enum OutputFormat: String, CommandFormat {
    case text, json
}

extension ReportFormat: CommandFormat {}

typealias GlobalOptions = CommandOptions<OutputFormat>

/// Where challenges are, and how results are shown: the options of every command.
struct CommandOptions<Format: CommandFormat>: ParsableArguments, Sendable {
    @Option(
        help: ArgumentHelp(
            "The folder of challenges.", discussion: "Default: JUDGE_CHALLENGES, or the installation's own.",
            valueName: "dir"))
    var challenges: String?

    @Option(help: "What to print.")
    var format: Format = .text

    @Option(help: ArgumentHelp("Write the result to this file instead of standard output.", valueName: "path"))
    var output: String?

    @Option(help: "Colours: auto, always or never; NO_COLOR is honoured.")
    var color: ColorMode = .auto

    @Flag(help: "No progress on standard error.")
    var quiet = false

    var environment: [String: String] { ProcessInfo.processInfo.environment }

    func installation() throws -> Installation {
        try Installation(challenges: challenges, environment: environment)
    }

    func registry() throws -> Registry { try registry(of: installation()) }

    /// The challenges of an installation; those that are sealed are opened where the environment has the key.
    func registry(of installation: Installation) throws -> Registry {
        try Registry(root: installation.challenges, key: SealKey(environment: environment))
    }

    /// How text on standard output looks: plain where it goes into a file.
    var style: TextStyle {
        let terminal = output == nil && TerminalWidth.isTerminal(1)
        return TextStyle(
            color: color.isOn(environment: environment, isTerminal: terminal),
            width: TerminalWidth.columns(of: 1, environment: environment))
    }

    /// A progress line on standard error.
    func progressLine(title: String) -> ProgressLine {
        let terminal = TerminalWidth.isTerminal(2)
        let mode = ProgressLine.Mode.suited(
            quiet: quiet, isTerminal: terminal, color: color.isOn(environment: environment, isTerminal: terminal),
            width: TerminalWidth.columns(of: 2, environment: environment), environment: environment)
        return ProgressLine(mode: mode, title: title) { text in
            StandardStream.error(text)
        }
    }

    /// Writes a result to standard output or to `--output`.
    func write(_ text: String) throws {
        try write(text, to: output)
    }

    /// Writes `text` to the file at `path`, whole or not at all; `nil` and `-` are standard output.
    func write(_ text: String, to path: String?) throws {
        guard let path, path != "-" else {
            // A reader that has seen enough closes the pipe; that is its right.
            try? FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
            return
        }
        do {
            // A pipe, a terminal or /dev/stdout is written to; only a regular file is replaced, whole or not at all.
            var status = stat()
            let isSpecial = stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: isSpecial ? [] : .atomic)
        } catch {
            throw JudgeError(.usage, "output-unwritable", "\(path) cannot be written: \(error.reason)")
        }
    }
}

/// What running code takes: a state folder and a sandbox.
struct RunOptions: ParsableArguments, Sendable {
    @Option(
        help: ArgumentHelp(
            "The folder for caches, hidden data and their secret.",
            discussion: "Default: $XDG_STATE_HOME/judge, or ~/.local/state/judge.", valueName: "dir"))
    var state: String?

    @Option(
        help: ArgumentHelp(
            "The walls around submissions: full, restricted or none.",
            discussion: """
                `restricted` is for hosts and containers without user namespaces; the report says what it cannot promise. \
                With `none` a submission can do whatever you can do; only for code that you trust.
                """))
    var sandbox: SandboxChoice = .full

    /// Finds the toolchain and the parts of the installation.
    func tools(_ installation: Installation, environment: [String: String]) async throws -> Tools {
        try await Tools.find(
            state: StateFolder(path: statePath(environment)), sandboxFolder: installation.sandbox,
            jailExecutable: installation.jail, sandbox: sandbox, environment: environment)
    }

    func statePath(_ environment: [String: String]) throws -> String {
        try StatePath.find(option: state, environment: environment)
    }
}

extension SandboxChoice: ExpressibleByArgument {}
