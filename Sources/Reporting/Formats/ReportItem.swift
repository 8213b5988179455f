import JudgeCore

/// One thing that was tried of a submission, as other programs list tests: that it compiles, a case, how a resource grows.
struct ReportItem {
    enum Outcome: Equatable {
        case passed
        case failed(Verdict)
        /// It was not tried, or cannot be judged.
        case skipped
    }

    /// `compile`, `sample`, a hidden group's name, `growth`, or `result`.
    let group: String
    /// Unique within its group.
    let name: String
    let outcome: Outcome
    /// CPU seconds.
    var seconds = 0.0
    /// One sentence on what is wrong, or was left out; `nil` where nothing is.
    var message: String?
    /// The author's hint.
    var hint: String?
    /// What a public case was given and gave, line by line.
    var lines: [String] = []
    /// Whether it is a public case, which `judge test` runs too.
    var isPublic = false

    /// The verdict of what failed; `nil` where nothing did.
    var failure: Verdict? { if case .failed(let verdict) = outcome { verdict } else { nil } }

    /// What a reader is told of it, line by line.
    var text: [String] { [message].compactMap(\.self) + (hint.map { ["Hint: \($0)"] } ?? []) + lines }
}

extension Report {
    /// Everything that was tried, in the order in which it was. One at least has failed where the verdict is not accepted.
    func items(limits: Limits) -> [ReportItem] {
        var items = [compileItem] + groups.flatMap { self.items(of: $0, limits) } + growthItems
        if let score, let asked = score.toPass {
            let passes = score.points >= asked
            items.append(
                ReportItem(
                    group: "result", name: "score", outcome: passes ? .passed : .failed(.wrongAnswer),
                    message: "\(Figures.points(score)) points, \(Figures.points(asked)) to pass"))
        }
        if verdict != .accepted, items.allSatisfy({ $0.failure == nil }) {
            items.append(
                ReportItem(group: "result", name: "verdict", outcome: .failed(verdict), message: words(message)))
        }
        return items
    }

    private func words(_ text: String?) -> String? { text.map { $0.displayedInline(limit: 1000) } }

    private var compileItem: ReportItem {
        let fails = verdict == .compileError
        return ReportItem(
            group: "compile", name: submission.file.displayedInline(),
            outcome: fails ? .failed(.compileError) : .passed,
            seconds: compile.seconds, message: fails ? words(message) ?? "it does not compile" : nil,
            lines: fails
                ? compile.diagnostics.prefix(TextReport.maximumDiagnostics).flatMap { diagnostic in
                    "\(diagnostic.file):\(diagnostic.line):\(diagnostic.column): \(diagnostic.severity.rawValue): \(diagnostic.message)"
                        .displayedLines
                } : [])
    }

    private func items(of group: GroupReport, _ limits: Limits) -> [ReportItem] {
        let name = TextReport.shortName(of: group)
        var items = group.cases.map { result in
            let passes = result.verdict == .accepted
            let said = words(result.message) ?? TextReport.defaultMessage(result.verdict, limits)
            return ReportItem(
                group: name, name: result.name.displayedInline(), outcome: passes ? .passed : .failed(result.verdict),
                seconds: result.cpuSeconds, message: passes ? nil : said, hint: passes ? nil : words(result.hint),
                lines: passes ? [] : result.sample.map(Self.lines) ?? [], isPublic: group.name == "sample")
        }
        let left = group.total - group.cases.count
        if left > 0 {
            items.append(
                ReportItem(
                    group: name, name: "not run", outcome: .skipped,
                    message: "\(Figures.count(left, "case")) of \(name) \(left == 1 ? "was" : "were") not run",
                    isPublic: group.name == "sample"))
        }
        return items
    }

    /// At most twenty lines of each text of a public case.
    private static func lines(of sample: SampleReport) -> [String] {
        let parts = [
            ("input", sample.input), ("expected", sample.expected), ("got", sample.got), ("printed", sample.printed),
        ]
        return parts.flatMap { title, text -> [String] in
            let lines = text.start(scalars: 20_000).displayedLines
            guard !lines.isEmpty else { return [] }
            let rest = lines.count > 20 ? ["  … and \(lines.count - 19) more lines"] : []
            return ["\(title):"] + lines.prefix(rest.isEmpty ? 20 : 19).map { "  " + $0.cut(to: 500) } + rest
        }
    }

    private var growthItems: [ReportItem] {
        guard let complexity else { return [] }
        // What cannot be judged fails only where the challenge accepts nothing that cannot.
        let isStrict = verdict == .complexityExceeded && complexity.verdict != .over
        return MeasuredResource.allCases.map { resource in
            let growth = resource.growth(in: complexity)
            let asked = growth.bound.isEmpty ? "" : ", asked \(growth.bound.displayedInline())"
            let outcome: ReportItem.Outcome =
                switch growth.verdict {
                case .within: .passed
                case .over: .failed(.complexityExceeded)
                case .inconclusive: isStrict ? .failed(.complexityExceeded) : .skipped
                }
            let message = growth.message ?? growth.variables.lazy.compactMap(\.reason).first
            return ReportItem(
                group: "growth", name: resource.rawValue, outcome: outcome,
                message: growth.verdict == .within
                    ? nil : "\(growth.verdict.rawValue)\(asked)" + (words(message).map { ": \($0)" } ?? ""),
                lines: growth.variables.map {
                    "\($0.displayedName)  \($0.displayedClass)  \($0.verdict.rawValue)  slope \($0.displayedSlope)"
                })
        }
    }
}
