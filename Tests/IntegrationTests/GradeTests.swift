import Foundation
import FoundationXML
import Support
import Testing

@Suite("judge grade")
struct GradeTests {
    /// A repository of ada, whose solution is right, alan, whose solution is wrong, and eve, who has handed in nothing yet.
    private func withRepository(
        plan: String? = nil, _ body: nonisolated(nonsending) (Repository) async throws -> Void
    ) async throws {
        try await withFolder { folder in
            let repository = Repository(folder: "\(folder)/repository", cache: "\(folder)/cache")
            try repository.put("sort_by_distance.swift", from: "accepted", as: "solutions/ada/knn.swift")
            try repository.put("vote_tie_larger_label.swift", from: "wrong_answer", as: "solutions/alan/knn.swift")
            if let plan { try repository.write(plan, to: "judge-ci.yaml") }
            try await git(repository.folder, "init", "-q")
            try await repository.commit("first")
            try await body(repository)
        }
    }

    private struct Repository {
        let folder: String
        let cache: String

        func put(_ name: String, from kind: String, as path: String) throws {
            let source = try String(
                contentsOfFile: Checkout.challenge("knn/submissions/\(kind)/\(name)"), encoding: .utf8)
            try write(source, to: path)
        }

        func write(_ text: String, to path: String) throws { try Support.write(text, to: "\(folder)/\(path)") }

        func commit(_ message: String, at time: String = "2026-01-05T12:00:00Z") async throws {
            try await git(folder, "add", ".")
            try await git(folder, "commit", "-q", "-m", message, at: time)
        }

        func grade(_ arguments: String..., environment: [String: String] = [:]) async throws -> Finished {
            try await judge(
                ["grade", "--cache", cache, "--quiet"] + arguments, environment: environment, directory: folder)
        }

        struct Row: Decodable, Equatable {
            let user: String?
            let challenge: String
            let outcome: String
            let verdict: String?
            let points: Double?
            let best: Double?
            let note: String?
        }

        func rows(_ arguments: String...) async throws -> (status: Int, rows: [Row]) {
            struct Document: Decodable { let grades: [Row] }
            let finished = try await judge(
                ["grade", "--cache", cache, "--quiet", "--format", "json"] + arguments, directory: folder)
            let document = try JSONDecoder().decode(Document.self, from: Data(finished.output.utf8))
            return (finished.status, document.grades)
        }
    }

    @Test("grades everything once, and then what has changed alone; a failure ends with 1")
    func changes() async throws {
        try await withRepository { repository in
            let first = try await repository.rows()
            #expect(first.status == 1)
            #expect(first.rows.map(\.user) == ["ada", "alan"] && first.rows.map(\.points) == [100, 0])
            #expect(first.rows.map(\.verdict) == ["accepted", "wrong-answer"])
            #expect(first.rows.map(\.outcome) == ["graded", "graded"])
            let again = try await repository.rows()
            #expect(again.status == 1 && again.rows.map(\.outcome) == ["kept", "kept"])
            #expect(again.rows.map(\.verdict) == first.rows.map(\.verdict))

            // What alan did before is on the base: nothing of this change fails.
            try await git(repository.folder, "checkout", "-q", "-b", "topic")
            try repository.put("quickselect.swift", from: "accepted", as: "solutions/eve/knn.swift")
            let changed = try await repository.rows("--base", "main")
            #expect(changed.status == 0)
            #expect(changed.rows.map(\.outcome) == ["unchanged", "unchanged", "graded"])
            #expect(changed.rows.map(\.verdict) == ["accepted", "wrong-answer", "accepted"])
            let zeros = try await repository.rows("--base", String(repeating: "0", count: 40))
            #expect(zeros.status == 1 && zeros.rows.map(\.outcome) == ["kept", "kept", "kept"])
            let mine = try await repository.rows("solutions/ada")
            #expect(mine.status == 0 && mine.rows.map(\.user) == ["ada"])
        }
    }

