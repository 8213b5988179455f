internal import JudgeCore
internal import Reporting

extension ReportMarkup {
    /// The most metrics of a group that are shown.
    private static let maximumMetrics = 6

    /// The table of groups, and the public cases with their data.
    var cases: [String: Any?] {
        let groups = report.groups.map(values)
        return [
            "cpuLimit": Figures.limit(seconds: limits.cpuSeconds), "memoryLimit": Figures.bytes(limits.memoryBytes),
            "hasGroups": !report.groups.isEmpty, "groups": groups,
            "hasMetrics": report.groups.contains { $0.cases.contains { !$0.metrics.isEmpty } },
            "hasFailures": groups.contains { $0["failure"] != nil }, "hasSamples": !samples.isEmpty,
            "samples": samples,
        ]
    }

    private func values(of group: GroupReport) -> [String: Any] {
        let names = Set(group.cases.flatMap(\.metrics.keys)).sorted()
        var metrics = names.prefix(Self.maximumMetrics).compactMap { name in
            TextReport.worst(name, in: group.cases).map {
                "\(name.displayedInline(limit: 40).replacing("_", with: " ")) \(Figures.metric($0))"
            }
        }
        if names.count > Self.maximumMetrics {
            metrics.append("… and \(Figures.count(names.count - Self.maximumMetrics, "more metric"))")
        }
        let isUnfinished = group.verdict == .accepted && group.passed < group.total
        let badge = isUnfinished ? Badge("…", "not run", "wait") : Badge(group.verdict)
        return fields(
            badge.values.merging([
                "name": TextReport.shortName(of: group), "passed": group.passed, "total": group.total,
                "slowest": group.cases.map(\.cpuSeconds).max().map(Figures.seconds),
                "peak": group.cases.map(\.peakBytes).max().map(Figures.bytes), "metrics": metrics,
                "failure": failure(of: group),
            ]) { $1 })
    }

    /// The first case of a group that failed, and how many more; those not run.
    private func failure(of group: GroupReport) -> String? {
        let failures = group.cases.filter { $0.verdict != .accepted }
        var parts: [String] = []
        if let first = failures.first {
            parts.append("\(first.name.displayedInline()): \(Badge(first.verdict).words)")
            if failures.count > 1 { parts.append("\(failures.count - 1) more") }
        }
        let notRun = group.total - group.cases.count
        if notRun > 0 { parts.append("\(notRun) not run") }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    private var samples: [[String: Any]] {
        report.publicGroups.flatMap(\.cases).compactMap { result in
            result.sample.map { sample in
                let answer = AnswerMarkup(expected: sample.expected, got: sample.got)
                return fields(
                    Badge(result.verdict).values.merging([
                        "name": result.name.displayedInline(), "isOpen": result.verdict != .accepted,
                        "input": sample.input, "expectedHTML": answer.expected, "gotHTML": answer.got,
                        "printed": sample.printed.isEmpty ? nil : sample.printed,
                    ]) { $1 })
            }
        }
    }
}
