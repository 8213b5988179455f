import Foundation

internal import JudgeCore

/// Users, tokens and groups.
extension Store {
    /// Makes a user, or finds the one of that name and gives them `role`.
    ///
    /// - Throws: `JudgeError` `bad-user-name`.
    package func putUser(_ name: String, role: User.Role, now: Timestamp? = nil) async throws -> User {
        if let fault = User.fault(inName: name) { throw JudgeError(.usage, "bad-user-name", fault) }
        return try await writing { database in
            let now = try now ?? database.now
            try database.execute(
                sql: """
                    INSERT INTO users (name, role, created_at) VALUES (?, ?, ?)
                    ON CONFLICT (name) DO UPDATE SET role = excluded.role
                    """, arguments: [name, role.rawValue, now.milliseconds])
            guard let user = try User.named(name, in: database) else { throw Self.unknownUser(name) }
            return user
        }
    }

    /// The user of that name, if there is one.
    package func user(_ name: String) async throws -> User? {
        try await reading { try User.named(name, in: $0) }
    }

    /// All users by name.
    package func users() async throws -> [User] {
        try await reading { database in
            try database.all(sql: "SELECT id, name, role FROM users ORDER BY name", User.init)
        }
    }

    /// Keeps a new token of `user`.
    ///
    /// - Parameters:
    ///   - name: what it is found by.
    ///   - hash: of its secret part.
    ///   - parent: the token that somebody signed in with, where this is their session.
    /// - Throws: `JudgeError` `unknown-user`.
    package func addToken(
        _ name: String, hash: [UInt8], user: String, sessionOf parent: Token.ID? = nil, expiresAt: Timestamp?,
        now: Timestamp? = nil
    ) async throws -> Token {
        try await writing { database in
            guard let owner = try User.named(user, in: database) else { throw Self.unknownUser(user) }
            let now = try now ?? database.now
            let id: Int64? = try database.value(
                sql: """
                    INSERT INTO tokens (user_id, name, hash, parent, created_at, expires_at)
                    VALUES (?, ?, ?, ?, ?, ?) RETURNING id
                    """,
                arguments: [owner.id, name, Data(hash), parent, now.milliseconds, expiresAt?.milliseconds])
            guard let id else { throw Self.unknownUser(user) }
            return Token(
                id: id, user: owner.name, createdAt: now, expiresAt: expiresAt, revokedAt: nil)
        }
    }

    /// Whom the token of this name stands for now, and the hash that whoever presents it must know the secret of; `nil`
    /// when it is unknown, expired or revoked. A session lasts no longer than the token that it was made with.
    package func token(_ name: String, now: Timestamp? = nil) async throws -> KnownToken? {
        let known = try await reading(.token(name)) { database in
            try database.first(
                sql: """
                    SELECT users.id, users.name, users.role, tokens.hash, tokens.id AS token, tokens.parent,
                        tokens.expires_at, parents.expires_at AS parent_expires_at
                    FROM tokens JOIN users ON users.id = tokens.user_id
                    LEFT JOIN tokens AS parents ON parents.id = tokens.parent
                    WHERE tokens.name = ? AND tokens.revoked_at IS NULL AND parents.revoked_at IS NULL
                    """, arguments: [name]
            ) { row in
                KnownToken(
                    id: row["token"], user: User(row), hash: [UInt8](row["hash"] as Data),
                    isSession: (row["parent"] as Int64?) != nil,
                    expiresAt: [row.timestamp("expires_at"), row.timestamp("parent_expires_at")].compactMap(\.self)
                        .min())
            }
        }
        return known.flatMap { token in token.expiresAt.map { $0 > now ?? .now } ?? true ? token : nil }
    }

    /// The tokens of one user, or of all, the oldest first.
    package func tokens(of user: String? = nil) async throws -> [Token] {
        try await reading { database in
            try database.all(
                sql: """
                    SELECT tokens.id, users.name, tokens.created_at, expires_at, revoked_at
                    FROM tokens JOIN users ON users.id = tokens.user_id
                    WHERE parent IS NULL AND (users.name = ?1 OR ?1 IS NULL) ORDER BY tokens.id
                    """, arguments: [user]
            ) { row in
                Token(
                    id: row["id"], user: row["name"], createdAt: Timestamp(milliseconds: row["created_at"]),
                    expiresAt: row.timestamp("expires_at"), revokedAt: row.timestamp("revoked_at"))
            }
        }
    }

    /// Revokes the token with this number. `false` when there is none.
    package func revokeToken(_ id: Int64, now: Timestamp? = nil) async throws -> Bool {
        try await writing { database in
            try database.execute(
                sql: "UPDATE tokens SET revoked_at = coalesce(revoked_at, ?) WHERE id = ?",
                arguments: [(now ?? database.now).milliseconds, id]) > 0
        }
    }

    static func unknownUser(_ name: String) -> JudgeError {
        JudgeError(.usage, "unknown-user", "there is no user '\(name.escapingControls)'")
    }
}

extension User {
    init(_ row: any Row) {
        self.init(id: row["id"], name: row["name"], role: Role(rawValue: row["role"]) ?? .member)
    }

    static func named(_ name: String, in database: any Database) throws -> User? {
        try database.first(
            sql: "SELECT id, name, role FROM users WHERE name = ?", arguments: [name], User.init)
    }
}
