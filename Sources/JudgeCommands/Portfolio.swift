import Compilation
import Foundation
import Interviews
import JudgeCore
import Registry
import Reporting
import Storage

/// What somebody has solved, as a folder to publish: the solutions, how they grow, badges, and a page that lists them.
///
/// Nothing that a challenge hides is in it: the sources are the person's own, and reports are not.
struct Portfolio {
    let store: Store
    let entries: [ChallengeSummary]
    let progress: PracticeProgress

    /// Writes the folder, which must not be there yet.
    ///
    /// - Returns: how many solutions are in it.
    /// - Throws: `JudgeError` `nothing-solved`, `file-exists`, `output-unwritable`.
    func write(to folder: String) async throws -> Int {
        try FileManager.default.mustBeNew(folder)
        var files: [(path: String, data: Data)] = []
        var rows: [String] = []
        for challenge in progress.challenges {
            guard let number = challenge.best, let source = try await store.source(of: number),
                let json = try await store.report(of: number)
            else { continue }
            let report = try JSONReport.read(Data(json.utf8))
            let entry = entries.first { $0.slug == challenge.id }
            let path = "solutions/\(challenge.id).swift"
            files.append(("\(folder)/\(path)", Data(source)))
            var growth = ""
            if let complexity = report.complexity {
                let plot = "growth/\(challenge.id).svg"
                let picture = GrowthSVG.text(of: complexity, title: challenge.id)
                files.append(("\(folder)/\(plot)", Data(picture.utf8)))
                growth = "[\(Self.words(complexity.time)) time, \(Self.words(complexity.space)) space](\(plot))"
            }
            let name = MarkdownReport.code(entry?.name ?? challenge.id)
            rows.append(
                "| [\(challenge.id)](\(path)) | \(name) | \(entry?.interview?.topic.rawValue ?? "") | "
                    + "\(entry?.difficulty?.rawValue ?? "") | \(challenge.solvedAt.map { $0.iso8601.prefix(10) } ?? "") | "
                    + "\(growth) |")
        }
        guard !rows.isEmpty else {
            throw JudgeError(.usage, "nothing-solved", "there is nothing solved yet to put into a portfolio")
        }
        let badges = Self.badges(progress, entries: entries)
        files += badges.map { ("\(folder)/badges/\($0.name).svg", Data($0.svg.utf8)) }
        let pictures = badges.map { "![\($0.alternative)](badges/\($0.name).svg)" }.joined(separator: " ")
        let page = """
            # Machine-learning challenges in Swift

            \(pictures)

            Each solution is right on public and hidden cases, and where its growth is shown, within the bounds that were asked for.

            | challenge | name | topic | level | solved | growth |
            | --- | --- | --- | --- | --- | --- |
            \(rows.joined(separator: "\n"))

            """
        files.append(("\(folder)/README.md", Data(page.utf8)))
        try FileManager.default.writeNew(files, to: folder)
        return rows.count
    }

    /// How a resource grows in each variable.
    private static func words(_ growth: ResourceGrowth) -> String {
        let classes = growth.variables.map(\.displayedClass).filter { $0 != "1" }
        return "`\(classes.isEmpty ? "1" : classes.joined(separator: " * "))`"
    }

    /// Writes the badges alone, over those of before.
    static func writeBadges(_ progress: PracticeProgress, entries: [ChallengeSummary], to folder: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for badge in badges(progress, entries: entries) {
                try Data(badge.svg.utf8).write(
                    to: URL(fileURLWithPath: "\(folder)/\(badge.name).svg"), options: .atomic)
            }
        } catch {
            throw JudgeError(.usage, "output-unwritable", "\(folder) cannot be written: \(error.reason)")
        }
    }

    private static func badges(
        _ progress: PracticeProgress, entries: [ChallengeSummary]
    ) -> [(name: String, alternative: String, svg: String)] {
        let solved = Set(progress.challenges.filter { $0.solvedAt != nil }.map(\.id))
        var values = [("solved", "solved", "\(solved.count)", "#2d6a4f")]
        for level in Difficulty.allCases {
            let count = entries.count { $0.difficulty == level && solved.contains($0.slug) }
            let color = [Difficulty.easy: "#2d6a4f", .medium: "#8a5a00", .hard: "#9b2226"][level]!
            if count > 0 { values.append((level.rawValue, level.rawValue, "\(count)", color)) }
        }
        values.append(("streak", "longest streak", Figures.count(progress.streak.longest, "day"), "#1d4e89"))
        return values.map { name, title, value, color in
            (name, "\(title): \(value)", BadgeSVG.text(title, value, color: color))
        }
    }
}
