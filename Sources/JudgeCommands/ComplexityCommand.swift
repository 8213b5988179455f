import ArgumentParser
import Complexity
import Foundation
import Grading
import JudgeCore
import Registry
import Reporting

struct ComplexityCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "complexity", abstract: "Measures how a solution's work and memory grow, and nothing else.",
        discussion: """
            Work and memory are counted, not timed, so the figures repeat to the last digit. Ends with 0 when both stay \
            within the bounds, or the measurement cannot tell, and with 1 when they do not.
            """)

    @Argument(help: "The Swift file.", completion: .file(extensions: ["swift"]))
    var file: String

    @Option(help: ArgumentHelp("The challenge; default: the file's name without extension.", valueName: "id"))
    var challenge: String?

    @Option(
        help: ArgumentHelp("The bound on work, instead of the challenge's own, e.g. 'n * log(n)'.", valueName: "bound"))
    var time: String?

    @Option(help: ArgumentHelp("The bound on memory, instead of the challenge's own.", valueName: "bound"))
    var space: String?

    @Flag(help: "One logarithm more than the bound is over it.")
    var strict = false

    @Option(help: ArgumentHelp("Also draw the growth as SVG into this file.", valueName: "path"))
    var plot: String?

    @Flag(help: "Draw with ASCII characters only.")
    var ascii = false

    @OptionGroup var options: GlobalOptions
    @OptionGroup var run: RunOptions

    func run() async throws {
        let command = GradingCommand(file: file, challenge: challenge, options: options, run: run)
        try await command.perform { grader, submission, challenge, progress in
            try await grader.measure(
                submission, challenge: challenge, settings: try settings(of: challenge), progress: progress)
        } show: { result, _ in
            switch options.format {
            case .json: try options.write(JSONReport.text(of: result.report))
            case .text: try options.write(text(of: result))
            }
            if let plot { try options.write(GrowthSVG.text(of: result.report), to: plot) }
        }
    }

    private func text(of result: Grader.Result) -> String {
        let style = options.style
        let report = TextReport.text(of: result.report, limits: result.limits, style: style, growth: .everything)
        guard let complexity = result.report.complexity else { return report }
        return report + "\n" + GrowthPlot.text(of: complexity, style: style, characters: ascii ? .ascii : .braille)
    }

    /// What the challenge asks for, with the bounds of the command line in their places.
    private func settings(of challenge: Challenge) throws -> GrowthSettings {
        guard var settings = challenge.growth else {
            throw JudgeError(
                .usage, "no-complexity",
                "\(challenge.slug) has no complexity.yaml, so there is nothing to measure growth with")
        }
        let names = settings.variables.map(\.name)
        if let time { settings.time = try bound(time, "--time", names) }
        if let space { settings.space = try bound(space, "--space", names) }
        if strict { settings.isStrict = true }
        return settings
    }

    private func bound(_ text: String, _ option: String, _ variables: [String]) throws -> Bound {
        do { return try Bound(text, variables: variables) } catch {
            throw JudgeError(
                .usage, "unreadable-bound",
                "\(option) '\(text)' cannot be read at column \(error.column): \(error.message)")
        }
    }
}
