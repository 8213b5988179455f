import JudgeCore

/// A report in the Test Anything Protocol, version 13, which all readers know: a test for everything that was tried, and
/// what is wrong as YAML.
package enum TAPReport {
    /// The stream, whole.
    package static func text(of report: Report, limits: Limits) -> String {
        let items = report.items(limits: limits)
        var lines = ["TAP version 13", "1..\(items.count)"]
        for (index, item) in items.enumerated() {
            let title = "\(index + 1) - \(escaped("\(item.group)/\(item.name)"))"
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
