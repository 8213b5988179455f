import JudgeCore

/// A report in the Test Anything Protocol, version 13, which all readers know: a test for everything that was tried, and
/// what is wrong as YAML.
package enum TAPReport {
    /// The stream, whole. Where there are several reports, each test's name begins with its file.
    package static func text(of reports: [FiledReport]) -> String {
        let items = reports.flatMap { filed in
            filed.report.items(limits: filed.limits).map {
                (item: $0, file: reports.count > 1 ? "\(filed.path): " : "")
            }
        }
        var lines = ["TAP version 13", "1..\(items.count)"]
        for (index, (item, file)) in items.enumerated() {
            let title = "\(index + 1) - \(escaped("\(file)\(item.group)/\(item.name)"))"
            switch item.outcome {
            case .passed: lines.append("ok \(title)")
            case .skipped: lines.append("ok \(title) # SKIP \(escaped(item.message ?? ""))")
            case .failed(let verdict):
                lines += ["not ok \(title)", "  ---", "  verdict: \(verdict.rawValue)"]
                // A block that is taken as it is: nothing in it can end it, as each line is indented.
                lines += ["  message: |"] + item.text.map { "    " + WorkflowCommands.disarmedLine($0) } + ["  ..."]
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A description within one line, in which `#` begins no directive.
    private static func escaped(_ text: String) -> String {
        text.displayedInline(limit: 500).replacing("\\", with: "\\\\").replacing("#", with: "\\#")
    }
}
