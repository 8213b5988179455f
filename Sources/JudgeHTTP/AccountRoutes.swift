import Foundation
import HTTPTypes
import Hummingbird
import Storage

/// Users, their tokens, and study groups: for admins. `me` is for everybody.
struct AccountRoutes {
    let server: JudgeServer

    func add(to api: RouterGroup<JudgeContext>) {
        api.at("me", [.get: me])
        api.at("users", [.get: users])
        api.at("users/:name", [.put: putUser])
        api.at("users/:name/tokens", [.get: tokens, .post: makeToken])
        api.at("tokens/:id", [.delete: revoke])
        api.at("groups", [.get: groups])
        api.at("groups/:name", [.put: putGroup])
    }

    private struct Account: Encodable {
        let name: String
        let role: String

        init(_ user: User) {
            name = user.name
            role = user.role.rawValue
        }
    }

    private struct TokenView: Encodable {
        let id: Int64
        let user: String
        let created_at: String
        let expires_at: String?
        let revoked_at: String?
        /// Told once, when it is made.
        let token: String?

        init(_ token: Token, secret: Secret? = nil) {
            id = token.id
            user = token.user
            created_at = token.createdAt.iso8601
            expires_at = token.expiresAt?.iso8601
            revoked_at = token.revokedAt?.iso8601
            self.token = secret?.text
        }
    }

    @Sendable private func me(_ request: Request, context: JudgeContext) async throws -> Response {
        .json(Account(try context.member()))
    }

    @Sendable private func users(_ request: Request, context: JudgeContext) async throws -> Response {
        struct Page: Encodable { let users: [Account] }
        _ = try context.admin()
        return .json(Page(users: try await server.store.users().map(Account.init)))
    }

    @Sendable private func putUser(_ request: Request, context: JudgeContext) async throws -> Response {
        struct Wish: Decodable { let role: String }
        _ = try context.admin()
        let wish = try await Body.json(Wish.self, of: request)
        guard let role = User.Role(rawValue: wish.role) else {
            throw Problem(.unprocessableContent, "unknown-role", "A role is 'member' or 'admin'.")
        }
        return .json(Account(try await server.store.putUser(try context.parameters.require("name"), role: role)))
    }

    @Sendable private func tokens(_ request: Request, context: JudgeContext) async throws -> Response {
        struct Page: Encodable { let tokens: [TokenView] }
        let name = try await owner(context)
        return .json(Page(tokens: try await server.store.tokens(of: name).map { TokenView($0) }))
    }

    @Sendable private func makeToken(_ request: Request, context: JudgeContext) async throws -> Response {
        struct Wish: Decodable { let expires_in_days: Int? }
        let name = try await owner(context)
        let wish = try await Body.json(Wish.self, of: request)
        if let days = wish.expires_in_days, !(1...3650).contains(days) {
            throw Problem(.unprocessableContent, "bad-expiry", "'expires_in_days' must be a number from 1 to 3650.")
        }
        let secret = Secret()
        let token = try await server.store.addToken(
            secret.name, hash: secret.hash, user: name,
            expiresAt: wish.expires_in_days.map { .now + .seconds($0 * 86_400) })
        return .json(TokenView(token, secret: secret), status: .created)
    }

    @Sendable private func revoke(_ request: Request, context: JudgeContext) async throws -> Response {
        _ = try context.admin()
        guard let id = Int64(try context.parameters.require("id")), try await server.store.revokeToken(id) else {
            throw Problem(.notFound, "unknown-token", "There is no such token.")
        }
        return Response(status: .noContent)
    }

    @Sendable private func groups(_ request: Request, context: JudgeContext) async throws -> Response {
        struct Group: Encodable {
            let name: String
            let members: [String]
        }
        struct Page: Encodable { let groups: [Group] }
        _ = try context.admin()
        return .json(
            Page(groups: try await server.store.groups().map { Group(name: $0.name, members: $0.members) }))
    }

    @Sendable private func putGroup(_ request: Request, context: JudgeContext) async throws -> Response {
        struct Wish: Decodable { let members: [String] }
        _ = try context.admin()
        let wish = try await Body.json(Wish.self, of: request)
        try await server.store.putGroup(try context.parameters.require("name"), members: wish.members)
        return Response(status: .noContent)
    }

    /// The user in the path, who must be there; only an admin may name one.
    private func owner(_ context: JudgeContext) async throws -> String {
        _ = try context.admin()
        let name = try context.parameters.require("name")
        guard let user = try await server.store.user(name) else {
            throw Problem(.notFound, "unknown-user", "There is no such user.")
        }
        return user.name
    }
}
