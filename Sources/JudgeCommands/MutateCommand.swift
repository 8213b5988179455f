import ArgumentParser
import Foundation
import Grading
import JudgeCore
import Registry
import Reporting
import SwiftSource

struct MutateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mutate", abstract: "Finds out whether a challenge's hidden data notice small mistakes.",
        discussion: """
            Makes small changes of an accepted solution, one at a time (`<` for `<=`, `+` for `-`, a number by one, a \
            statement left out), and grades each. Those that are still accepted are listed (where there are points, those \
            that earn as many as before): add a case that tells them apart, or, where a change means the same, say so in \
            the package's mutations.yaml. Ends with 1 when less than 95 % are noticed.
            """)

    @Argument(help: ArgumentHelp("The challenge.", valueName: "id"))
    var id: String

    @Option(help: ArgumentHelp("The accepted solution to change; default: the model solution.", valueName: "path"))
    var submission: String?

    @Option(help: ArgumentHelp("Try at most so many changes, spread over the source; default: all.", valueName: "n"))
    var limit: Int?

    @OptionGroup var jobs: JobsOption
    @OptionGroup var options: GlobalOptions
    @OptionGroup var run: RunOptions

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit takes a whole number from 1") }
    }

    private struct Result: Encodable {
        struct Survivor: Encodable {
            /// Where, from 1.
            let at: Int
            let column: Int
            /// The line as it was and as it is, as mutations.yaml names them.
            let line: String
            let becomes: String
        }
        let challenge: String
        let tried: Int
        let killed: Int
        let stillborn: Int
        let equivalent: Int
        /// Killed of those that compile and are not equivalent; null where there are none.
        let score: Double?
        let survivors: [Survivor]
    }

    func run() async throws {
        let installation = try options.installation()
        let challenge = try options.registry(of: installation).challenge(id)
        try challenge.mustTakeCode()
        let tools = try await run.tools(installation, environment: options.environment)
        let check = try MutationCheck(
            tools: tools, judgeVersion: JudgeCommand.version, challenge: challenge, path: submission, limit: limit)
        if !options.quiet { writeError("\(id): \(check.mutants.count) changes to try") }
        let points = try await check.points()
        let line = options.progressLine(title: id)
        defer { line.finish() }
        let fates = try await jobs.map(check.mutants) { index, mutant in
            line.count(index + 1, of: check.mutants.count, "line \(mutant.line)")
            return try await check.fate(of: mutant, points: points)
        }
        line.finish()
        func count(_ fate: MutationCheck.Fate) -> Int { fates.count { $0 == fate } }
        let (killed, survived) = (count(.killed), count(.survived))
        let score = killed + survived == 0 ? nil : Double(killed) / Double(killed + survived)
        let result = Result(
            challenge: id, tried: fates.count, killed: killed, stillborn: count(.stillborn),
            equivalent: count(.equivalent), score: score,
            survivors: zip(check.mutants, fates).filter { $1 == .survived }.map { mutant, _ in
                let change = check.change(of: mutant)
                return Result.Survivor(
                    at: mutant.line, column: mutant.column, line: change.line, becomes: change.becomes)
            })
        switch options.format {
        case .json: try options.write(JSONText.encode(result))
        case .text: try options.write(text(result))
        }
        if let score, score < MutationCheck.target { throw ExitCode(1) }
    }

    private func text(_ result: Result) -> String {
        let ansi = ANSI(isOn: options.style.color)
        var lines = result.survivors.map { survivor in
            """
            \(ansi("survived", [.bold, .red]))  line \(survivor.at)
              was  \(survivor.line)
              is   \(survivor.becomes)
            """
        }
        let isGood = (result.score ?? 1) >= MutationCheck.target
        let state = isGood ? ansi("ok", [.bold, .green]) : ansi("weak", [.bold, .red])
        let share = result.score.map { String(format: " (%.1f %%)", 100 * $0) } ?? ""
        lines.append(
            "\(state)  \(result.challenge): \(result.killed) of \(result.killed + result.survivors.count) changes noticed"
                + "\(share); \(result.equivalent) mean the same, \(result.stillborn) do not compile")
        return lines.joined(separator: "\n") + "\n"
    }
}
