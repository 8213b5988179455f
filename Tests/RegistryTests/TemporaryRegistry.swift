import Foundation
import JudgeCore
import Testing

@testable import Registry

/// A registry in a folder of its own, which goes when the test ends.
final class TemporaryRegistry {
    let root: String

    init() throws {
        root = FileManager.default.temporaryDirectory.appendingPathComponent("registry-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    }

    /// A registry with one package that has no fault, changed by `files`: a path to its text, or to `nil` to leave
    /// the file out.
    convenience init(_ files: [String: String?], slug: String = "sum") throws {
        try self.init()
        try add(slug, files)
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    var registry: Registry { Registry(root: root) }

    func add(_ slug: String, _ files: [String: String?] = [:]) throws {
        for (path, text) in Self.files(slug).merging(files, uniquingKeysWith: { $1 }) {
            if let text { try write("\(slug)/\(path)", text) }
        }
    }

    func write(_ path: String, _ text: String) throws { try write(path, Data(text.utf8)) }

    func write(_ path: String, _ data: Data) throws {
        let url = URL(fileURLWithPath: "\(root)/\(path)")
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: url)
    }

    func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: "\(root)/\(path)") }

    func link(_ path: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: "\(root)/\(path)", withDestinationPath: target)
    }

    func challenge(_ slug: String = "sum") throws -> Challenge { try registry.challenge(slug) }

    /// The sentence with which reading a package fails; `nil` when it does not.
    func failure(_ slug: String = "sum") throws -> String? {
        do throws(JudgeError) {
            _ = try registry.challenge(slug)
            return nil
        } catch {
            #expect(error.kind == .usage)
            #expect(error.code == "broken-package")
            return error.message
        }
    }

    /// What `check` says of a package, one line for each problem.
    func problems(_ slug: String = "sum") throws -> [String] { try registry.check(slug).map(\.description) }

    static let problem = """
        problem_format_version: "2025-09"
        name: Sum
        uuid: 5ca6ba5b-36d5-4eff-8aa7-d967cbc4375e
        limits:
          time_limit: 1.0

        """

    /// A `complexity.yaml` without a fault.
    static let growth = """
        time: n * log(n)
        space: n
        variables:
          n: { at: 64, ladder: 16, rungs: 6 }
        families: [random]

        """

    /// A small package without a fault.
    static func files(_ slug: String) -> [String: String?] {
        [
            "problem.yaml": problem,
            "statement/problem.en.md": "Add two integers.\n",
            "solution/solution.en.md": "Use `+`.\n",
            "attachments/templates/swift/\(slug).swift": "func sum(_ a: Int, _ b: Int) -> Int { 0 }\n",
            "include/swift/main.swift": "print(sum(1, 2))\n",
            "data/sample/one.in": "1 2\n",
            "data/sample/one.ans": "3\n",
            "data/secret/small/zero.in": "0 0\n",
            "data/secret/small/zero.ans": "0\n",
            "data/secret/large/huge.in": "1000000 1\n",
            "data/secret/large/huge.ans": "1000001\n",
            "input_validators/validate.swift": "validateInput { }\n",
            "submissions/accepted/plain.swift": "func sum(_ a: Int, _ b: Int) -> Int { a + b }\n",
            "submissions/wrong_answer/difference.swift": "func sum(_ a: Int, _ b: Int) -> Int { a - b }\n",
        ]
    }
}

extension TemporaryRegistry {
    /// The problems of a package whose `problem.yaml` says `text` after the required keys.
    static func problems(metadata text: String, removing line: String? = nil) throws -> [String] {
        var problem = problem
        if let line {
            problem = problem.split(separator: "\n").filter { !$0.hasPrefix(line) }.joined(separator: "\n") + "\n"
        }
        return try TemporaryRegistry(["problem.yaml": problem + text]).problems()
    }
}
