import Foundation
import HTTPTypes
import Hummingbird
import JudgeCore
import JudgeService
import Storage
import Webhooks

/// Webhooks and the log of what was sent to them: for admins.
struct WebhookRoutes {
    let server: JudgeServer

    func add(to api: RouterGroup<JudgeContext>) {
        api.at("webhooks", [.get: list])
        api.at("webhooks/:name", [.put: put, .delete: remove])
        api.at("webhooks/:name/test", [.post: test])
        api.at("webhooks/:name/rotate", [.post: rotate])
        api.at("webhooks/:name/replay", [.post: replay])
        api.at("webhooks/:name/deliveries", [.get: deliveries])
    }

    /// A secret, told once.
    private struct SecretView: Encodable { let secret: String }

    @Sendable private func list(_ request: Request, context: JudgeContext) async throws -> Response {
        struct Page: Encodable { let webhooks: [WebhookView] }
        _ = try context.admin()
        return .json(Page(webhooks: try await server.store.webhooks().map { WebhookView($0) }))
    }

    /// Makes one, and tells its secret; or changes one, whose secret stays.
    @Sendable private func put(_ request: Request, context: JudgeContext) async throws -> Response {
        struct Wish: Decodable {
            let url: String
            let format: String?
            let events, challenges, users, verdicts: [String]?
            let digest_minutes: Int?
        }
        struct Made: Encodable {
            let webhook: WebhookView
            let secret: String?
        }
        _ = try context.admin()
        let name = try context.parameters.require("name")
        let wish = try await Body.json(Wish.self, of: request)
        let format = try wish.format.map { word in
            guard let format = WebhookFormat(rawValue: word) else {
                let words = WebhookFormat.allCases.map(\.rawValue).joined(separator: ", ")
                throw Problem(.unprocessableContent, "unknown-format", "A format is one of \(words).")
            }
            return format
        }
        let minutes = wish.digest_minutes ?? 0
        guard (0...10_080).contains(minutes) else {
            throw Problem(.unprocessableContent, "bad-digest", "'digest_minutes' must be a number from 0 to 10080.")
        }
        let filter = Webhook.Filter(
            events: wish.events, challenges: wish.challenges, users: wish.users, verdicts: wish.verdicts)
        try filter.check()
        _ = try await WebhookTarget.checked(wish.url, format: format, allowed: server.configuration.allowedHosts)
        let isNew = try await server.store.webhooks(named: name).isEmpty
        let webhook = try await server.store.putWebhook(
            name, url: wish.url, format: format?.rawValue, filter: filter, digestMinutes: minutes,
            secret: WebhookSecret().bytes)
        let secret = isNew ? WebhookSecret(bytes: webhook.secrets[0]).text : nil
        return .json(Made(webhook: WebhookView(webhook), secret: secret), status: isNew ? .created : .ok)
    }

    @Sendable private func remove(_ request: Request, context: JudgeContext) async throws -> Response {
        _ = try context.admin()
        try await server.store.removeWebhook(try await webhook(context).name)
        return Response(status: .noContent)
    }

    @Sendable private func test(_ request: Request, context: JudgeContext) async throws -> Response {
        _ = try context.admin()
        try await server.test(try await webhook(context))
        return Response(status: .accepted)
    }

    @Sendable private func rotate(_ request: Request, context: JudgeContext) async throws -> Response {
        struct Wish: Decodable { let keep_hours: Int? }
        _ = try context.admin()
        let webhook = try await webhook(context)
        let wish = try await Body.json(Wish.self, of: request)
        let hours = wish.keep_hours ?? 24
        guard (0...720).contains(hours) else {
            throw Problem(.unprocessableContent, "bad-time", "'keep_hours' must be a number from 0 to 720.")
        }
        let secret = WebhookSecret()
        try await server.store.rotateSecret(
            of: webhook.name, to: secret.bytes, keepingOldUntil: .now + .seconds(hours * 3600))
        return .json(SecretView(secret: secret.text))
    }

    @Sendable private func replay(_ request: Request, context: JudgeContext) async throws -> Response {
        struct Wish: Decodable {
            let from, to: Int64?
            let all: Bool?
        }
        struct Count: Encodable { let count: Int }
        _ = try context.admin()
        let webhook = try await webhook(context)
        let wish = try await Body.json(Wish.self, of: request)
        let (from, to) = (wish.from ?? 1, wish.to ?? Int64.max)
        guard from <= to else {
            throw Problem(.unprocessableContent, "bad-range", "'from' must not be greater than 'to'.")
        }
        return .json(Count(count: try await server.replay(from...to, of: webhook, all: wish.all ?? false)))
    }

    @Sendable private func deliveries(_ request: Request, context: JudgeContext) async throws -> Response {
        struct Page: Encodable {
            let deliveries: [DeliveryView]
            let next: String?
        }
        _ = try context.admin()
        let webhook = try await webhook(context)
        let query = request.uri.queryParameters
        let limit = try query.number("limit", in: 1...100, default: 20)
        let state = try query["state"].map { word in
            guard let state = Delivery.State(rawValue: String(word)) else {
                let words = Delivery.State.allCases.map(\.rawValue).joined(separator: ", ")
                throw Problem.badRequest("unknown-state", "A state is one of \(words).")
            }
            return state
        }
        let found = try await server.store.deliveries(
            of: webhook.id, state: state, before: try query.cursor(), limit: limit + 1)
        let shown = found.prefix(limit)
        return .json(
            Page(
                deliveries: shown.map { DeliveryView($0) },
                next: found.count > limit ? shown.last.map { String($0.id) } : nil))
    }

    private func webhook(_ context: JudgeContext) async throws -> Webhook {
        try await server.store.webhook(try context.parameters.require("name"))
    }
}

extension JudgeServer {
    /// Has a webhook told that this is a test.
    func test(_ webhook: Webhook) async throws {
        try refuseDisabled(webhook)
        try await store.announce(.test, data: News.test(TestNews(webhook: webhook.name)).json, to: webhook.id)
        outbox.ring()
    }

    /// Has deliveries sent again; returns how many.
    func replay(_ range: ClosedRange<Delivery.ID>, of webhook: Webhook, all: Bool) async throws -> Int {
        try refuseDisabled(webhook)
        let count = try await store.replay(range, of: webhook.id, all: all)
        outbox.ring()
        return count
    }

    private func refuseDisabled(_ webhook: Webhook) throws {
        guard webhook.disabledAt != nil else { return }
        throw Problem(
            .conflict, "webhook-disabled",
            "The webhook is switched off; to put it once more, with its address, switches it on.")
    }
}
