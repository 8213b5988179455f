import JudgeCore

extension TextReport {
    /// Counts, the most that any case used, and a line for each group.
    mutating func writeCases() {
        guard !report.groups.isEmpty else { return }
        let cases = report.groups.flatMap(\.cases)
        var parts = [counts()]
        if let slowest = cases.map(\.cpuSeconds).max(), let peak = cases.map(\.peakBytes).max() {
            parts.append(
                StyledText("slowest \(Figures.seconds(slowest)) of \(Figures.limit(seconds: limits.cpuSeconds))"))
            parts.append(StyledText("peak \(Figures.bytes(peak)) of \(Figures.bytes(limits.memoryBytes))"))
        }
        page.field("cases", parts: parts)
        writeGroups()
        guard report.isPublicOnly else { return }
        switch scope {
        case .publicCases(let command):
            var text = StyledText("not run; they decide. To run them: ")
            text.append(command.displayedInline(limit: 400), .bold)
            page.field("hidden", text)
        case .everything:
            page.field("hidden", StyledText(report.verdict == .accepted ? "this challenge has none" : "not run"))
        }
    }

    private func counts() -> StyledText {
        var text = StyledText()
        for (title, groups) in [("public", report.publicGroups), ("hidden", report.hiddenGroups)] {
            let total = groups.total
            guard total > 0 else { continue }
            let passed = groups.passed
            let notRun = groups.reduce(0) { $0 + max(0, $1.total - $1.cases.count) }
            if !text.isEmpty { text.append(", ") }
            text.append("\(title) ")
            text.append("\(passed)/\(total)", passed == total ? .green : .red)
            if notRun > 0 { text.append(" (\(notRun) not run)") }
        }
        return text
    }

    private mutating func writeGroups() {
        // Public cases have a line of their own only where it says more than the counts above.
        let groups = report.groups.filter {
            $0.name != "sample" || report.isPublicOnly && !details(of: $0).isEmpty || $0.passed < $0.total
        }
        let names = groups.map { Self.shortName(of: $0).cut(to: page.columns / 3) }
        let nameColumns = names.map(\.columns).max() ?? 0
        let countColumns = groups.map { "\($0.passed)/\($0.total)".columns }.max() ?? 0
        for (group, name) in zip(groups, names) {
            let margin = 4 + nameColumns + 2 + countColumns + 3
            let lines = Page.arrange(details(of: group), gap: 3, columns: max(page.columns - margin, 10))
            var line = StyledText(name.padded(to: nameColumns + 2))
            let count = "\(group.passed)/\(group.total)"
            line.append(count, group.passed == group.total ? .green : .red)
            if let first = lines.first {
                line.append(Page.spaces(countColumns - count.columns + 3))
                line.append(first)
            }
            page.line(line, indent: 4)
            for line in lines.dropFirst() { page.line(line, indent: margin) }
        }
    }

    /// What there is to say of a group besides its counts: the first case that fails, those not run, its metrics.
    private func details(of group: GroupReport) -> [StyledText] {
        var parts: [StyledText] = []
        if let score = group.score { parts.append(StyledText("\(Figures.points(score)) points")) }
        let failures = group.cases.filter { $0.verdict != .accepted }
        if let first = failures.first {
            var text = StyledText("\(first.name.displayedInline()) ")
            text.append(first.verdict.rawValue, first.verdict.style)
            if failures.count > 1 { text.append(", \(failures.count - 1) more") }
            parts.append(text)
        }
        let notRun = group.total - group.cases.count
        if notRun > 0 { parts.append(StyledText("\(notRun) not run", .yellow)) }
        let names = Set(group.cases.flatMap(\.metrics.keys)).sorted()
        for name in names.prefix(6) {
            guard let worst = Self.worst(name, in: group.cases) else { continue }
            let title = name.displayedInline(limit: 40).replacing("_", with: " ")
            parts.append(StyledText("\(title) \(Figures.metric(worst))"))
        }
        if names.count > 6 { parts.append(StyledText("… and \(Figures.count(names.count - 6, "more metric"))")) }
        return parts
    }

    /// The worst value of a metric among cases. For what grows with quality (accuracy, agreement, scores, R²) that is
    /// the smallest, for ratios to a reference, errors and losses the largest; what is not a number is worse than any.
    package static func worst(_ metric: String, in cases: [CaseReport]) -> Double? {
        let values = cases.compactMap { $0.metrics[metric] }
        if let broken = values.first(where: \.isNaN) { return broken }
        let growsWithQuality = ["accuracy", "agreement", "precision", "recall", "score", "f1", "auc", "r2", "purity"]
            .contains { metric.lowercased().contains($0) }
        return growsWithQuality ? values.min() : values.max()
    }
}
