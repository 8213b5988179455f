import Foundation
import Support
import Testing

/// Packages of other judges, as they are: other versions of the format, other languages, points.
@Suite("Packages from elsewhere", .serialized)
struct ForeignPackageTests {
    private static let challenges = "\(Checkout.root)/Tests/Fixtures/Foreign"

    private func submit(_ path: String, to slug: String) async throws -> (status: Int, report: [String: Any]) {
        let finished = try await judge([
            "submit", "\(Self.challenges)/\(slug)/submissions/\(path)", "--challenge", slug, "--challenges",
            Self.challenges, "--format", "json",
        ])
        #expect(finished.status == 0 || finished.status == 1, "\(finished.errors)")
        return (finished.status, try report(finished))
    }

    private func points(_ report: [String: Any]) -> Double? {
        (report["score"] as? [String: Any])?["points"] as? Double
    }

    private func points(_ report: [String: Any], group name: String) -> Double? {
        let groups = report["groups"] as? [[String: Any]] ?? []
        let group = groups.first { $0["name"] as? String == "secret/\(name)" }
        return (group?["score"] as? [String: Any])?["points"] as? Double
    }

    @Test(
        "each keeps its promises, with validators in C, C++ and Python",
        arguments: ["legacygap", "draftsquares", "pythonguess"])
    func promises(slug: String) async throws {
        let verified = try await judge(["verify", slug, "--challenges", Self.challenges])
        #expect(
            verified.status == 0 && verified.output.contains("ok  \(slug):"), "\(verified.output) \(verified.errors)")
    }

    @Test("legacy: the name is the statement's, flags go to the C++ validator, which may say why")
    func legacy() async throws {
        let right = try await submit("accepted/high.swift", to: "legacygap")
        #expect(right.status == 0 && right.report["verdict"] as? String == "accepted")
        let wrong = try await submit("wrong_answer/sum.swift", to: "legacygap")
        let groups = try #require(wrong.report["groups"] as? [[String: Any]])
        let cases = groups.flatMap { $0["cases"] as? [[String: Any]] ?? [] }
        #expect(cases.contains { $0["message"] as? String == "The number lies outside the gap." }, "\(cases)")
        let list = try await judge(["list", "--challenges", Self.challenges])
        #expect(list.output.contains("legacygap") && list.output.contains("Squares"))
    }

    @Test("2023-07: groups add up by their graders, the least of cases or their sum")
    func draft() async throws {
        #expect(points(try await submit("accepted/plain.swift", to: "draftsquares").report) == 100)
        let partial = try await submit("partially_accepted/narrow.swift", to: "draftsquares")
        #expect(partial.status == 1 && points(partial.report) == 65)
        #expect(points(partial.report, group: "small") == 30 && points(partial.report, group: "large") == 35)
    }

    @Test("2025-09: a Python validator's multipliers count, and what a group requires must pass")
    func scores() async throws {
        let near = try await submit("wrong_answer/five_off.swift", to: "pythonguess")
        #expect(near.status == 1 && points(near.report, group: "near") == 45)
        #expect(points(near.report, group: "exact") == 0 && points(near.report) == 45)
        let groups = try #require(near.report["groups"] as? [[String: Any]])
        // The sample fails for being five off, so what requires it is not run.
        let exact = try #require(groups.first { $0["name"] as? String == "secret/exact" })
        #expect((exact["cases"] as? [Any])?.isEmpty == true)
    }

    @Test("what is not read is refused with the versions that are", arguments: ["2019-01", "3"])
    func versions(version: String) async throws {
        try await withFolder { folder in
            try FileManager.default.copyItem(atPath: "\(Self.challenges)/pythonguess", toPath: "\(folder)/pythonguess")
            let path = "\(folder)/pythonguess/problem.yaml"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            try write(text.replacing("2025-09", with: version), to: path)
            let shown = try await judge(["show", "pythonguess", "--challenges", folder])
            #expect(
                shown.status == 64 && shown.errors.contains("versions legacy, 2023-07, 2025-09 are"), "\(shown.errors)")
        }
    }
}
