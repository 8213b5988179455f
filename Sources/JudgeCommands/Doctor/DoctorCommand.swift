import ArgumentParser
import Compilation
import Foundation
import Grading
import Jail
import JudgeCore
import Reporting
import Subprocess

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Says what this host offers, and what to install or switch on.",
        discussion: """
            Ends with 0 when submissions can be judged in the sandbox, else with 69. With --attack it sends hostile programs \
            through `judge submit` and ends with 1 if the sandbox does not hold one of them.
            """)

    @Flag(help: "Try the sandbox: run the hostile programs that come with the judge, which takes some minutes.")
    var attack = false

    @OptionGroup var jobs: JobsOption

    @Argument(help: ArgumentHelp("With --attack: only programs with this in their name.", valueName: "program"))
    var programs: [String] = []

    @OptionGroup var options: GlobalOptions
    @OptionGroup var run: RunOptions

    func validate() throws {
        if !programs.isEmpty, !attack { throw ValidationError("programs are named for --attack only") }
        if attack, run.sandbox == .none { throw ValidationError("--attack needs a sandbox, full or restricted") }
    }

    func run() async throws {
        if attack { return try await runAttack() }
        let findings = await examine(options.environment)
        switch options.format {
        case .json: try options.write(JSONText.encode(findings))
        case .text: try options.write(text(findings))
        }
        if findings.contains(where: { $0.state == .missing }) { throw ExitCode(69) }
    }

    private func examine(_ environment: [String: String]) async -> [HostFinding] {
        var examination = Examination()
        let installation = await examination.attempt(
            "installation", why: "challenges and the sandbox's own sources lie there"
        ) {
            let installation = try options.installation()
            return (installation, installation.challenges)
        }
        let state = await examination.attempt(
            "state folder", why: "caches and the secret of hidden data are kept there"
        ) {
            let state = try StateFolder(path: run.statePath(environment))
            return (state, state.path)
        }
        if let state {
            examination.findings.append(diskSpace(state.path))
            _ = await examination.attempt("toolchain", why: "it compiles what is submitted") {
                let toolchain = try await Toolchain.find(state: state, environment: environment)
                return (toolchain, "\(toolchain.version), \(toolchain.triple), \(toolchain.root)")
            }
        }
        examination.findings.append(instructions())
        var host = HostProfile()
        host.bubblewrap = await bubblewrapVersion()
        if let installation,
            let standing = await examination.attempt(
                "sandbox", why: "behind its walls submissions are compiled and run",
                {
                    let walls = try await walls(installation)
                    let report = walls.report
                    return (walls, "\(report.level.rawValue) (\(report.walls.joined(separator: ", ")))")
                })
        {
            host.walls = standing.report.walls
            host.landlock = standing.landlock
            _ = await examination.attempt("compiler in the sandbox", why: "the compiler meets hostile sources too") {
                let tools = try await run.tools(installation, environment: environment)
                let source = SourceFile(name: "probe.swift", bytes: Array("print(6 * 7)\n".utf8))
                return (try await tools.compiler.program([source], name: "a probe"), "builds a static executable")
            }
        }
        return examination.findings + host.findings(run.sandbox)
    }

    /// What was looked at so far.
    private struct Examination {
        var findings: [HostFinding] = []

        /// Looks at one thing: `body` returns it and what to say of it, or throws what is wrong and what to do.
        mutating func attempt<Value>(
            _ name: String, why: String, _ body: () async throws -> (Value, String)
        ) async -> Value? {
            do {
                let (value, found) = try await body()
                findings.append(HostFinding(name, found, why: why))
                return value
            } catch {
                findings.append(HostFinding(name, "missing", why: why, advice: "\(error)", state: .missing))
                return nil
            }
        }
    }

    /// The walls of a jail as it stands here, and the version of Landlock that the kernel offers.
    func walls(_ installation: Installation) async throws -> (report: SandboxReport, landlock: Int) {
        var configuration = JailConfiguration(policy: .run, executable: installation.jail)
        configuration.sandbox = run.sandbox
        return try await Jail.with(configuration) { ($0.sandbox, $0.landlock) }
    }

    private func bubblewrapVersion() async -> String? {
        let said = try? await Subprocess.run(
            .name("bwrap"), arguments: ["--version"], output: .string(limit: 256), error: .discarded)
        guard let said, said.terminationStatus.isSuccess else { return nil }
        return said.standardOutput.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private func instructions() -> HostFinding {
        let why = "it counts what a program does inside library functions that the meter does not see into"
        guard let folder = InstructionCounter.folder else {
            return HostFinding(
                "valgrind", "not found", why: why,
                advice: "without it growth in such programs is inconclusive: sudo apt-get install valgrind")
        }
        return HostFinding("valgrind", folder, why: why)
    }

    private func diskSpace(_ path: String) -> HostFinding {
        let free = (try? FileManager.default.attributesOfFileSystem(forPath: path))?[.systemFreeSize] as? Int ?? 0
        return HostFinding(
            "disk space", "\(free >> 20) MiB free in the state folder", why: "caches and hidden data take up to 2 GiB",
            advice: free > 2 << 30 ? nil : "free some, or name another folder with --state DIR")
    }

    private func text(_ findings: [HostFinding]) -> String {
        let ansi = ANSI(isOn: options.style.color)
        var lines: [String] = []
        for finding in findings {
            let mark =
                switch finding.state {
                case .ok: ansi("ok     ", [.bold, .green])
                case .weak: ansi("weak   ", [.bold, .yellow])
                case .missing: ansi("missing", [.bold, .red])
                }
            lines.append("\(mark)  \(finding.name): \(finding.found)")
            if let advice = finding.advice {
                lines.append("         why: \(finding.why)")
                lines.append("         do:  \(advice)")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
