import ArgumentParser
import Foundation
import JudgeCore
import JudgeHTTP
import Reporting
import Storage

extension User.Role: ExpressibleByArgument {}

struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Makes, lists and revokes the tokens that users of a daemon sign in with.",
        subcommands: [CreateCommand.self, ListCommand.self, RevokeCommand.self])

    struct CreateCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "create", abstract: "Makes a token, and its user if need be, and prints the token alone.",
            discussion: "The token is shown once; only a hash of it is kept.")

        @Option(help: ArgumentHelp("Whom it stands for.", valueName: "name"))
        var user: String

        @Option(
            help: ArgumentHelp(
                "What they may do: member or admin; it becomes theirs. Default: as it is, member for a new user."))
        var role: User.Role?

        @Option(help: ArgumentHelp("After how many days it is refused; default: never.", valueName: "days"))
        var expires: Int?

        @OptionGroup var daemon: DaemonOptions

        func validate() throws {
            if let expires, !(1...3650).contains(expires) {
                throw ValidationError("--expires must be a number of days from 1 to 3650")
            }
        }

        func run() async throws {
            let store = try daemon.store()
            let standing = try await store.user(user)?.role
            let owner = try await store.putUser(user, role: role ?? standing ?? .member)
            let secret = Secret()
            _ = try await store.addToken(
                secret.name, hash: secret.hash, user: owner.name,
                expiresAt: expires.map { .now + .seconds($0 * 86_400) })
            print(secret.text)
        }
    }

    struct ListCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "Lists the tokens, without their secrets.")

        @OptionGroup var options: GlobalOptions
        @OptionGroup var daemon: DaemonOptions

        private struct Row: Encodable {
            let id: Int64
            let user: String
            let created_at: String
            let expires_at: String?
            let revoked_at: String?
        }

        func run() async throws {
            let tokens = try await daemon.store().tokens()
            if options.format == .json {
                let rows = tokens.map {
                    Row(
                        id: $0.id, user: $0.user, created_at: $0.createdAt.iso8601, expires_at: $0.expiresAt?.iso8601,
                        revoked_at: $0.revokedAt?.iso8601)
                }
                return try options.write(JSONText.encode(rows))
            }
            var table = Table([.init("ID", style: .bold), .init("USER"), .init("MADE"), .init("STATE")])
            for token in tokens {
                let state =
                    if let revoked = token.revokedAt {
                        "revoked \(revoked.iso8601.prefix(10))"
                    } else if let end = token.expiresAt {
                        end <= .now ? "expired \(end.iso8601.prefix(10))" : "until \(end.iso8601.prefix(10))"
                    } else { "" }
                table.add(["\(token.id)", token.user, String(token.createdAt.iso8601.prefix(10)), state])
            }
            try options.write(table.text(style: options.style))
        }
    }

    struct RevokeCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "revoke", abstract: "Makes a token worthless, from the next request on.")

        @Argument(help: "The token's number, as `judge token list` shows it.")
        var id: Int64

        @OptionGroup var daemon: DaemonOptions

        func run() async throws {
            guard try await daemon.store().revokeToken(id) else {
                throw JudgeError(.usage, "unknown-token", "there is no token \(id); `judge token list` shows all")
            }
        }
    }
}
