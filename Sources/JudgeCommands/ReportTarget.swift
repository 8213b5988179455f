import ArgumentParser
import Compilation
import Foundation
import Reporting

/// `FORMAT=PATH`, as `--report` takes it.
struct ReportTarget<Format: CommandFormat & RawRepresentable<String>>: ExpressibleByArgument, Sendable {
    let format: Format
    let path: String

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let format = Format(rawValue: String(parts[0])) else { return nil }
        self.format = format
        path = String(parts[1])
    }
}

extension Sequence {
    /// - Throws: `ValidationError` where two would go to standard output.
    func validate<Format>() throws where Element == ReportTarget<Format> {
        guard count(where: { $0.path == "-" }) <= 1 else {
            throw ValidationError("only one --report can go to standard output")
        }
    }
}

extension CommandOptions where Format: RawRepresentable<String> {
    /// Writes what `--format` and each `--report` ask for; `text` says it in a form and a style.
    func write(reports: [ReportTarget<Format>], _ text: (Format, TextStyle) throws -> String) throws {
        // A report on standard output replaces the one that would go there; both in one stream serve nobody.
        if output != nil || !reports.contains(where: { $0.path == "-" }) { try write(text(format, style)) }
        for target in reports {
            let style = target.path == "-" ? style : TextStyle(color: false, width: style.width)
            try write(text(target.format, style), to: target.path)
        }
    }

    /// Adds to the summary that GitHub Actions shows beside the log. That it cannot be written changes nothing else.
    func writeStepSummary(_ text: () throws -> String) {
        guard let path = environment["GITHUB_STEP_SUMMARY"], !path.isEmpty else { return }
        do {
            // Others may have written to it before.
            try FileManager.default.append(Data(try text().utf8), to: path)
        } catch {
            writeError("judge: the step summary \(path) cannot be written: \(error.reason)")
        }
    }
}
