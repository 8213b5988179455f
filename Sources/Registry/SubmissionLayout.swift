/// Where a repository keeps its submissions, as `solutions/{user}/{challenge}.swift`.
///
/// `{user}` and `{challenge}` stand each for a part of one folder's or file's name, `*` for any such part.
package struct SubmissionLayout: Sendable, Equatable {
    /// What a repository without `judge-ci.yaml` is searched by.
    package static let usual = SubmissionLayout(unchecked: "solutions/{user}/{challenge}.swift")

    /// As it was written.
    package let pattern: String
    /// One pattern for each folder, and the file's last.
    private let parts: [Part]

    /// Whether it says who wrote a file.
    package var namesUsers: Bool { parts.contains { $0.placeholder == .user } }
    /// How many names a path has that it could match.
    package var depth: Int { parts.count }

    private enum Placeholder: String {
        case user = "{user}"
        case challenge = "{challenge}"
        case any = "*"
    }

    private struct Part: Sendable, Equatable {
        let prefix: String
        let placeholder: Placeholder?
        let suffix: String

        /// What the placeholder stands for in `name`; empty where there is none, `nil` where the name is another.
        func value(in name: String) -> Substring? {
            guard placeholder != nil else { return name == prefix ? "" : nil }
            guard name.utf8.count > prefix.utf8.count + suffix.utf8.count, name.hasPrefix(prefix),
                name.hasSuffix(suffix)
            else { return nil }
            return name.dropFirst(prefix.count).dropLast(suffix.count)
        }
    }

    /// The layout of a pattern.
    ///
    /// - Throws: ``Fault``, in words that follow the pattern.
    package init(_ pattern: String) throws(Fault) {
        let names = pattern.split(separator: "/", omittingEmptySubsequences: false)
        guard !pattern.hasPrefix("/"), !names.contains(where: { ["", ".", ".."].contains($0) }) else {
            throw Fault(sentence: "must be a path below the repository's folder, without '.', '..' and empty parts")
        }
        guard pattern.hasSuffix(".swift") else { throw Fault(sentence: "must end in .swift") }
        self.init(unchecked: pattern)
        func count(_ placeholder: Placeholder) -> Int { parts.count { $0.placeholder == placeholder } }
        guard count(.challenge) == 1 else { throw Fault(sentence: "must hold {challenge} once") }
        guard count(.user) <= 1 else { throw Fault(sentence: "must hold {user} once, or not at all") }
        for part in parts where [part.prefix, part.suffix].contains(where: { $0.contains { "{}*".contains($0) } }) {
            throw Fault(sentence: "may hold one of {user}, {challenge} and * in each part between slashes")
        }
    }

    /// Why a pattern is none.
    package struct Fault: Error, Equatable {
        package let sentence: String
    }

    private init(unchecked pattern: String) {
        self.pattern = pattern
        parts = pattern.split(separator: "/").map { name in
            for placeholder in [Placeholder.challenge, .user, .any] {
                if let range = name.firstRange(of: placeholder.rawValue) {
                    return Part(
                        prefix: String(name[..<range.lowerBound]), placeholder: placeholder,
                        suffix: String(name[range.upperBound...]))
                }
            }
            return Part(prefix: String(name), placeholder: nil, suffix: "")
        }
    }

    /// Whether a folder of this name may lie at this depth, from 0, on the way to a submission; of the last depth, a file.
    package func allows(_ name: String, at depth: Int) -> Bool {
        depth < parts.count && parts[depth].value(in: name) != nil
    }

    /// Who wrote the file at `path`, and for which challenge; `nil` where the layout has no such file.
    package func match(_ path: String) -> (user: String?, challenge: String)? {
        let names = path.split(separator: "/").map(String.init)
        guard names.count == parts.count else { return nil }
        var user: String?
        var challenge = ""
        for (part, name) in zip(parts, names) {
            guard let value = part.value(in: name) else { return nil }
            switch part.placeholder {
            case .user: user = String(value)
            case .challenge: challenge = String(value)
            case .any, nil: break
            }
        }
        return (user, challenge)
    }
}
