import Hummingbird
import Storage

/// The leaderboard.
struct StandingRoutes {
    let server: JudgeServer

    func add(to api: RouterGroup<JudgeContext>) {
        api.at("leaderboard", [.get: leaderboard])
    }

    @Sendable private func leaderboard(_ request: Request, context: JudgeContext) async throws -> Response {
        struct Row: Encodable {
            let place: Int
            let user: String
            let solved: Int
            let work: Double?
            let space: Double?
            let since: String
        }
        struct Page: Encodable { let standings: [Row] }
        if !server.configuration.leaderboardIsPublic { _ = try context.member() }
        let query = request.uri.queryParameters
        let standings = try await server.store.leaderboard(
            challenge: query["challenge"].map(String.init), group: query["group"].map(String.init))
        return .json(
            Page(
                standings: standings.enumerated().map { index, standing in
                    Row(
                        place: index + 1, user: standing.user, solved: standing.solved, work: standing.work,
                        space: standing.space, since: standing.since.iso8601)
                }))
    }
}
