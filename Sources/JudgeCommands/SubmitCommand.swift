import ArgumentParser
import Grading
import JudgeCore
import Reporting

/// `FORMAT=PATH`, as `--report` takes it.
struct ReportTarget: ExpressibleByArgument, Sendable {
    let format: OutputFormat
    let path: String

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let format = OutputFormat(rawValue: String(parts[0])) else { return nil }
        self.format = format
        path = String(parts[1])
    }
}

struct SubmitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "submit", abstract: "Grades a solution on public and hidden cases.",
        discussion: "Ends with 0 when it is accepted and with 1 when it is judged and not accepted.")

    @Argument(help: "The Swift file.", completion: .file(extensions: ["swift"]))
    var file: String

    @Option(help: ArgumentHelp("The challenge; default: the file's name without extension.", valueName: "id"))
    var challenge: String?

    @Option(
        name: .customLong("report"),
        help: ArgumentHelp(
            "Also write a report in this format (text, json) to this file; repeatable, - is standard output.",
            valueName: "format=path"))
    var reports: [ReportTarget] = []

    @Flag(help: "Do not measure how work and memory grow.")
    var noComplexity = false

    @OptionGroup var options: GlobalOptions
    @OptionGroup var run: RunOptions

    func validate() throws {
        let toOutput = reports.count { $0.path == "-" }
        guard toOutput <= 1 else { throw ValidationError("only one --report can go to standard output") }
    }

    func run() async throws {
        let command = GradingCommand(file: file, challenge: challenge, options: options, run: run)
        try await command.grade(.everything, growth: noComplexity ? .skip : .asAsked) { result in
            // A report on standard output replaces the one that would go there; both in one stream serve nobody.
            if options.output != nil || !reports.contains(where: { $0.path == "-" }) {
                try options.write(text(of: result, options.format, style: options.style))
            }
            for report in reports {
                let style = report.path == "-" ? options.style : TextStyle(color: false, width: options.style.width)
                try options.write(text(of: result, report.format, style: style), to: report.path)
            }
        }
    }

    private func text(of result: Grader.Result, _ format: OutputFormat, style: TextStyle) throws -> String {
        switch format {
        case .json: try JSONReport.text(of: result.report)
        case .text: TextReport.text(of: result.report, limits: result.limits, style: style)
        }
    }
}
