import Complexity
import Foundation
import HTTPTypes
import Grading
import Hummingbird
import JudgeCore
import Registry
import Storage

/// The challenges: what everybody may read of them, and nothing of their hidden data.
struct ChallengeRoutes {
    let server: JudgeServer

    func add(to api: RouterGroup<JudgeContext>) {
        let group = api.group("challenges")
        group.at("", [.get: list])
        group.at(":slug", [.get: show])
        group.at(":slug/starter", [.get: starter])
    }

    private struct Row: Encodable {
        let id: String
        let name: String
        let form: Challenge.Form
        let difficulty: String?
        let topic: String?
        let minutes: Int?
        let keywords: [String]
        let time_limit_seconds: Double?
        let memory_limit_bytes: Int?
        /// Whether the sender has solved it; null where they did not try, or are not known.
        let solved: Bool?
    }

    private struct Sample: Encodable {
        let name: String
        let input: String
        let answer: String
    }

    private struct Shown: Encodable {
        let id: String
        let name: String
        let form: Challenge.Form
        let difficulty: String?
        let topic: String?
        let minutes: Int?
        /// The questions alone.
        let follow_ups: [String]
        let keywords: [String]
        let statement: String
        let starter: String?
        let samples: [Sample]
        let time_bound: String?
        let space_bound: String?
        let time_limit_seconds: Double?
        let memory_limit_bytes: Int
        let code_limit_bytes: Int
    }

    @Sendable private func list(_ request: Request, context: JudgeContext) async throws -> Response {
        struct Page: Encodable { let challenges: [Row] }
        let progress = try await context.user.asyncMap { try await server.store.progress(of: $0.id) } ?? [:]
        let rows = try server.registry.list().filter { $0.problem == nil }.map { entry in
            Row(
                id: entry.slug, name: entry.name, form: entry.form, difficulty: entry.difficulty?.rawValue,
                topic: entry.interview?.topic.rawValue, minutes: entry.interview?.minutes,
                keywords: entry.topics,
                time_limit_seconds: entry.limits?.timeLimit, memory_limit_bytes: entry.limits.map { $0.memory << 20 },
                solved: progress[entry.slug])
        }
        return .json(Page(challenges: rows))
    }

    @Sendable private func show(_ request: Request, context: JudgeContext) async throws -> Response {
        let challenge = try server.challenge(context)
        return .json(
            Shown(
                id: challenge.slug, name: challenge.name, form: challenge.form,
                difficulty: challenge.metadata.difficulty?.rawValue,
                topic: challenge.interview?.topic.rawValue, minutes: challenge.interview?.minutes,
                follow_ups: challenge.interview?.questions ?? [],
                keywords: challenge.metadata.keywords, statement: challenge.statement()?.text ?? "",
                starter: try challenge.starter(),
                samples: challenge.sampleTexts().map { Sample(name: $0.name, input: $0.input, answer: $0.answer) },
                time_bound: challenge.growth?.time.text, space_bound: challenge.growth?.space.text,
                time_limit_seconds: challenge.limits.timeLimit, memory_limit_bytes: challenge.limits.memory << 20,
                code_limit_bytes: challenge.limits.code << 10))
    }

    @Sendable private func starter(_ request: Request, context: JudgeContext) async throws -> Response {
        try server.starter(of: server.challenge(context))
    }
}
