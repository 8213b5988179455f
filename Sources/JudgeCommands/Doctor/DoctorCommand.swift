import ArgumentParser
import Compilation
import Foundation
import Grading
import Jail
import JudgeCore
import Reporting

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

    /// One thing that was looked at.
    struct Finding: Encodable {
        enum State: String, Encodable { case ok, weak, missing }
        let name: String
        let state: State
        /// What was found.
        let found: String
        /// Why it matters and what to do; only where something is to be done.
        let advice: String?
    }

    func validate() throws {
        if !programs.isEmpty, !attack { throw ValidationError("programs are named for --attack only") }
        if attack, run.sandbox == .none { throw ValidationError("--attack needs a sandbox, full or restricted") }
    }

    func run() async throws {
        if attack { return try await runAttack() }
        var findings: [Finding] = []
        let environment = options.environment
        await findings.append(contentsOf: examine(environment))
        switch options.format {
        case .json: try options.write(JSONText.encode(findings))
        case .text: try options.write(text(findings))
        }
        if findings.contains(where: { $0.state == .missing }) { throw ExitCode(69) }
    }

    private func examine(_ environment: [String: String]) async -> [Finding] {
        var examination = Examination()
        let installation = await examination.attempt("installation") {
            let installation = try options.installation()
            return (installation, installation.challenges)
        }
        let state = await examination.attempt("state folder") {
            let state = try StateFolder(path: run.statePath(environment))
            return (state, state.path)
        }
        if let state {
            examination.findings.append(diskSpace(state.path))
            _ = await examination.attempt("toolchain") {
                let toolchain = try await Toolchain.find(state: state, environment: environment)
                return (toolchain, "\(toolchain.version), \(toolchain.triple), \(toolchain.root)")
            }
        }
        guard let installation else { return examination.findings }
        if let walls = await examination.attempt("sandbox", { try await walls(installation) }) {
            examination.findings += Self.missing(walls)
            _ = await examination.attempt("compiler in the sandbox") {
                let tools = try await run.tools(installation, environment: environment)
                let source = SourceFile(name: "probe.swift", bytes: Array("print(6 * 7)\n".utf8))
                return (try await tools.compiler.program([source], name: "a probe"), "builds a static executable")
            }
        }
        return examination.findings
    }

    /// What was looked at so far.
    private struct Examination {
        var findings: [Finding] = []

        /// Looks at one thing: `body` returns it and what to say of it, or throws what is wrong and what to do.
        mutating func attempt<Value>(_ name: String, _ body: () async throws -> (Value, String)) async -> Value? {
            do {
                let (value, found) = try await body()
                findings.append(Finding(name: name, state: .ok, found: found, advice: nil))
                return value
            } catch {
                findings.append(Finding(name: name, state: .missing, found: "missing", advice: "\(error)"))
                return nil
            }
        }
    }

    func walls(_ installation: Installation) async throws -> (SandboxReport, String) {
        var configuration = JailConfiguration(policy: .run, executable: installation.jail)
        configuration.sandbox = run.sandbox
        let report = try await Jail.with(configuration) { $0.sandbox }
        return (report, "\(report.level.rawValue) (\(report.walls.joined(separator: ", ")))")
    }

    /// Walls that `full` can do without, at a price.
    private static func missing(_ report: SandboxReport) -> [Finding] {
        var findings: [Finding] = []
        if !report.walls.contains(where: { $0.hasPrefix("cgroup") }) {
            findings.append(
                Finding(
                    name: "cgroup", state: .weak, found: "no cgroup can be written here",
                    advice: """
                        memory is measured and limited by polling, which a fast program may overrun for some milliseconds; \
                        as root, or with `systemd-run --user --scope -p Delegate=yes judge …`, the kernel limits it
                        """))
        }
        if !report.walls.contains("landlock") {
            findings.append(
                Finding(
                    name: "landlock", state: .weak, found: "the kernel has no Landlock",
                    advice: "namespaces still hide every file; a kernel from 5.13 with Landlock adds a second wall"))
        }
        return findings
    }

    private func diskSpace(_ path: String) -> Finding {
        let free = (try? FileManager.default.attributesOfFileSystem(forPath: path))?[.systemFreeSize] as? Int ?? 0
        let enough = free > 2 << 30
        return Finding(
            name: "disk space", state: enough ? .ok : .weak, found: "\(free >> 20) MiB free in the state folder",
            advice: enough ? nil : "caches and hidden data take up to 2 GiB; free some, or name another --state")
    }

    private func text(_ findings: [Finding]) -> String {
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
            if let advice = finding.advice { lines.append("         \(advice)") }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
