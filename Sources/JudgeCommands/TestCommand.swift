import ArgumentParser
import Grading
import JudgeCore
import Pages
import Reporting

struct TestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Runs a solution on the public samples only, and shows what differs.")

    @Argument(help: "The Swift file.", completion: .file(extensions: ["swift"]))
    var file: String

    @Option(help: ArgumentHelp("The challenge; default: the file's name without extension.", valueName: "id"))
    var challenge: String?

    @OptionGroup var options: CommandOptions<ReportFormat>
    @OptionGroup var run: RunOptions

    func run() async throws {
        let command = GradingCommand(file: file, challenge: challenge, options: options, run: run)
        try await command.grade(.samples) { result, _ in
            switch options.format {
            case .text:
                let next = "judge submit \(file)" + (challenge.map { " --challenge \($0)" } ?? "")
                try options.write(
                    TextReport.text(
                        of: result.report, limits: result.limits, style: options.style,
                        scope: .publicCases(command: next)))
            case let format:
                try options.write(
                    format.text(
                        of: result.report, limits: result.limits, path: SubmissionFile.relative(file),
                        style: options.style))
            }
        }
    }
}
