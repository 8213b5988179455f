import Foundation
import HTTPTypes
import Hummingbird
import JudgeCore
import JudgeService
import Pages
import Storage

/// The page of webhooks and of the log of what was sent to them: for admins.
struct WebhookPageRoutes {
    let server: JudgeServer

    func add(to pages: RouterGroup<JudgeContext>) {
        pages.at("webhooks", [.get: show])
        pages.at("webhooks/:name/test", [.post: test])
        pages.at("webhooks/:name/replay", [.post: replay])
    }

    @Sendable private func show(_ request: Request, context: JudgeContext) async throws -> Response {
        guard context.user != nil else { return .redirect(to: "/sign-in") }
        _ = try context.admin()
        let query = request.uri.queryParameters
        let only = try await query["name"].map(String.init).asyncMap { try await server.store.webhook($0) }
        let size = 50
        let found = try await server.store.deliveries(
            of: only?.id, before: query["before"].flatMap { Int64($0) }, limit: size + 1)
        let shown = found.prefix(size)
        let older = found.count > size ? shown.last.map { $0.id } : nil
        let names = only.map { "name=\($0.name)&" } ?? ""
        return .page(
            WebhooksPage(
                context: server.page(context),
                webhooks: try await server.store.webhooks().map { webhook in
                    let view = WebhookView(webhook)
                    return WebhooksPage.Entry(
                        name: view.name, address: view.url, format: view.format, told: view.told, state: view.state,
                        isOn: webhook.disabledAt == nil)
                }, only: only?.name,
                deliveries: shown.map { delivery in
                    let view = DeliveryView(delivery)
                    return WebhooksPage.Delivery(
                        id: view.id, webhook: view.webhook, event: view.event, submission: view.submission,
                        at: view.at, state: view.state, attempts: view.attempts, answer: view.answer,
                        isDead: delivery.state == .dead)
                }, older: older.map { "/webhooks?\(names)before=\($0)" }
            ).html())
    }

    @Sendable private func test(_ request: Request, context: JudgeContext) async throws -> Response {
        let (webhook, _) = try await form(request, context)
        try await server.test(webhook)
        return .redirect(to: "/webhooks?name=\(webhook.name)")
    }

    @Sendable private func replay(_ request: Request, context: JudgeContext) async throws -> Response {
        let (webhook, form) = try await form(request, context)
        let text = form.text("delivery")
        guard let id = Int64(text) else { throw Problem.badRequest("bad-delivery", "The form names no delivery.") }
        _ = try await server.replay(id...id, of: webhook, all: false)
        return .redirect(to: "/webhooks?name=\(webhook.name)")
    }

    /// An admin's form, and the webhook that it is about.
    private func form(_ request: Request, _ context: JudgeContext) async throws -> (Webhook, Form) {
        let form = try await server.form(request, context)
        _ = try context.admin()
        return (try await server.store.webhook(try context.parameters.require("name")), form)
    }
}
