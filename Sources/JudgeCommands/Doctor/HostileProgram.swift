import Compilation
import Foundation
import JudgeCore

/// A program of the hostile corpus: what the head of its file says of it.
struct HostileProgram: Sendable {
    /// The folder and the file's name, e.g. `processes/fork`.
    let name: String
    let path: String
    /// What it does, in words.
    let tries: String
    /// What is right: verdicts, or ``refused``.
    let outcomes: [String]
    /// Words that the report must hold.
    let says: [String]
    /// What the walls of the tier `restricted` do not stop, and why; `nil` where they stop it.
    let unstopped: String?

    /// A file that is not even judged, with exit code 64.
    static let refused = "refused"

    /// The program at `path`, in a folder of its group.
    ///
    /// - Throws: `JudgeError` that names the line which is missing or cannot be read.
    init(path: String) throws {
        self.path = path
        name = path.split(separator: "/").suffix(2).joined(separator: "/").prefix { $0 != "." }.description
        let head = SourceFile(name: name, bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))).head
        func value(_ key: String) throws -> String {
            guard let found = head.first(where: { $0.key == key }) else {
                throw JudgeError(.usage, "bad-hostile-program", "\(path): its head has no line '// \(key): …'")
            }
            return found.value
        }
        tries = try value("tries")
        _ = try value("holds")
        outcomes = try value("verdict").components(separatedBy: " or ")
        let known = Verdict.allCases.map(\.rawValue) + [Self.refused]
        if let odd = outcomes.first(where: { !known.contains($0) }) {
            throw JudgeError(.usage, "bad-hostile-program", "\(path): '// verdict: \(odd)' is no verdict")
        }
        says = head.filter { $0.key == "says" }.map(\.value)
        unstopped = head.first { $0.key == "restricted" }?.value
    }

    /// The endings of their files: `odd` are those that tools for Swift sources cannot read or would set right.
    private static let endings = [".swift", ".odd"]

    /// All programs below `folder`, by name.
    static func all(below folder: String, named names: [String]) throws -> [HostileProgram] {
        let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        let programs = try files.filter { file in endings.contains { file.hasSuffix($0) } }.sorted()
            .map { try HostileProgram(path: "\(folder)/\($0)") }
        return names.isEmpty ? programs : programs.filter { program in names.contains { program.name.contains($0) } }
    }
}
