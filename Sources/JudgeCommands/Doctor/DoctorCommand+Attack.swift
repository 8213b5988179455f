import ArgumentParser
import Foundation
import Jail
import JudgeCore
import Reporting

extension DoctorCommand {
    /// Runs the hostile corpus and prints what was held.
    ///
    /// - Throws: exit code 1 where something was not.
    func runAttack() async throws {
        let installation = try options.installation()
        let folder = "\(installation.hostile)/Programs"
        let chosen = try HostileProgram.all(below: folder, named: programs)
        guard !chosen.isEmpty else {
            throw JudgeError(
                .usage, "no-such-program",
                programs.isEmpty
                    ? "there are no hostile programs at \(folder)"
                    : "no hostile program's name contains \(programs.joined(separator: " or "))")
        }
        let report = try await walls(installation).report
        let isLive = !options.quiet && isatty(STDERR_FILENO) == 1
        let attack = Attack(
            corpus: installation.hostile, sandbox: run.sandbox, state: try run.statePath(options.environment),
            jobs: jobs
        ) { index, total, program in
            if isLive { Self.note("\(index) of \(total): \(program.name)") }
        }
        let summary = try await attack.run(chosen, walls: report)
        if isLive { Self.note("") }
        switch options.format {
        case .json: try options.write(JSONText.encode(summary))
        case .text: try options.write(text(summary))
        }
        if !summary.isHeld { throw ExitCode(1) }
    }

    /// What it is doing, on one line of standard error that the next one takes the place of.
    private static func note(_ text: String) {
        StandardStream.error("\r\u{1B}[K\(text)")
    }

    private func text(_ summary: Attack.Summary) -> String {
        let ansi = ANSI(isOn: options.style.color)
        let walls = summary.sandbox.walls.joined(separator: ", ")
        var lines = ["sandbox  \(summary.sandbox.level.rawValue) (\(walls))"]
        let groups = Dictionary(grouping: summary.results) { String($0.program.prefix { $0 != "/" }) }
        for (group, results) in groups.sorted(by: { $0.key < $1.key }) {
            let held = results.count(where: \.isHeld)
            let mark =
                results.allSatisfy(\.complaints.isEmpty)
                ? ansi("held   ", [.bold, .green]) : ansi("BREACH ", [.bold, .red])
            lines.append("\(mark)  \(group) \(held) of \(results.count)")
            for result in results {
                for complaint in result.complaints {
                    lines.append("         \(result.program) tries \(result.tries)")
                    lines.append("         \(complaint)")
                }
                if let unstopped = result.unstopped {
                    lines.append("         \(ansi("weak", [.bold, .yellow])) \(result.program): \(unstopped)")
                }
            }
        }
        for trace in summary.left { lines.append("\(ansi("LEFT   ", [.bold, .red]))  \(trace)") }
        let held = summary.results.count(where: \.isHeld)
        lines.append(
            "\(held) of \(summary.results.count) held, \(summary.left.isEmpty ? "nothing" : "something") left behind, "
                + "in \(Int(summary.seconds.rounded())) s; the judge itself used at most "
                + "\(summary.judgePeakBytes >> 20) MiB")
        return lines.joined(separator: "\n") + "\n"
    }
}
