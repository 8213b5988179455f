import ArgumentParser
import Compilation
import Foundation
import Grading
import JudgeCore
import Registry
import Reporting
import Repository

struct GradeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grade", abstract: "Grades the submissions of a repository, for CI and study groups.",
        discussion: """
            Looks for solutions/USER/CHALLENGE.swift below the present folder, or where judge-ci.yaml says that submissions \
            are, and prints one table. What was graded before is not graded again, and with --base only what has changed \
            since is looked at. Ends with 1 when a required submission is not accepted.
            """)

    @Argument(help: ArgumentHelp("Only these files, and those below these folders; default: all.", valueName: "path"))
    var paths: [String] = []

    @Option(
        help: ArgumentHelp(
            "Grade only what has changed since this commit and the present one parted.",
            discussion: "A commit of zeros, which CI systems name where there was none before, compares with nothing.",
            valueName: "commit"))
    var base: String?

    @Option(
        help: ArgumentHelp(
            "What is asked of whom, and by when; default: judge-ci.yaml in the present folder, if it is there.",
            valueName: "path"))
    var plan: String?

    @Option(
        help: ArgumentHelp(
            "The folder of results from before, which CI may keep between its runs.",
            discussion: "Default: one for this repository in the state folder.", valueName: "dir"))
    var cache: String?

    @Flag(help: "Run the public samples alone, which earn nothing.")
    var samples = false

    @Flag(
        help: ArgumentHelp(
            "Comment on the pull request that CI runs for, and set the commit's status.",
            discussion: """
                GitHub, Gitea, Forgejo and GitLab are known by their CI's environment. The token is in JUDGE_FORGE_TOKEN, \
                or in GITHUB_TOKEN, GITEA_TOKEN or GITLAB_TOKEN. What cannot be written is a warning, and changes nothing \
                about the exit code.
                """))
    var comment = false

    @Option(
        name: .customLong("report"),
        help: ArgumentHelp(
            "Also write the results in this format (those of --format) to this file; repeatable, - is standard output.",
            valueName: "format=path"))
    var reports: [ReportTarget<GradeFormat>] = []

    @OptionGroup var jobs: JobsOption
    @OptionGroup var options: CommandOptions<GradeFormat>
    @OptionGroup var run: RunOptions

    func validate() throws {
        try reports.validate()
    }

    func run() async throws {
        let folder = FileManager.default.currentDirectoryPath
        let plan = try studyPlan()
        let found = try FoundSubmission.all(in: folder, layouts: plan.layouts, below: paths)
        let client = try forge()
        defer { client?.close() }
        let grading = try await grading(in: folder, plan)
        let line = options.progressLine(title: "grade")
        defer { line.finish() }
        var grades = try await jobs.map(found) { index, submission in
            line.count(index + 1, of: found.count, submission.path)
            return try await grading.grade(submission)
        }
        if paths.isEmpty, grading.changed == nil { grades += grading.missing(besides: found) }
        line.finish()
        grades.sort { ($0.user ?? "", $0.challenge, $0.path ?? "") < ($1.user ?? "", $1.challenge, $1.path ?? "") }
        let table = GradeTable(grades)
        try show(table)
        await client?.tell(table)
        if grades.contains(where: { if case .failed = $0.outcome { true } else { false } }) { throw ExitCode(70) }
        if grades.contains(where: \.isFailure) { throw ExitCode(1) }
    }

    private func studyPlan() throws -> StudyPlan {
        if let plan { return try StudyPlan(path: plan) }
        guard FileManager.default.fileExists(atPath: StudyPlan.file) else { return StudyPlan() }
        return try StudyPlan(path: StudyPlan.file)
    }

    private func grading(in folder: String, _ plan: StudyPlan) async throws -> RepositoryGrading {
        let installation = try options.installation()
        let registry = try options.registry(of: installation)
        for assignment in plan.assignments {
            for slug in assignment.challenges { _ = try registry.challenge(slug) }
        }
        let tools = try await run.tools(installation, environment: options.environment)
        let state = tools.state.path
        let book = try ResultBook(folder: cache ?? "\(state)/grades/\(folder.fingerprint)")
        // Zeros alone: the commit before the first one.
        let base = base.flatMap { $0.allSatisfy { $0 == "0" } ? nil : $0 }
        let hasDeadlines = plan.assignments.contains { $0.due != nil }
        let git = base != nil || hasDeadlines ? try await GitRepository(folder: folder) : nil
        return RepositoryGrading(
            folder: folder, plan: plan, registry: registry, tools: tools, book: book, git: git, onlySamples: samples,
            changed: try await base.asyncMap { try await git?.changes(since: $0) ?? [] },
            uncommitted: try await git?.uncommitted() ?? [], now: Int(Date().timeIntervalSince1970))
    }

    /// Who is told besides, before anything is graded: a mistake in the environment is no warning.
    private func forge() throws -> ForgeNews? {
        guard comment else { return nil }
        return try ForgeNews(environment: options.environment)
    }

    private func show(_ table: GradeTable) throws {
        func text(_ format: GradeFormat, _ style: TextStyle) throws -> String {
            try format.text(of: table, version: JudgeCommand.version, style: style)
        }
        try options.write(reports: reports, text)
        if options.format == .github || reports.contains(where: { $0.format == .github }) {
            options.writeStepSummary { table.markdown() }
        }
    }
}
