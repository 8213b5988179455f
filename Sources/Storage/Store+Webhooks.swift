import Foundation

internal import JudgeCore

/// Webhooks: who is told.
extension Store {
    /// Makes a webhook, or changes the one of that name and switches it on again; its secret stays then.
    ///
    /// - Throws: `JudgeError` `bad-webhook-name`.
    package func putWebhook(
        _ name: String, url: String, format: String?, filter: Webhook.Filter, digestMinutes: Int, secret: [UInt8],
        now: Timestamp? = nil
    ) async throws -> Webhook {
        if User.fault(inName: name) != nil {
            throw JudgeError(
                .usage, "bad-webhook-name",
                "a webhook's name is 1 to 64 letters, digits, dots, hyphens and underscores, and begins with no dot or hyphen"
            )
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let words = String(decoding: try encoder.encode(filter), as: UTF8.self)
        return try await writing { database in
            let now = try now ?? database.now
            try database.execute(
                sql: """
                    INSERT INTO webhooks (name, url, format, filter, digest_minutes, secret, created_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (name) DO UPDATE SET url = excluded.url, format = excluded.format,
                        filter = excluded.filter, digest_minutes = excluded.digest_minutes, failing_since = NULL,
                        disabled_at = NULL, disabled_reason = NULL
                    """, arguments: [name, url, format, words, digestMinutes, Data(secret), now.milliseconds])
            guard let webhook = try Webhook.named(name, in: database, now: now) else { throw Self.unknownWebhook(name) }
            if digestMinutes == 0 {
                try database.execute(
                    sql: "UPDATE deliveries SET state = 'waiting' WHERE webhook = ? AND state = 'gathered'",
                    arguments: [webhook.id])
            }
            return webhook
        }
    }

    /// All webhooks by name, or the one of that name.
    package func webhooks(named name: String? = nil, now: Timestamp? = nil) async throws -> [Webhook] {
        try await reading { database in
            let now = try now ?? database.now
            return try database.all(
                sql: "SELECT * FROM webhooks WHERE name = ?1 OR ?1 IS NULL ORDER BY name", arguments: [name]
            ) { Webhook($0, now: now) }
        }
    }

    /// The webhook of that name.
    ///
    /// - Throws: `JudgeError` `unknown-webhook`.
    package func webhook(_ name: String, now: Timestamp? = nil) async throws -> Webhook {
        guard let webhook = try await webhooks(named: name, now: now).first else { throw Self.unknownWebhook(name) }
        return webhook
    }

    /// Gives a webhook a new secret. Until `until` messages are signed with both.
    ///
    /// - Throws: `JudgeError` `unknown-webhook`.
    package func rotateSecret(of name: String, to secret: [UInt8], keepingOldUntil until: Timestamp) async throws {
        try await writing { database in
            let changed = try database.execute(
                sql: "UPDATE webhooks SET old_secret = secret, old_secret_until = ?, secret = ? WHERE name = ?",
                arguments: [until.milliseconds, Data(secret), name])
            if changed == 0 { throw Self.unknownWebhook(name) }
        }
    }

    /// Removes a webhook and all that was to be told to it.
    ///
    /// - Throws: `JudgeError` `unknown-webhook`.
    package func removeWebhook(_ name: String) async throws {
        try await writing { database in
            let changed = try database.execute(sql: "DELETE FROM webhooks WHERE name = ?", arguments: [name])
            if changed == 0 { throw Self.unknownWebhook(name) }
        }
    }

    static func unknownWebhook(_ name: String) -> JudgeError {
        JudgeError(.usage, "unknown-webhook", "there is no webhook '\(name.escapingControls)'")
    }
}

extension Webhook {
    init(_ row: any Row, now: Timestamp) {
        let old: Data? = row["old_secret"]
        let isOldValid = row.timestamp("old_secret_until").map { $0 > now } ?? false
        let secrets = [row["secret"] as Data] + (isOldValid ? [old].compactMap(\.self) : [])
        self.init(
            id: row["id"], name: row["name"], url: row["url"], format: row["format"],
            secrets: secrets.map { [UInt8]($0) },
            filter: (try? JSONDecoder().decode(Filter.self, from: Data((row["filter"] as String).utf8))) ?? Filter(),
            digestMinutes: row["digest_minutes"], createdAt: Timestamp(milliseconds: row["created_at"]),
            failingSince: row.timestamp("failing_since"), disabledAt: row.timestamp("disabled_at"),
            disabledReason: row["disabled_reason"])
    }

    static func named(_ name: String, in database: any Database, now: Timestamp) throws -> Webhook? {
        try database.first(sql: "SELECT * FROM webhooks WHERE name = ?", arguments: [name]) { Webhook($0, now: now) }
    }
}
