import Foundation
import Support
import Testing

/// The ready pipelines, their commands run as the CI systems would run them.
@Suite("pipelines")
struct PipelineTests {
    /// Runs a pipeline on a repository whose `main` has a right solution, and whose present commit adds `source` as eve's.
    private func run(
        _ system: String, adding source: String, environment: [String: String] = [:],
        _ body: nonisolated(nonsending) (_ finished: Finished, _ folder: String) async throws -> Void
    ) async throws {
        try await withFolder { folder in
            let script = """
                set -e
                mkdir -p repository/solutions/ada home/.judge/bin home/.judge/share/judge
                ln -s '\(Checkout.judge)' home/.judge/bin/judge
                '\(Checkout.root)/Deployment/ci/sources' >home/.judge/share/judge/built-from
                cd repository
                cp '\(Checkout.challenge("knn/submissions/accepted/sort_by_distance.swift"))' solutions/ada/knn.swift
                git init -q -b main && git config user.name x && git config user.email x@example.org
                git config commit.gpgsign false
                git add . && git commit -q -m one && git checkout -q -b topic
                mkdir -p solutions/eve && cp '\(Checkout.challenge(source))' solutions/eve/knn.swift
                git add . && git commit -q -m two
                """
            let made = try await execute("/bin/sh", ["-c", script], directory: folder)
            #expect(made.status == 0, "\(made.errors)")
            let finished = try await execute(
                "/usr/bin/python3",
                ["\(Checkout.root)/Tests/Pipelines/run", system, "\(folder)/repository", "main"],
                environment: [
                    "HOME": "\(folder)/home", "XDG_STATE_HOME": Checkout.state, "NO_COLOR": "1",
                    "GITHUB_OUTPUT": "\(folder)/output", "GITHUB_STEP_SUMMARY": "\(folder)/summary.md",
                ].merging(environment) { _, given in given }, directory: folder)
            try await body(finished, folder)
        }
    }

    private static let right = "knn/submissions/accepted/quickselect.swift"
    private static let wrong = "knn/submissions/wrong_answer/vote_tie_larger_label.swift"

    @Test("the action grades what a pull request changes, annotates it, and says what the sandbox is")
    func github() async throws {
        try await run("github", adding: Self.wrong) { finished, folder in
            #expect(finished.status == 1, "\(finished.errors)")
            #expect(finished.output.contains("judge: sandbox full\n"))
            #expect(finished.output.contains("is in \(folder)/home/.judge already"))
            #expect(finished.output.contains("::error file=solutions/eve/knn.swift,line=1"))
            let summary = try String(contentsOfFile: "\(folder)/summary.md", encoding: .utf8)
            #expect(summary.contains("| `eve` | `knn` | wrong-answer |"))
            #expect(summary.contains("| `ada` | `knn` | not graded |"))
            #expect(FileManager.default.fileExists(atPath: "\(folder)/home/.judge-results/results.json"))
            #expect(try String(contentsOfFile: "\(folder)/output", encoding: .utf8).hasPrefix("key="))
        }
    }

    @Test("on Forgejo the forge is told, by its own interface")
    func forgejo() async throws {
        let forge = Receiver { request, _ in
            request.method == "GET" ? .answer(200, body: "[]") : .answer(201, body: "{}")
        }
        defer { forge.close() }
        try await withFolder { folder in
            try write(#"{"pull_request": {"number": 3, "head": {"sha": "abc"}}}"#, to: "\(folder)/event.json")
            let environment = [
                "GITEA_ACTIONS": "true", "GITHUB_API_URL": "http://127.0.0.1:\(forge.port)/api/v1",
                "GITHUB_REPOSITORY": "ada/group", "GITHUB_EVENT_PATH": "\(folder)/event.json", "GITHUB_TOKEN": "t0ken",
            ]
            try await run("forgejo", adding: Self.right, environment: environment) { finished, _ in
                #expect(finished.status == 0, "\(finished.output) \(finished.errors)")
                #expect(finished.output.contains("1 of 1 accepted"))
            }
        }
        #expect(
            forge.requests.map { "\($0.method) \($0.path)" } == [
                "GET /api/v1/repos/ada/group/issues/3/comments?limit=100&page=1",
                "POST /api/v1/repos/ada/group/issues/3/comments", "POST /api/v1/repos/ada/group/statuses/abc",
            ])
        #expect(forge.requests.allSatisfy { $0.headers["authorization"] == "token t0ken" })
        #expect((forge.requests.last?.json["state"] as? String) == "success")
        #expect((forge.requests[1].json["body"] as? String)?.contains("| `eve` | `knn` | accepted | 100 |") == true)
    }

    @Test("on GitLab the reports are where the template says")
    func gitlab() async throws {
        try await run(
            "gitlab", adding: Self.wrong, environment: ["CI_MERGE_REQUEST_DIFF_BASE_SHA": "main"]
        ) { finished, folder in
            #expect(finished.status == 1, "\(finished.errors)")
            let junit = try String(contentsOfFile: "\(folder)/repository/judge.xml", encoding: .utf8)
            #expect(junit.contains("<testsuite name=\"knn\"") && junit.contains("<failure type=\"wrong-answer\""))
            let quality = try String(
                contentsOfFile: "\(folder)/repository/gl-code-quality-report.json", encoding: .utf8)
            #expect(quality.contains("solutions/eve/knn.swift"))
        }
    }

    @Test("what cannot be told to a forge is a warning, and the verdict stands")
    func untold() async throws {
        let environment = [
            "GITLAB_CI": "1", "CI_API_V4_URL": "http://127.0.0.1:1/api/v4", "CI_PROJECT_ID": "1",
            "CI_MERGE_REQUEST_IID": "2", "CI_COMMIT_SHA": "3", "JUDGE_FORGE_TOKEN": "t0ken",
            "CI_MERGE_REQUEST_DIFF_BASE_SHA": "main",
        ]
        try await run("gitlab", adding: Self.right, environment: environment) { finished, _ in
            #expect(finished.status == 0, "\(finished.errors)")
            #expect(finished.errors.contains("the pull request got no comment: http://127.0.0.1:1/api/v4 cannot be"))
            #expect(!finished.errors.contains("t0ken"))
        }
    }
}
