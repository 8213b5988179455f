import Foundation
import JudgeCore
import Registry

/// A submission's file in a repository.
package struct FoundSubmission: Sendable, Equatable {
    /// From the repository's folder.
    package let path: String
    /// Who wrote it, by the layout; `nil` where that does not say.
    package let user: String?
    /// What the layout, or the file's name, says that it solves; maybe no challenge at all.
    package let challenge: String
}

extension FoundSubmission {
    /// The submissions in `folder`, by user, challenge and path. Links to folders are not followed, and names that begin with
    /// a dot are passed over.
    ///
    /// - Parameter paths: only these files, and those below these folders; none: everywhere. A file that is named here and
    ///   lies as no layout has it is nobody's, and solves what it is named after.
    /// - Throws: `JudgeError` `no-submissions`, saying where they were looked for; `unreadable-file`.
    package static func all(
        in folder: String, layouts: [SubmissionLayout], below paths: [String] = []
    ) throws(JudgeError) -> [FoundSubmission] {
        var found: [String: FoundSubmission] = [:]
        for layout in layouts {
            for path in files(of: layout, in: folder, below: "", depth: 0) where found[path] == nil {
                guard let (user, challenge) = layout.match(path) else { continue }
                found[path] = FoundSubmission(path: path, user: user, challenge: challenge)
            }
        }
        if !paths.isEmpty {
            var chosen: [String: FoundSubmission] = [:]
            for path in paths {
                let below = try below(path, in: folder)
                var isFolder: ObjCBool = false
                guard FileManager.default.fileExists(atPath: "\(folder)/\(below)", isDirectory: &isFolder) else {
                    throw JudgeError(.usage, "unreadable-file", "there is no file or folder \(path)")
                }
                if isFolder.boolValue {
                    chosen.merge(found.filter { below.isEmpty || $0.key.hasPrefix("\(below)/") }) { first, _ in first }
                } else {
                    let name = below.split(separator: "/").last.map(String.init) ?? below
                    chosen[below] =
                        found[below]
                        ?? FoundSubmission(
                            path: below, user: nil,
                            challenge: name.hasSuffix(".swift") ? String(name.dropLast(6)) : name)
                }
            }
            found = chosen
        }
        guard !found.isEmpty else {
            let patterns = layouts.map(\.pattern).joined(separator: " or ")
            let place = paths.isEmpty ? folder : paths.joined(separator: ", ")
            throw JudgeError(
                .usage, "no-submissions",
                "no file below \(place) lies as \(patterns); \(StudyPlan.file) says where submissions are (layout)")
        }
        return found.values.sorted { ($0.user ?? "", $0.challenge, $0.path) < ($1.user ?? "", $1.challenge, $1.path) }
    }

    /// A path as it is from `folder`.
    private static func below(_ path: String, in folder: String) throws(JudgeError) -> String {
        let whole = URL(fileURLWithPath: path).standardizedFileURL.path
        let root = URL(fileURLWithPath: folder).standardizedFileURL.path
        if whole == root { return "" }
        guard whole.hasPrefix("\(root)/") else {
            throw JudgeError(.usage, "unreadable-file", "\(path) does not lie in \(root), whose submissions are graded")
        }
        return String(whole.dropFirst(root.count + 1))
    }

    private static func files(of layout: SubmissionLayout, in folder: String, below path: String, depth: Int)
        -> [String]
    {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(path)")) ?? []
        return names.sorted().flatMap { name -> [String] in
            guard !name.hasPrefix("."), layout.allows(name, at: depth) else { return [] }
            let below = path.isEmpty ? name : "\(path)/\(name)"
            var status = stat()
            guard lstat("\(folder)/\(below)", &status) == 0 else { return [] }
            let isFolder = status.st_mode & S_IFMT == S_IFDIR
            if depth + 1 == layout.depth { return isFolder ? [] : [below] }
            return isFolder ? files(of: layout, in: folder, below: below, depth: depth + 1) : []
        }
    }
}
