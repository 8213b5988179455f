import Forges
import JudgeCore
import Repository
import Transfer

/// Tells the forge that a pipeline runs for what came of it.
struct ForgeNews {
    private let client: ForgeClient
    private let transfers = Transfers()

    /// - Throws: `JudgeError` where the environment names no forge, or holds no token.
    init(environment: [String: String]) throws {
        let request = try PullRequest(environment: environment)
        let names = ["JUDGE_FORGE_TOKEN"] + request.forge.tokens
        guard let token = names.lazy.compactMap({ environment[$0] }).first(where: { !$0.isEmpty }) else {
            throw JudgeError(
                .usage, "no-forge-token",
                "--comment takes a token that may write comments and statuses, in \(names.joined(separator: " or "))")
        }
        client = ForgeClient(request, token: token, transfers: transfers)
    }

    func close() { transfers.close() }

    /// Writes the comment and the status. What cannot be written is a warning.
    func tell(_ table: GradeTable) async {
        let failed = table.grades.contains { if case .failed = $0.outcome { true } else { false } }
        let state: ForgeClient.State =
            failed ? .error : table.grades.contains(where: \.isFailure) ? .failure : .success
        do { try await client.comment(table.markdown(limit: ForgeClient.limit)) } catch {
            writeError("judge: the pull request got no comment: \(error)")
        }
        do { try await client.setStatus(state, table.summary) } catch {
            writeError("judge: the commit got no status: \(error)")
        }
    }
}
