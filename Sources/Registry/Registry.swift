import Dispatch
import Synchronization

package import JudgeCore

/// The challenges below one folder, each a package in the Problem Package Format 2025-09.
///
/// Packages are read when they are asked for, kept, and read again when one of the files or folders that were looked
/// at has changed. All functions read files and block while they do.
package struct Registry: Sendable {
    /// The folder that holds the packages.
    package let root: String
    private let cache = RegistryCache()
    private let key: SealKey?
    private let opened: (@Sendable (String) -> Void)?

    /// The registry of a folder, which is not looked at yet.
    ///
    /// - Parameter key: opens sealed packages; without it they are what they show.
    package init(root: String, key: SealKey? = nil) {
        self.init(root: root, key: key, opened: nil)
    }

    /// - Parameter opened: is called with the path of every file and folder that is opened, from any thread.
    init(root: String, key: SealKey? = nil, opened: (@Sendable (String) -> Void)?) {
        self.root = root
        self.key = key
        self.opened = opened
    }

    // MARK: Lists

    /// All challenges by slug. Only each `problem.yaml` and `interview.yaml` is read; a package whose file is broken is in
    /// the list with what is wrong.
    ///
    /// - Throws: `no-challenges` when the folder cannot be read.
    package func list() throws(JudgeError) -> [ChallengeSummary] {
        let (root, slugs) = try folders()
        let summaries = Mutex([ChallengeSummary?](repeating: nil, count: slugs.count))
        // A few challenges for each thread at a time, as most are answered by looking at a stamp.
        let batch = 16
        DispatchQueue.concurrentPerform(iterations: (slugs.count + batch - 1) / batch) { index in
            let range = index * batch..<min((index + 1) * batch, slugs.count)
            let part = range.map { summary(slugs[$0], root: root) }
            summaries.withLock { $0.replaceSubrange(range, with: part) }
        }
        return summaries.withLock { $0.compactMap(\.self) }
    }

    /// The names of all packages, sorted.
    ///
    /// - Throws: `no-challenges` when the folder cannot be read.
    package func slugs() throws(JudgeError) -> [String] { try folders().slugs }

    private func folders() throws(JudgeError) -> (root: String, slugs: [String]) {
        guard let root = resolved(self.root), let entries = entries(ofFolder: root) else {
            throw JudgeError(
                .usage, "no-challenges",
                "there is no folder '\(self.root.shown)' with challenges; name one with --challenges DIR")
        }
        let slugs = entries.filter { name, type in
            guard name.first != ".", name.first != "-" else { return false }
            return isFolder("\(root)/\(name)", type: type)
        }
        return (root, slugs.map(\.name))
    }

    private func summary(_ slug: String, root: String) -> ChallengeSummary {
        guard Slug.isValid(slug) else {
            return ChallengeSummary(
                slug: slug, metadata: nil, interview: nil, form: .coding,
                problem: PackageProblem(
                    file: slug.escapingLines, line: nil, column: nil, key: nil, message: Slug.rule))
        }
        let folder = resolved("\(root)/\(slug)") ?? "\(root)/\(slug)"
        if let summary = cache.summary(slug, folder: folder) { return summary }
        let source = PackageSource(slug: slug, folder: folder, opened: opened)
        let metadata = ProblemMetadata(reading: source)
        let interview = source.contains(InterviewNotes.path) ? InterviewNotes(reading: source) : nil
        let summary = ChallengeSummary(
            slug: slug, metadata: metadata, interview: interview,
            form: Challenge.Form(
                isQuiz: source.contains(Quiz.path), isDebugging: source.contains(PlantedBug.path),
                isScoring: metadata?.isScoring ?? false),
            problem: source.log.sorted.first)
        cache.store(summary, folder: folder, source.stamps)
        return summary
    }

    // MARK: One challenge

    /// A challenge with all its parts.
    ///
    /// - Throws: `unknown-challenge`, with the nearest name, when there is no package `slug`; `broken-package`, with
    ///   the first fault, when there is one that cannot be used.
    package func challenge(_ slug: String) throws(JudgeError) -> Challenge {
        let (challenge, problems) = try read(slug)
        if let problem = problems.first {
            let more = problems.count - 1
            let rest = more == 0 ? "" : " (and \(more) more \(more == 1 ? "fault" : "faults"))"
            throw JudgeError(.usage, "broken-package", problem.description + rest)
        }
        guard let challenge else {
            throw JudgeError(.failure, "broken-package", "\(slug): the package cannot be read")
        }
        return challenge
    }

    /// Everything that the format demands of the package `slug` and can be told without running code.
    ///
    /// - Returns: what is wrong, by file and line; empty when nothing is.
    /// - Throws: `unknown-challenge`, with the nearest name, when there is no such package.
    package func check(_ slug: String) throws(JudgeError) -> [PackageProblem] {
        let source = PackageSource(slug: slug, folder: try folder(of: slug), opened: opened)
        let tree = source.tree()
        if let challenge = Challenge(reading: source, tree) {
            PackageChecker(challenge: challenge, source: source, tree: tree).check()
            for other in try list() where other.slug != slug && !challenge.metadata.uuid.isEmpty {
                if other.metadata?.uuid.lowercased() == challenge.metadata.uuid.lowercased() {
                    source.log.report("problem.yaml", key: "uuid", "is that of '\(other.slug)' too; make a new one")
                }
            }
        }
        return source.log.sortedWithNotes
    }

    private func folder(of slug: String) throws(JudgeError) -> String {
        guard Slug.isValid(slug), let root = resolved(root), let folder = resolved("\(root)/\(slug)"),
            isFolder(folder, type: -1)
        else { throw unknown(slug, try slugs()) }
        guard let key, FileStamp(path: "\(folder)/\(SealedPackage.file)") != nil else { return folder }
        return try OpenedPackages.shared.folder(of: slug, sealed: folder, key: key)
    }

    /// Removes what was opened of sealed packages. Call it before the process ends.
    package static func close() { OpenedPackages.shared.close() }

    /// The folder of the package `slug` as it lies in the registry, sealed or not.
    ///
    /// - Throws: `unknown-challenge`, with the nearest name, when there is no such package.
    package func place(of slug: String) throws(JudgeError) -> String {
        try Registry(root: root).folder(of: slug)
    }

    private func read(_ slug: String) throws(JudgeError) -> (challenge: Challenge?, problems: [PackageProblem]) {
        let folder = try folder(of: slug)
        if let cached = cache.challenge(slug, folder: folder) { return (cached, []) }
        let source = PackageSource(slug: slug, folder: folder, opened: opened)
        let challenge = Challenge(reading: source, source.tree())
        if let challenge, source.log.problems.isEmpty { cache.store(challenge, source.stamps) }
        return (challenge, source.log.sorted)
    }

    private func unknown(_ slug: String, _ names: [String]) -> JudgeError {
        let near = Spelling.nearest(to: slug, among: names)
        let shown = slug.count > 60 ? "\(slug.prefix(60))…" : slug
        let hint = near.map { "; did you mean '\($0)'?" } ?? ""
        return JudgeError(
            .usage, "unknown-challenge",
            "there is no challenge '\(shown.shown)'\(hint) (`judge list` shows all)")
    }
}
