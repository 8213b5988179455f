internal import JudgeCore
internal import Reporting

/// A report for people: the verdict first, then what failed and why, then the counts, the samples, growth and the
/// surroundings, in the order of ``TextReport``.
struct ReportMarkup {
    let report: Report
    let limits: Limits
    /// How many lines of the source the page shows, with an anchor each.
    let lineCount: Int

    /// A part of the page.
    var markup: Markup {
        Template.report.render(
            Badge(report.verdict).values.merging(headline) { $1 }.merging(diagnostics) { $1 }.merging(cases) { $1 }
                .merging(growth) { $1 }.merging(earned) { $1 }.merging(["facts": facts]) { $1 })
    }

    /// Points, and bugs that are gone.
    private var earned: [String: Any?] {
        [
            "score": report.score.map { score in
                fields(["points": Figures.points(score), "toPass": score.toPass.map { Figures.points($0) }])
            },
            "bugs": report.plantedBugs.map { bugs in
                fields([
                    "words": TextReport.words(of: bugs),
                    "gone": bugs.gone.map {
                        ["name": $0.name.displayedInline(limit: 60), "about": $0.about.displayedInline(limit: 1000)]
                    },
                ])
            },
        ]
    }

    /// What is shown where there is no report: the verdict, and paragraphs on why that is all.
    static func outcome(_ verdict: Verdict, _ paragraphs: [String]) -> Markup {
        let badge = Badge(verdict)
        return Markup(
            trusted: """
                <div class="outcome \(badge.tone)">
                <p class="headline"><span class="verdict large \(badge.tone)"><span aria-hidden="true">\(badge.symbol)\
                </span> \(badge.words)</span></p>
                \(paragraphs.map { "<p>\(Markup.escaped($0))</p>" }.joined(separator: "\n"))
                </div>

                """)
    }

    private var headline: [String: Any?] {
        let failure = report.firstFailure
        return [
            "seconds": Figures.seconds(report.seconds),
            "message": report.message == failure?.result.message ? nil : report.message,
            "failure": failure.map { group, result in
                fields([
                    "place": "\(TextReport.shortName(of: group))/\(result.name.displayedInline())",
                    "verdict": result.verdict == report.verdict ? nil : Badge(result.verdict).words,
                    "message": result.message ?? TextReport.defaultMessage(result.verdict, limits), "hint": result.hint,
                ])
            },
            "warning": warning,
        ]
    }

    /// Weaker walls than usual are said early: who runs other people's code must know.
    private var warning: String? {
        switch report.sandbox.level {
        case .full: nil
        case .restricted: "the sandbox was weaker than usual."
        case .none: "there was no sandbox."
        }
    }

    private var facts: [[String: Any]] {
        let walls = report.sandbox.walls.map { $0.displayedInline() }.joined(separator: ", ")
        let compiled =
            report.compile.cached
            ? "from the cache" : report.compile.seconds > 0 ? "in \(Figures.seconds(report.compile.seconds))" : nil
        let facts: [(String, String?)] = [
            ("Time of a case", LimitWords.time(limits)), ("Memory of a case", Figures.bytes(limits.memoryBytes)),
            ("Sandbox", report.sandbox.level.rawValue + (walls.isEmpty ? "" : " (\(walls))")),
            ("Compiler", report.toolchain.displayedInline()), ("Compiled", compiled),
            ("Seed of the hidden data", report.seed.displayedInline()), ("Judge", report.judge.displayedInline()),
            ("SHA-256 of the source", report.submission.sha256.displayedInline()),
        ]
        return facts.compactMap { name, value in value.map { ["name": name, "value": $0] } }
    }
}
