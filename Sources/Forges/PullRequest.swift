import Foundation
import JudgeCore

/// A pull request (a merge request, as GitLab calls it) that a CI system runs for, and the forge that has it.
package struct PullRequest: Sendable, Equatable {
    /// Whose programming interface the forge has.
    package enum Forge: Sendable {
        case github, gitea, gitlab

        /// The variables in which its CI gives a token.
        package var tokens: [String] {
            switch self {
            case .github: ["GITHUB_TOKEN"]
            // Under GitHub's name as well.
            case .gitea: ["GITEA_TOKEN", "GITHUB_TOKEN"]
            case .gitlab: ["GITLAB_TOKEN"]
            }
        }
    }

    package let forge: Forge
    /// The programming interface's address, without a slash at its end.
    package let api: String
    /// `owner/name`, or GitLab's number of the project.
    package let repository: String
    /// The number within the repository; `nil` for a push, which has statuses alone.
    package let number: Int?
    /// The commit that is judged.
    package let commit: String
    /// Where the run's log is.
    package let run: String?

    /// The pull request that the environment of GitHub Actions, Gitea's or Forgejo's actions, or GitLab CI speaks of.
    ///
    /// - Throws: `JudgeError` `no-forge` where it speaks of none, or what it says cannot be read.
    package init(environment: [String: String]) throws {
        func value(_ name: String) throws -> String {
            guard let value = environment[name], !value.isEmpty else {
                throw JudgeError(
                    .usage, "no-forge",
                    "\(name) is not set: --comment works in GitHub Actions, Gitea's or Forgejo's actions and GitLab CI")
            }
            return value
        }
        if environment["GITLAB_CI"] != nil {
            forge = .gitlab
            api = try Self.address(value("CI_API_V4_URL"), "CI_API_V4_URL")
            repository = try value("CI_PROJECT_ID")
            number = environment["CI_MERGE_REQUEST_IID"].flatMap(Int.init)
            commit = try value("CI_COMMIT_SHA")
            run = environment["CI_JOB_URL"]
            return
        }
        let event = try Self.event(try value("GITHUB_EVENT_PATH"))
        forge = environment["GITEA_ACTIONS"] != nil || environment["FORGEJO_ACTIONS"] != nil ? .gitea : .github
        api = try Self.address(value("GITHUB_API_URL"), "GITHUB_API_URL")
        repository = try value("GITHUB_REPOSITORY")
        number = event.pull_request?.number
        // For a pull request, GITHUB_SHA is a merge that nobody has made.
        commit = try event.pull_request?.head.sha ?? value("GITHUB_SHA")
        run = environment["GITHUB_RUN_ID"].flatMap { id in
            environment["GITHUB_SERVER_URL"].map {
                "\($0)/\(environment["GITHUB_REPOSITORY"] ?? "")/actions/runs/\(id)"
            }
        }
    }

    private struct Event: Decodable {
        struct Request: Decodable {
            struct Head: Decodable { let sha: String }
            let number: Int
            let head: Head
        }
        let pull_request: Request?
    }

    private static func event(_ path: String) throws -> Event {
        do {
            return try JSONDecoder().decode(Event.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw JudgeError(.usage, "no-forge", "\(path), named by GITHUB_EVENT_PATH, is no event of a forge")
        }
    }

    private static func address(_ text: String, _ name: String) throws -> String {
        guard let url = URLComponents(string: text), ["http", "https"].contains(url.scheme ?? ""),
            url.host?.isEmpty == false, url.user == nil, url.query == nil, url.fragment == nil
        else { throw JudgeError(.usage, "no-forge", "\(name) is no address of a forge's programming interface") }
        return String(text.reversed().drop { $0 == "/" }.reversed())
    }
}
