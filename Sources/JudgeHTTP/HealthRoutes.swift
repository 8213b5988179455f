import Hummingbird
import JudgeCore
import JudgeService
import Storage

/// What whoever runs the daemon asks of it.
struct HealthRoutes {
    let server: JudgeServer

    func add(to router: Router<JudgeContext>) {
        router.at("healthz", [.get: { _, _ in Response.json(Health(status: "ok", reason: nil)) }])
        router.at("readyz", [.get: ready])
        router.at("metrics", [.get: metrics])
        if server.configuration.isOfWorker { return }
        router.at("openapi.yaml", [.get: { _, _ in Response.text(openAPI, type: "application/yaml") }])
    }

    private struct Health: Encodable {
        let status: String
        let reason: String?
    }

    /// Whether submissions sent now will be graded.
    @Sendable private func ready(_ request: Request, context: JudgeContext) async throws -> Response {
        if let reason = await server.obstacle() {
            return .json(Health(status: "unready", reason: reason), status: .serviceUnavailable)
        }
        return .json(Health(status: "ok", reason: nil))
    }

    @Sendable private func metrics(_ request: Request, context: JudgeContext) async throws -> Response {
        let outbox = try await server.store.outboxLoad()
        let work = try await server.store.workState(hours: 0)
        let workers = try await server.store.workers()
        let gauges = [
            "judge_queue_depth": Double(work.waiting), "judge_grading": Double(work.underWay),
            "judge_queue_oldest_seconds": work.oldest?.seconds ?? 0, "judge_workers": Double(workers),
            "judge_outbox_waiting": Double(outbox.waiting), "judge_outbox_dead": Double(outbox.dead),
        ]
        return .text(server.metrics.text(gauges: gauges), type: "text/plain; version=0.0.4; charset=utf-8")
    }
}