    @Test("a plan's deadlines, attempts and bonus count, and the best of a person stands")
    func planned() async throws {
        let plan = """
            groups: {all: [ada, alan, eve]}
            assignments:
              - name: week 1
                challenges: [knn]
                due: 2026-01-05T11:00:00Z
                late: {percent_per_day: 20, until: 2026-01-31}
              - {name: more, challenges: [kmeans], required: false}
            attempts: 2

            """
        try await withRepository(plan: plan) { repository in
            let first = try await repository.rows()
            #expect(
                first.rows.map { "\($0.user ?? "") \($0.challenge) \($0.outcome)" } == [
                    "ada kmeans missing", "ada knn graded", "alan kmeans missing", "alan knn graded",
                    "eve kmeans missing",
                    "eve knn missing",
                ])
            #expect(first.rows[1].points == 80 && first.rows[1].note == "1 day late, attempt 1 of 2")
            // Worse than before, and later.
            try repository.put("vote_tie_larger_label.swift", from: "wrong_answer", as: "solutions/ada/knn.swift")
            try repository.write("func kMeans( {\n", to: "solutions/ada/kmeans.swift")
            try await repository.commit("second", at: "2026-01-07T10:00:00Z")
            let second = try await repository.rows("solutions/ada")
            #expect(second.status == 1)
            #expect(second.rows.map(\.verdict) == ["compile-error", "wrong-answer"])
            #expect(second.rows[1].points == 0 && second.rows[1].best == 80)
            #expect(second.rows[1].note?.hasPrefix("2 days late, best 80, attempt 2 of 2") == true)
            #expect(second.rows[0].note?.hasSuffix("bonus") == true)
            // A third source is not graded; the first one, put back, still is what it was.
            try repository.put("quickselect.swift", from: "accepted", as: "solutions/ada/knn.swift")
            let third = try await repository.rows("solutions/ada/knn.swift")
            #expect(third.status == 1 && third.rows.map(\.outcome) == ["refused"] && third.rows[0].best == 80)
            try repository.put("sort_by_distance.swift", from: "accepted", as: "solutions/ada/knn.swift")
            let back = try await repository.rows("solutions/ada/knn.swift")
            #expect(back.status == 0 && back.rows.map(\.outcome) == ["kept"])
        }
    }

    @Test("several reports at once, for CI systems and people")
    func reports() async throws {
        try await withRepository { repository in
            try repository.write("", to: "solutions/eve/knn.swift")
            try repository.write("notes", to: "solutions/eve/knm.swift")
            let files = ["junit", "tap", "sarif", "gitlab", "markdown", "json", "github"].map {
                "--report=\($0)=out.\($0)"
            }
            let finished = try await judge(
                ["grade", "--cache", repository.cache, "--quiet"] + files,
                environment: ["GITHUB_STEP_SUMMARY": "\(repository.folder)/summary.md"], directory: repository.folder)
            #expect(finished.status == 1, "\(finished.errors)")
            #expect(finished.output.contains("solutions/eve/knn.swift is empty"))
            #expect(finished.output.contains("did you mean 'knn'?"))
            #expect(finished.output.contains("1 of 2 accepted (2 graded now, 0 before), 2 refused, 2 required and not"))
            func text(_ name: String) throws -> String {
                try String(contentsOfFile: "\(repository.folder)/\(name)", encoding: .utf8)
            }
            #expect(XMLParser(data: Data(try text("out.junit").utf8)).parse())
            for name in ["junit", "sarif", "gitlab", "github"] {
                #expect(try text("out.\(name)").contains("solutions/alan/knn.swift"), "\(name)")
            }
            #expect(try text("summary.md") == text("out.markdown"))
            #expect(try text("summary.md").contains("| `alan` | `knn` | wrong-answer | 0 |"))
        }
    }

    @Test(
        "what a person gets wrong is answered in one sentence",
        arguments: [
            (["--base", "nowhere"], "nothing can be compared with 'nowhere'"),
            (["--plan", "missing.yaml"], "missing.yaml"),
            (["solutions/nobody"], "there is no file or folder solutions/nobody"),
            (["--report", "junit"], "The value 'junit' is invalid for '--report <format=path>'"),
        ])
    func mistakes(arguments: [String], words: String) async throws {
        try await withRepository { repository in
            let finished = try await judge(["grade"] + arguments, directory: repository.folder)
            #expect(finished.status == 64 && finished.errors.contains(words), "\(finished.errors)")
        }
    }

    @Test("results that are damaged are named, not believed")
    func damaged() async throws {
        try await withRepository { repository in
            try Support.write("{}", to: "\(repository.cache)/results.json")
            let finished = try await repository.grade()
            #expect(finished.status == 64 && finished.errors.contains("results.json is no record of results"))
        }
    }
}
