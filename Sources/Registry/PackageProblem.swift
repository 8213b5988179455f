/// One thing that is wrong with a challenge package.
package struct PackageProblem: Error, Sendable, Equatable, CustomStringConvertible {
    /// The file or folder from the registry's root, e.g. `kmeans/problem.yaml`.
    package let file: String
    /// The line, from 1, where the fault lies in the text of a file.
    package let line: Int?
    /// The column in characters, from 1.
    package let column: Int?
    /// The key, dotted from the top of the file, e.g. `limits.memory`.
    package let key: String?
    /// What is wrong and what to do, in one sentence.
    package let message: String

    /// `file:line:column: key: sentence`, without the parts that there are none of.
    package var description: String {
        var place = file
        if let line { place += ":\(line)" }
        if let column { place += ":\(column)" }
        return [place, key, message].compactMap(\.self).joined(separator: ": ")
    }
}

/// Collects what is wrong while a package is read, so that one look finds all of it.
final class ProblemLog {
    /// A file that is wrong in more places than anyone reads is wrong altogether.
    private static let capacity = 200

    private(set) var problems: [PackageProblem] = []
    /// What does not keep the package from being used.
    private var notes: [PackageProblem] = []
    private let slug: String

    /// Whether nothing more is noted.
    var isFull: Bool { problems.count >= Self.capacity }

    /// The problems once each, those of `problem.yaml` first and then by file and place.
    var sorted: [PackageProblem] { sorted(problems) }

    /// The same with the notes among them.
    var sortedWithNotes: [PackageProblem] { sorted(problems + notes) }

    private func sorted(_ problems: [PackageProblem]) -> [PackageProblem] {
        var seen: [PackageProblem] = []
        for problem in problems where !seen.contains(problem) { seen.append(problem) }
        func key(_ problem: PackageProblem) -> (Int, String, Int, Int) {
            let isFirst = problem.file == "\(slug)/problem.yaml"
            return (isFirst ? 0 : 1, problem.file, problem.line ?? 0, problem.column ?? 0)
        }
        return seen.sorted { key($0) < key($1) }
    }

    init(slug: String) {
        self.slug = slug
    }

    /// Notes what does not keep the package from being used.
    func note(_ path: String, line: Int? = nil, column: Int? = nil, key: String? = nil, _ message: String) {
        notes.append(
            PackageProblem(
                file: "\(slug)/\(path)".escapingLines, line: line, column: column, key: key?.shown, message: message))
    }

    /// Notes a problem of `path`, which counts from the package's folder; an empty one is that folder.
    func report(_ path: String, line: Int? = nil, column: Int? = nil, key: String? = nil, _ message: String) {
        guard !isFull else { return }
        let file = path.isEmpty ? slug : "\(slug)/\(path)"
        problems.append(
            PackageProblem(
                file: file.escapingLines, line: line, column: column, key: key?.shown, message: message))
    }
}
