import Foundation
import Registry
import Support
import Testing

/// Challenges whose starter holds bugs: the report says how many are gone, and names those alone.
@Suite("Challenges to debug", .serialized)
struct DebuggingTests {
    private static let slug = "debugkmeans"

    private func submit(_ path: String) async throws -> Finished {
        try await judge([
            "submit", Checkout.challenge("\(Self.slug)/\(path)"), "--challenge", Self.slug, "--format", "json",
        ])
    }

    private struct Found: Decodable {
        struct Bugs: Decodable {
            struct Bug: Decodable { let name: String, about: String }
            let total: Int, gone: [Bug]
        }
        let verdict: String
        let planted_bugs: Bugs
    }

    private func found(_ finished: Finished) throws -> Found {
        try JSONDecoder().decode(Found.self, from: Data(finished.output.utf8))
    }

    @Test("the starter has all of its bugs, a repaired one none, and each in between what it has left")
    func counts() async throws {
        let bugs = try Registry(root: Checkout.challenges).challenge(Self.slug).plantedBugs
        let starter = try found(try await submit("attachments/templates/swift/\(Self.slug).swift"))
        #expect(starter.planted_bugs.total == bugs.count && starter.planted_bugs.gone.isEmpty)
        #expect(starter.verdict != "accepted")
        for bug in bugs {
            let left = try found(try await submit("submissions/\(bug.leftIn)"))
            #expect(left.planted_bugs.gone.map(\.name) == bugs.map(\.name).filter { $0 != bug.name })
        }
        let repaired = try found(try await submit("submissions/accepted/repaired.swift"))
        #expect(repaired.verdict == "accepted" && repaired.planted_bugs.gone.map(\.name) == bugs.map(\.name))
    }

    @Test("what is left is not named, and what is gone is explained")
    func words() async throws {
        let bugs = try Registry(root: Checkout.challenges).challenge(Self.slug).plantedBugs
        let bug = try #require(bugs.first)
        let shown = try await judge([
            "submit", Checkout.challenge("\(Self.slug)/submissions/\(bug.leftIn)"), "--challenge", Self.slug,
        ])
        #expect(shown.output.contains("\(bugs.count - 1) of \(bugs.count) are gone"), "\(shown.output)")
        #expect(!shown.output.contains(bug.name) && shown.output.contains(bugs[1].name), "\(shown.output)")
    }

    @Test("a package whose submission leaves other bugs than it says does not keep its promises")
    func broken() async throws {
        try await withFolder { folder in
            try FileManager.default.copyItem(atPath: Checkout.challenge(Self.slug), toPath: "\(folder)/\(Self.slug)")
            let path = "\(folder)/\(Self.slug)/debugging.yaml"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            try write(text.replacing("groups: [mixed]", with: "groups: [edge]"), to: path)
            for name in ["wrong_answer", "complexity_exceeded", "time_limit_exceeded", "rejected"] {
                for file in try FileManager.default.contentsOfDirectory(
                    atPath: "\(folder)/\(Self.slug)/submissions/\(name)")
                where !file.hasPrefix("only") {
                    try FileManager.default.removeItem(atPath: "\(folder)/\(Self.slug)/submissions/\(name)/\(file)")
                }
            }
            try FileManager.default.removeItem(atPath: "\(folder)/\(Self.slug)/submissions/submissions.yaml")
            try write(
                "accepted/repaired.swift: {model_solution: true}\n",
                to: "\(folder)/\(Self.slug)/submissions/submissions.yaml")
            let verified = try await judge(["verify", Self.slug, "--challenges", folder])
            #expect(verified.status == 1 && verified.output.contains("of the planted bugs"), "\(verified.output)")
        }
    }

    @Test(
        "a bug of growth beside one of answers is told once growth is measured, and must be what its submission leaves")
    func growth() async throws {
        try await withFolder { folder in
            _ = try await judge(["new", "mixed", "--challenges", folder])
            let package = "\(folder)/mixed"
            for name in [
                "accepted/running_mean", "complexity_exceeded/keeps_every_beginning",
                "run_time_error/begins_with_the_first",
                "wrong_answer/adds_all_values", "wrong_answer/divides_by_one_too_few",
            ] {
                try FileManager.default.removeItem(atPath: "\(package)/submissions/\(name).swift")
            }
            try write(
                "accepted/running_sum.swift: {model_solution: true}\n", to: "\(package)/submissions/submissions.yaml")
            let starter = "\(package)/attachments/templates/swift/mixed.swift"
            try write(
                """
                func mixed(values: [Double]) -> [Double] {
                    values.indices.map { index in values[...index].dropFirst().reduce(0, +) / Double(index + 1) }
                }

                """, to: starter)
            let bugs = """
                bugs:
                  - name: forgets-the-first
                    about: The first value was left out.
                    groups: [edge]
                    left_in: wrong_answer/forgets_the_first.swift
                  - name: sums-again
                    about: Each mean summed all the values before it again.
                    growth: true
                    left_in: complexity_exceeded/sums_again.swift

                """
            try write(bugs, to: "\(package)/debugging.yaml")
            let verified = try await judge(["verify", "mixed", "--challenges", folder])
            #expect(verified.status == 0, "\(verified.output)")

            for (path, gone) in [
                (starter, []), ("\(package)/submissions/wrong_answer/forgets_the_first.swift", []),
                ("\(package)/submissions/complexity_exceeded/sums_again.swift", ["forgets-the-first"]),
                ("\(package)/submissions/accepted/running_sum.swift", ["forgets-the-first", "sums-again"]),
            ] {
                let report = try found(
                    try await judge([
                        "submit", path, "--challenge", "mixed", "--challenges", folder, "--format", "json",
                    ]))
                #expect(report.planted_bugs.gone.map(\.name) == gone, "\(path)")
            }

            try write(
                bugs.replacing("complexity_exceeded/sums_again", with: "wrong_answer/forgets_the_first"),
                to: "\(package)/debugging.yaml")
            let unmeasured = try await judge(["verify", "mixed", "--challenges", folder])
            #expect(
                unmeasured.status == 1
                    && unmeasured.output.contains("its growth was not measured, which sums-again would show in"),
                "\(unmeasured.output)")
        }
    }
}
