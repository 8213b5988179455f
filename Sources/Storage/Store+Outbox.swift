import Foundation

package import JudgeCore

/// The outbox: what is to be told, and to whom.
///
/// What happens is written down with what it is about, in one transaction: what is graded is announced, and nothing else. A
/// delivery is tried until it arrives or is given up; whoever tries it notes afterwards what came of it, so that a crash in
/// between has it tried again, under the same identifier.
extension Store {
    /// For so long a receiver may fail before its webhook is switched off.
    package static let patienceWithReceivers = Duration.seconds(5 * 86_400)

    // MARK: In

    /// Announces something to all who want to hear it, or to one webhook alone.
    ///
    /// - Returns: how many are told.
    @discardableResult
    package func announce(
        _ kind: NewsKind, data: String, challenge: String? = nil, to webhook: Webhook.ID? = nil, now: Timestamp? = nil
    ) async throws -> Int {
        try await writing { database in
            try Self.announce(
                News(kind: kind, data: { data }, challenge: challenge), to: webhook, at: now ?? database.now,
                in: database)
        }
    }

    /// Announces the challenges that were not there before.
    ///
    /// - Parameter challenges: all that there are now, each with its news. The first time that there are any, none is new.
    package func publish(_ challenges: [(slug: String, data: String)], now: Timestamp? = nil) async throws {
        let known = Set(
            try await reading { database in
                try database.all(sql: "SELECT slug FROM known_challenges") { $0[0] as String }
            })
        let new = challenges.filter { !known.contains($0.slug) }
        guard !new.isEmpty else { return }
        try await writing { database in
            let now = try now ?? database.now
            for challenge in new {
                let added = try database.execute(
                    sql: "INSERT INTO known_challenges (slug) VALUES (?) ON CONFLICT DO NOTHING",
                    arguments: [challenge.slug])
                guard added > 0, !known.isEmpty else { continue }
                try Self.announce(
                    News(kind: .published, data: { challenge.data }, challenge: challenge.slug), at: now, in: database)
            }
        }
    }

    /// A piece of news, and what filters go by.
    struct News {
        let kind: NewsKind
        /// Makes the JSON, where there is somebody to be told.
        let data: () -> String
        var challenge: String?
        var user: String?
        var verdict: Verdict?
        var subject: String?
    }

    @discardableResult
    static func announce(
        _ news: News, to webhook: Webhook.ID? = nil, besides: Webhook.ID? = nil, at now: Timestamp,
        in database: any Database
    ) throws -> Int {
        let webhooks = try database.all(
            sql: "SELECT * FROM webhooks WHERE disabled_at IS NULL AND (id = ?1 OR ?1 IS NULL)", arguments: [webhook]
        ) { Webhook($0, now: now) }.filter {
            $0.id != besides
                && $0.filter.admits(news.kind, challenge: news.challenge, user: news.user, verdict: news.verdict)
        }
        guard !webhooks.isEmpty else { return 0 }
        let number = try insert(news.kind, data: news.data(), at: now, into: database)
        for webhook in webhooks {
            let state: Delivery.State = webhook.digestMinutes > 0 && news.kind != .test ? .gathered : .waiting
            try database.execute(
                sql: "INSERT INTO deliveries (webhook, announcement, subject, state, next_at) VALUES (?, ?, ?, ?, ?)",
                arguments: [webhook.id, number, news.subject, state.rawValue, now.milliseconds])
        }
        database.tell(.outbox)
        return webhooks.count
    }

    private static func insert(_ kind: NewsKind, data: String, at now: Timestamp, into database: any Database) throws
        -> Int64
    {
        let number: Int64? = try database.value(
            sql: "INSERT INTO announcements (id, kind, at, data) VALUES (?, ?, ?, ?) RETURNING number",
            arguments: [Announcement.makeID(), kind.rawValue, now.milliseconds, data])
        guard let number else { fatalError("RETURNING returned nothing") }
        return number
    }

    // MARK: Out

    /// What is to be sent to a webhook now, the longest due first. Of what is about the same only the oldest: the others
    /// follow once it has arrived or was given up.
    ///
    /// - Parameter last: only what comes after this one in that order: where the page before ended.
    package func due(_ webhook: Webhook.ID, after last: Delivery? = nil, limit: Int, now: Timestamp? = nil)
        async throws -> [Delivery]
    {
        try await reading { database in
            let now = try now ?? database.now
            var found: [Delivery] = []
            func add(_ times: String, _ arguments: [(any ColumnValue)?]) throws {
                found += try database.all(
                    sql: Delivery.select
                        + " WHERE \(Self.isFirst) AND \(times) ORDER BY next_at, deliveries.id LIMIT \(limit)",
                    arguments: [webhook] + arguments, Delivery.init)
            }
            // Two steps, each of which begins where it should in the index; of a pair SQLite looks for the first part alone.
            let reached = last?.nextAt.milliseconds ?? -1
            if let last { try add("next_at = ? AND deliveries.id > ?", [reached, last.id]) }
            if found.count < limit { try add("next_at > ? AND next_at <= ?", [reached, now.milliseconds]) }
            return Array(found.prefix(limit))
        }
    }

