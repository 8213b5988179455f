import JudgeCore

/// A report for people: the verdict first, then what failed and why, then the counts, the samples and the surroundings.
///
/// ```
/// accepted  kmeans  kmeans.swift                                                                 1.2 s
///   cases    public 2/2, hidden 14/14      slowest 0.11 s of 1 s      peak 21 MiB of 512 MiB
///     edge   8/8
///     blobs  4/4   inertia ratio 1.0000
///     iris   2/2   inertia ratio 1.0004
///   time     within  asked iterations * n * k * d
///   space    within  asked n * d + k * d + n
///   sandbox  full (namespaces, cgroup-v2, seccomp, landlock, rlimits)
///   built    swift 6.3.1 in 0.9 s      seed 7f3a      judge 0.1.0
/// ```
///
/// Whatever a submission or a package said is made harmless before it gets here or on the way.
package struct TextReport {
    /// Which cases were asked for.
    package enum Scope: Sendable, Equatable {
        /// All of them.
        case everything
        /// The public ones only; `command` is what runs the hidden ones too, e.g. `judge submit kmeans.swift`.
        case publicCases(command: String)
    }

    let report: Report
    let limits: Limits
    let scope: Scope
    let growthDetail: GrowthDetail
    var page: Page

    /// The report as text, every line ended by a line feed.
    ///
    /// - Parameters:
    ///   - limits: what each case was allowed, to set use against limits.
    ///   - style: colour and width.
    ///   - scope: which cases were asked for; a report on public cases says that the hidden ones have yet to run.
    ///   - growth: how much is said of how work and memory grow, where that was measured.
    package static func text(
        of report: Report, limits: Limits, style: TextStyle, scope: Scope = .everything,
        growth: GrowthDetail = .notWithin
    ) -> String {
        var text = TextReport(report: report, limits: limits, scope: scope, growthDetail: growth, page: Page(style))
        text.write()
        return text.page.text
    }

    private mutating func write() {
        writeHeadline()
        writeWarning()
        if let message = report.message, !saysLater(message) { page.field("why", StyledText(sentence(message))) }
        writeFailure()
        writeGrowthFailure()
        if report.verdict == .compileError || report.isPublicOnly { writeDiagnostics() }
        writeScore()
        writePlantedBugs()
        writeCases()
        writeComplexity()
        writeSamples()
        writeSurroundings()
    }

    /// Whether a message on the whole is that of a case or of a resource, which stands where that is shown.
    private func saysLater(_ message: String) -> Bool {
        if message == report.firstFailure?.result.message { return true }
        guard let complexity = report.complexity else { return false }
        return [complexity.time, complexity.space].contains { $0.verdict != .within && $0.message == message }
    }

    private mutating func writeHeadline() {
        // `accepted` alone would say more than public cases can.
        let isPartial = report.verdict == .accepted && report.isPublicOnly
        let verdict = StyledText(
            isPartial ? "public cases accepted" : report.verdict.rawValue,
            isPartial ? [.bold, .cyan] : report.verdict.style.union(.bold))
        var name = StyledText(report.submission.challenge.displayedInline(), .bold)
        name.append("  \(report.submission.file.displayedInline())")
        let seconds = Figures.seconds(report.seconds)
        var line = verdict
        line.append("  ")
        line.append(name)
        if line.columns + 2 + seconds.columns <= page.columns {
            line.append(Page.spaces(page.columns - line.columns - seconds.columns))
            line.append(seconds, .dim)
            page.line(line)
        } else {
            var first = verdict
            first.append(Page.spaces(max(2, page.columns - verdict.columns - seconds.columns)))
            first.append(seconds, .dim)
            page.line(first)
            page.line(name, indent: Page.indent)
        }
    }

    /// Weaker walls than usual are said loudly and early: who runs other people's code must know.
    private mutating func writeWarning() {
        let walls = report.sandbox.walls.map { $0.displayedInline() }.joined(separator: ", ")
        let text: String
        switch report.sandbox.level {
        case .full: return
        case .restricted:
            text =
                "weaker sandbox than usual, with \(walls.isEmpty ? "no walls" : walls) only; "
                + "judge doctor says what is missing"
        case .none: text = "no sandbox: this code had every right of the user who ran the judge"
        }
        page.field("WARNING", StyledText(text, [.bold, .yellow]), style: [.bold, .yellow])
    }

    private mutating func writeFailure() {
        guard let (group, result) = report.firstFailure else { return }
        var text = StyledText("\(Self.shortName(of: group))/\(result.name.displayedInline())", .bold)
        text.append(": ")
        if result.verdict != report.verdict { text.append("\(result.verdict.rawValue), ") }
        text.append(sentence(result.message ?? Self.defaultMessage(result.verdict, limits)))
        page.field("fails", text, style: [.bold, .red])
        if let hint = result.hint { page.field("hint", StyledText(sentence(hint))) }
    }

    private mutating func writeScore() {
        guard let score = report.score else { return }
        var parts = [StyledText(Figures.points(score), .bold)]
        if let asked = score.toPass { parts.append(StyledText("\(Figures.points(asked)) to pass")) }
        page.field("score", parts: parts)
    }

    private mutating func writePlantedBugs() {
        guard let bugs = report.plantedBugs else { return }
        page.field("bugs", StyledText(Self.words(of: bugs), bugs.gone.count == bugs.total ? .green : .yellow))
        for bug in bugs.gone {
            var text = StyledText("\(bug.name.displayedInline(limit: 60))  ", .bold)
            text.append(bug.about.displayedInline(limit: 1000))
            for line in Page.arrange([text], gap: 3, columns: page.columns - 4) { page.line(line, indent: 4) }
        }
    }

    /// How many bugs are gone, in words.
    package static func words(of bugs: PlantedBugsReport) -> String {
        "\(bugs.gone.count) of \(bugs.total) \(bugs.total == 1 ? "is" : "are") gone"
    }

    private mutating func writeSurroundings() {
        let walls = report.sandbox.walls.map { $0.displayedInline() }.joined(separator: ", ")
        page.field(
            "sandbox",
            StyledText(report.sandbox.level.rawValue + (walls.isEmpty ? "" : " (\(walls))"), report.sandbox.level.style)
        )
        var built = StyledText(report.toolchain.displayedInline())
        if report.compile.cached {
            built.append(", from the cache")
        } else if report.compile.seconds > 0 {
            built.append(" in \(Figures.seconds(report.compile.seconds))")
        }
        let warnings = report.compile.diagnostics.count { $0.severity == .warning }
        if warnings > 0 { built.append(", \(Figures.count(warnings, "warning"))", .yellow) }
        page.field(
            "built",
            parts: [
                built, StyledText("seed \(report.seed.displayedInline())"),
                StyledText("judge \(report.judge.displayedInline())"),
            ])
    }

    /// A message of a validator or an author: at most eight lines, a thousand characters.
    func sentence(_ text: String) -> String {
        let lines = text.start(scalars: 10_000).displayedLines.map { $0.cut(to: 1000) }
        guard lines.count > 8 else { return lines.joined(separator: "\n") }
        return lines.prefix(7).joined(separator: "\n") + "\n… and \(lines.count - 7) more lines"
    }

    /// What is said of a case that failed without a message of its own.
    package static func defaultMessage(_ verdict: Verdict, _ limits: Limits) -> String {
        switch verdict {
        case .accepted, .compileError, .complexityExceeded: verdict.rawValue
        case .wrongAnswer: "the answer is wrong"
        case .timeLimitExceeded: "it took longer than \(Figures.limit(seconds: limits.cpuSeconds))"
        case .memoryLimitExceeded: "it needed more than \(Figures.bytes(limits.memoryBytes))"
        case .outputLimitExceeded: "its answer was longer than \(Figures.bytes(limits.outputBytes))"
        case .runTimeError: "it ended before its answer was complete"
        case .judgeError: "the judge could not judge it"
        }
    }

    /// A group's name as people know it: `secret/edge` is `edge`.
    package static func shortName(of group: GroupReport) -> String {
        let name = group.name.hasPrefix("secret/") ? String(group.name.dropFirst("secret/".count)) : group.name
        return name.displayedInline()
    }
}

extension Verdict {
    /// The colour in which the verdict stands out.
    var style: Style {
        switch self {
        case .accepted: .green
        case .timeLimitExceeded, .memoryLimitExceeded, .outputLimitExceeded, .complexityExceeded: .yellow
        case .judgeError: .magenta
        case .wrongAnswer, .runTimeError, .compileError: .red
        }
    }
}

extension SandboxReport.Level {
    fileprivate var style: Style { self == .full ? [] : [.bold, .yellow] }
}