    /// Waits for a webhook, and nothing older about the same does.
    private static let isFirst = """
        deliveries.webhook = ? AND state = 'waiting' AND NOT EXISTS (
            SELECT 1 FROM deliveries AS earlier WHERE earlier.webhook = deliveries.webhook
                AND earlier.subject = deliveries.subject AND earlier.state = 'waiting' AND earlier.id < deliveries.id)
        """

    /// The webhooks that something is due to.
    package func webhooksWithDeliveriesDue(now: Timestamp? = nil) async throws -> [Webhook] {
        try await reading { database in
            let now = try now ?? database.now
            return try database.all(
                sql: """
                    SELECT * FROM webhooks WHERE disabled_at IS NULL AND EXISTS (
                        SELECT 1 FROM deliveries WHERE webhook = webhooks.id AND state = 'waiting' AND next_at <= ?)
                    """, arguments: [now.milliseconds]
            ) { Webhook($0, now: now) }
        }
    }

    /// The webhooks that have gathered for long enough.
    package func webhooksWithDigestDue(now: Timestamp? = nil) async throws -> [Webhook] {
        try await reading { database in
            let now = try now ?? database.now
            return try database.all(
                sql: """
                    SELECT * FROM webhooks WHERE disabled_at IS NULL AND digest_minutes > 0 AND (
                        SELECT next_at FROM deliveries WHERE webhook = webhooks.id AND state = 'gathered'
                        ORDER BY id LIMIT 1) <= ? - digest_minutes * 60000
                    """, arguments: [now.milliseconds]
            ) { Webhook($0, now: now) }
        }
    }

    /// Makes a digest of what was gathered for a webhook, if its time has come.
    ///
    /// - Parameter summary: the news of the digest as JSON, from what it sums up, when that began, and when it ends.
    package func gather(
        for webhook: Webhook, now: Timestamp? = nil,
        summary: @escaping @Sendable ([Announcement], Timestamp, Timestamp) -> String
    ) async throws {
        let span = Duration.seconds(60 * webhook.digestMinutes)
        try await writing { database in
            let now = try now ?? database.now
            let gathered = try database.all(
                sql: Delivery.select
                    + " WHERE deliveries.webhook = ? AND state = 'gathered' ORDER BY deliveries.id LIMIT 1000",
                arguments: [webhook.id], Delivery.init)
            guard let first = gathered.first, let last = gathered.last, first.nextAt + span <= now else { return }
            let data = summary(gathered.map(\.announcement), first.announcement.at, now)
            let number = try Self.insert(.digest, data: data, at: now, into: database)
            try database.execute(
                sql: "UPDATE deliveries SET state = 'digested' WHERE webhook = ? AND state = 'gathered' AND id <= ?",
                arguments: [webhook.id, last.id])
            try database.execute(
                sql: "INSERT INTO deliveries (webhook, announcement, state, next_at) VALUES (?, ?, 'waiting', ?)",
                arguments: [webhook.id, number, now.milliseconds])
        }
    }

    /// Notes what came of tries. A webhook whose receiver has failed for too long is switched off.
    ///
    /// - Parameter farewell: the news that a webhook was switched off, from its name and the reason.
    /// - Returns: the webhooks that were switched off, with the reasons.
    package func note(
        _ results: [DeliveryResult], now: Timestamp? = nil,
        farewell: @escaping @Sendable (String, String) -> String
    ) async throws -> [(webhook: Webhook, reason: String)] {
        try await writing(isLasting: false) { database in
            var ended: [(Webhook, String)] = []
            var areWell: Set<Webhook.ID> = []
            let now = try now ?? database.now
            for result in results {
                let (state, nextAt): (Delivery.State, Timestamp?) =
                    switch result.outcome {
                    case .delivered: (.delivered, nil)
                    case .retry(let delay): (.waiting, now + delay)
                    case .dead, .gone: (.dead, nil)
                    }
                try database.execute(
                    sql: """
                        UPDATE deliveries SET state = ?, attempts = attempts + 1, next_at = coalesce(?, next_at),
                            tried_at = ?, status = ?, error = ?, milliseconds = ? WHERE id = ?
                        """,
                    arguments: [
                        state.rawValue, nextAt?.milliseconds, now.milliseconds, result.status, result.error,
                        result.milliseconds, result.delivery,
                    ])
                if state == .delivered {
                    guard areWell.insert(result.webhook).inserted else { continue }
                    try database.execute(
                        sql: "UPDATE webhooks SET failing_since = NULL WHERE id = ? AND failing_since IS NOT NULL",
                        arguments: [result.webhook])
                    continue
                }
                areWell.remove(result.webhook)
                if let reason = try Self.fail(result, at: now, in: database),
                    let webhook = try Self.disable(result.webhook, reason, farewell, at: now, in: database)
                {
                    ended.append((webhook, reason))
                }
            }
            return ended
        }
    }

    /// Notes that a receiver failed; returns why its webhook must be switched off, where it must.
    private static func fail(_ result: DeliveryResult, at now: Timestamp, in database: any Database) throws -> String? {
        if case .gone(let reason) = result.outcome { return reason }
        try database.execute(
            sql: "UPDATE webhooks SET failing_since = coalesce(failing_since, ?) WHERE id = ?",
            arguments: [now.milliseconds, result.webhook])
        let since: Int64? = try database.value(
            sql: "SELECT failing_since FROM webhooks WHERE id = ?", arguments: [result.webhook])
        guard let since, Timestamp(milliseconds: since) + patienceWithReceivers <= now else { return nil }
        return "nothing has arrived for five days: \(result.error ?? "status \(result.status ?? 0)")"
    }

    /// Switches a webhook off and gives up what waits for it; the others are told.
    private static func disable(
        _ id: Webhook.ID, _ reason: String, _ farewell: @escaping (String, String) -> String, at now: Timestamp,
        in database: any Database
    ) throws -> Webhook? {
        let changed = try database.execute(
            sql: "UPDATE webhooks SET disabled_at = ?, disabled_reason = ? WHERE id = ? AND disabled_at IS NULL",
            arguments: [now.milliseconds, reason, id])
        guard changed > 0,
            let webhook = try database.first(
                sql: "SELECT * FROM webhooks WHERE id = ?", arguments: [id], { Webhook($0, now: now) })
        else { return nil }
        try database.execute(
            sql: """
                UPDATE deliveries SET state = 'dead', error = 'the webhook was switched off'
                WHERE webhook = ? AND state IN ('waiting', 'gathered')
                """, arguments: [id])
        try announce(
            News(kind: .disabled, data: { farewell(webhook.name, reason) }), besides: id, at: now, in: database)
        return webhook
    }

    // MARK: The log

    /// Deliveries, the newest first.
    ///
    /// - Parameters:
    ///   - before: only those made before this one: where the last page ended.
    ///   - limit: at most so many.
    package func deliveries(
        of webhook: Webhook.ID? = nil, state: Delivery.State? = nil, before: Delivery.ID? = nil, limit: Int
    ) async throws -> [Delivery] {
        var conditions = Conditions()
        conditions.add("webhook", webhook)
        // In words, as the index of those that were given up is asked for by them.
        if let state { conditions.add("state = '\(state.rawValue)'") }
        conditions.add("id", is: "<", before)
        return try await reading { [conditions] database in
            try database.newest(
                limit, by: "id", of: "deliveries", where: conditions, select: Delivery.select, Delivery.init)
        }
    }

    /// How many deliveries wait, and how many were given up.
    package func outboxLoad() async throws -> (waiting: Int, dead: Int) {
        try await reading { database in
            func count(_ condition: String) throws -> Int {
                try database.value(sql: "SELECT count(*) FROM deliveries WHERE \(condition)") ?? 0
            }
            return (try count("state = 'waiting'"), try count("state = 'dead'"))
        }
    }

    /// Has deliveries tried again from the beginning, under the same identifiers.
    ///
    /// - Parameters:
    ///   - range: of their numbers.
    ///   - all: also those that arrived; else those alone that were given up.
    /// - Returns: how many.
    package func replay(
        _ range: ClosedRange<Delivery.ID>, of webhook: Webhook.ID, all: Bool = false, now: Timestamp? = nil
    ) async throws -> Int {
        try await writing { database in
            let count = try database.execute(
                sql: """
                    UPDATE deliveries SET state = 'waiting', attempts = 0, next_at = ?
                    WHERE webhook = ? AND id BETWEEN ? AND ? AND state IN ('dead'\(all ? ", 'delivered'" : ""))
                    """,
                arguments: [(now ?? database.now).milliseconds, webhook, range.lowerBound, range.upperBound])
            database.tell(.outbox)
            return count
        }
    }
}

extension Delivery {
    // In the order in which they are read below: where many are, looking for each by name takes longer than all the rest.
    static let select = """
        SELECT deliveries.id, deliveries.webhook, webhooks.name AS webhook_name, announcements.id AS message, kind, at, data,
            subject, state, attempts, next_at, tried_at, status, error, milliseconds
        FROM deliveries JOIN announcements ON announcements.number = deliveries.announcement
        JOIN webhooks ON webhooks.id = deliveries.webhook
        """

    init(_ row: any Row) {
        let triedAt: Int64? = row[11]
        self.init(
            id: row[0], webhook: row[1], webhookName: row[2],
            announcement: Announcement(
                id: row[3], kind: NewsKind(rawValue: row[4]) ?? .test, at: Timestamp(milliseconds: row[5]),
                data: row[6]),
            subject: row[7], state: State(rawValue: row[8]) ?? .dead, attempts: row[9],
            nextAt: Timestamp(milliseconds: row[10]), triedAt: triedAt.map(Timestamp.init), status: row[12],
            error: row[13], milliseconds: row[14])
    }
}
