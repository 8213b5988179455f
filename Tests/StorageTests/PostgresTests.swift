import Foundation
import JudgeCore
import Support
import Synchronization
import Testing

@testable import Storage

/// What only a server can do, and what can only go wrong with one.
@Suite(.timeLimit(.minutes(2))) struct PostgresTests {
    /// Runs `body` with `count` stores of one database, as many nodes have.
    private func withNodes(_ count: Int, _ body: ([Store], String) async throws -> Void) async throws {
        try await withLocation(.postgres) { location in
            guard case .postgres(let url) = location else { return }
            // All at once: one of them makes the tables.
            let stores = try await withThrowingTaskGroup(of: Store.self) { group in
                for _ in 0..<count { group.addTask { try Store(location) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            defer { for store in stores { try? store.close() } }
            try await body(stores, url)
        }
    }

    @Test func `nodes that claim at the same time each get something else, and nobody waits for another`() async throws
    {
        try await withNodes(4) { stores, _ in
            for index in 0..<120 {
                try await stores[index % 4].enqueue(
                    "s\(index)", by: "user-\(index % 3)", limits: QueueLimits(waitingOfUser: 999, rate: 999))
            }
            let claimed = try await withThrowingTaskGroup(of: [String].self) { group in
                for (index, store) in stores.enumerated() {
                    group.addTask {
                        var own: [String] = []
                        while let claim = try await store.claim(1, worker: "n\(index)", lease: .seconds(60)).first {
                            own.append(claim.submission.id)
                            #expect(try await store.finish(claim, report(.accepted, of: claim.submission)))
                        }
                        return own
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(claimed.count == 120 && Set(claimed).count == 120)
            #expect(try await stores[0].load() == (0, 0))
        }
    }

    @Test func `a claim that has not ended does not hold up the next one`() async throws {
        try await withNodes(2) { stores, url in
            for index in 0..<2 { try await stores[0].enqueue("s\(index)", by: "ann") }
            let other = try PostgresConnection.open(url: url)
            try other.run("BEGIN; SELECT * FROM queue ORDER BY submission LIMIT 1 FOR UPDATE")
            #expect(try await stores[0].next()?.submission.id == "s1")
            #expect(try await stores[1].next() == nil)
            try other.run("ROLLBACK")
            #expect(try await stores[1].next()?.submission.id == "s0")
        }
    }

    @Test func `a user's limits hold when they send through many servers at once, and a key is taken once`()
        async throws
    {
        try await withNodes(4) { stores, _ in
            let ann = try await stores[0].putUser("ann", role: .member)
            let results = try await withThrowingTaskGroup(of: Enqueued.self) { group in
                for index in 0..<40 {
                    group.addTask {
                        try await stores[index % 4].enqueue(
                            submission("s\(index)"), user: ann, limits: QueueLimits(waitingOfUser: 7))
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(results.count { if case .accepted = $0 { true } else { false } } == 7)
            let bob = try await stores[0].putUser("bob", role: .member)
            let same = try await withThrowingTaskGroup(of: Enqueued.self) { group in
                for index in 0..<20 {
                    group.addTask {
                        try await stores[index % 4].enqueue(
                            submission("bob"), user: bob, key: "once", limits: QueueLimits())
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(same.count { if case .accepted = $0 { true } else { false } } == 1)
            #expect(same.count { if case .repeated = $0 { true } else { false } } == 19)
        }
    }

    /// Counted by the server, not timed.
    @Test func `no operation of the queue, the outbox and the pages walks over a whole table`() async throws {
        try await withNodes(1) { stores, url in
            let store = stores[0]
            try await store.fill(20_000)
            let hook = try await store.putWebhook(
                "hook", url: "https://example.org", format: nil, filter: Webhook.Filter(), digestMinutes: 0, secret: [1]
            )
            try await store.writing { database in
                for statement in [
                    "INSERT INTO sources SELECT number, 'x' FROM submissions",
                    "INSERT INTO reports SELECT number, 1, '{}' FROM submissions",
                    "INSERT INTO attempts SELECT number, 1, 'w', 1 FROM submissions",
                    "INSERT INTO events (submission, at, phase, attempt) SELECT number, 1, 'graded', 1 FROM submissions",
                    "INSERT INTO announcements (id, kind, at, data) SELECT id, 'test', 1, '{}' FROM submissions",
                    """
                    INSERT INTO deliveries (webhook, announcement, subject, state, next_at)
                    SELECT \(hook.id), number, id, 'delivered', 1 FROM announcements
                    """,
                    "INSERT INTO tokens (user_id, name, hash, created_at) SELECT 1, id, 'x', 1 FROM submissions",
                    "ANALYZE",
                ] { try database.execute(sql: statement) }
            }
            try store.close()
            let large = [
                "submissions", "sources", "reports", "attempts", "events", "announcements", "deliveries", "tokens",
            ]
            /// Rows that were read: whole tables, and by indexes. A connection's are counted once it has ended.
            func reads() async throws -> (tables: [String: Int64], indexes: [String: Int64]) {
                let connection = try PostgresConnection.open(url: url)
                let others = """
                    SELECT count(*) FROM pg_stat_activity
                    WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()
                    """
                while try connection.run(others)?.text(0, 0) != "0" { try await Task.sleep(for: .milliseconds(10)) }
                func counts(_ query: String) throws -> [String: Int64] {
                    let answer = try connection.query(query, [])
                    return Dictionary(
                        uniqueKeysWithValues: (0..<answer.count).compactMap { row in
                            guard case .text(let name) = answer.value(row, 0), large.contains(name),
                                case .integer(let count) = answer.value(row, 1)
                            else { return nil }
                            return (name, count)
                        })
                }
                return (
                    try counts("SELECT relname::text, seq_tup_read FROM pg_stat_user_tables"),
                    try counts("SELECT relname::text, sum(idx_tup_read)::bigint FROM pg_stat_user_indexes GROUP BY 1")
                )
            }
            func read(_ name: String, _ body: (Store) async throws -> Void) async throws {
                let before = try await reads()
                let again = try Store(.postgres(url: url))
                for _ in 0..<10 { try await body(again) }
                try again.close()
                let after = try await reads()
                for table in large {
                    #expect(after.tables[table] == before.tables[table], "\(name) reads all \(table)")
                    let count = (after.indexes[table] ?? 0) - (before.indexes[table] ?? 0)
                    #expect(count < 50_000, "\(name) walks over \(table)")
                }
            }
            #expect(try await reads().tables.count == large.count)
            let number = Mutex(0)
            try await read("queue") { again in
                for _ in 0..<5 { try await again.enqueue("s\(number.withLock { $0 += 1; return $0 })", by: "ann") }
            }
            try await read("claim and finish") { again in
                let claim = try #require(try await again.next())
                _ = try await again.renew(claim, lease: .seconds(30))
                _ = try await again.advance(claim, .compiled)
                #expect(try await again.finish(claim, report(.accepted, of: claim.submission, news: { "{}" })))
            }
            try await read("reclaim") { again in
                _ = try await again.next()
                _ = try await again.reclaim()
            }
            try await read("the outbox") { again in
                let due = try await again.due(hook.id, limit: 10)
                _ = try await again.webhooksWithDeliveriesDue()
                _ = try await again.webhooksWithDigestDue()
                for delivery in due {
                    _ = try await again.note(
                        [DeliveryResult(delivery: delivery.id, webhook: hook.id, outcome: .delivered, milliseconds: 1)]
                    ) { _, _ in "" }
                }
            }
            try await read("list of a challenge") { again in
                _ = try await again.submissions(Store.Filter(challenge: "challenge-3"), limit: 20)
            }
            try await read("list of a user") { again in
                _ = try await again.submissions(
                    Store.Filter(owner: .user(3), verdict: .accepted), before: 900, limit: 20)
            }
            try await read("list") { _ = try await $0.submissions(Store.Filter(), limit: 20) }
            try await read("submission") { again in
                let record = try #require(try await again.submission("s1"))
                _ = try await again.report(of: record.number)
                _ = try await again.events(of: record.number)
            }
            try await read("token") { _ = try await $0.token("filler-1") }
            try await read("deliveries") { _ = try await $0.deliveries(of: hook.id, limit: 20) }
            try await read("load of the outbox") { _ = try await $0.outboxLoad() }
            try await read("load") { _ = try await $0.load() }
            try await read("state of work") { _ = try await $0.workState(hours: 2) }
            try await read("progress") { _ = try await $0.progress(of: 3) }
            let after = try await reads()
            // That such a walk would have been counted.
            let walker = try Store(.postgres(url: url))
            _ = try await walker.writing { database in
                try database.execute(sql: "SELECT id FROM submissions WHERE file = 'none'")
                try database.execute(sql: "SET LOCAL enable_seqscan = off")
                return try database.execute(sql: "SELECT id FROM submissions ORDER BY number")
            }
            try walker.close()
            let walked = try await reads()
            #expect(walked.tables["submissions"] ?? 0 >= (after.tables["submissions"] ?? 0) + 20_000)
            #expect(walked.indexes["submissions"] ?? 0 >= (after.indexes["submissions"] ?? 0) + 20_000)
        }
    }

    @Test func `leases go by the database's clock`() async throws {
        try await withNodes(1) { stores, _ in
            let before = try await stores[0].reading { try $0.now }
            try await stores[0].enqueue("a", by: "ann", at: before)
            let claim = try #require(try await stores[0].claim(1, worker: "w", lease: .seconds(60)).first)
            let until: Int64? = try await stores[0].reading { database in
                try database.value(
                    sql: "SELECT lease_until FROM queue WHERE submission = ?", arguments: [claim.number])
            }
            let after = try await stores[0].reading { try $0.now }
            let lease = Timestamp(milliseconds: try #require(until))
            #expect(lease >= before + .seconds(60) && lease <= after + .seconds(60))
            #expect(try await stores[0].reclaim(now: lease + .milliseconds(-1)).isEmpty)
            #expect(try await stores[0].reclaim(now: lease).map(\.id) == ["a"])
        }
    }

    @Test func `others hear of what is queued, changed and to be sent`() async throws {
        try await withNodes(2) { stores, _ in
            var heard = stores[1].notices(seeksLead: false).makeAsyncIterator()
            // That it listens now.
            #expect(await heard.next() == .queue)
            #expect(await heard.next() == .outbox)
            #expect(await heard.next() == .challenges)
            try await stores[0].enqueue("a", by: "ann")
            #expect(await heard.next() == .queue)
            let claim = try #require(try await stores[0].next())
            #expect(try await stores[0].advance(claim, .compiled))
            #expect(await heard.next() == .submission("a"))
            let step = GradingProgress.running(index: 1, total: 14, name: "few points, 'quoted'")
            try await stores[0].tell(step, of: "a", by: "one:1")
            #expect(await heard.next() == .progress(step, of: "a", by: "one:1"))
            _ = try await stores[0].putWebhook(
                "hook", url: "https://example.org", format: nil, filter: Webhook.Filter(), digestMinutes: 0, secret: [1]
            )
            #expect(
                try await stores[0].finish(claim, report(.wrongAnswer, of: claim.submission, news: { "{}" })))
            #expect(await Set([heard.next(), heard.next()]) == [.submission("a"), .outbox])
            try await stores[0].publish(
                SignedManifest(number: 1, text: "t", signature: [1]), naming: [], besides: [], after: nil)
            #expect(await heard.next() == .challenges)
        }
    }

    @Test func `one of many leads, until it is gone or cut off, and then another one does`() async throws {
        try await withNodes(2) { stores, url in
            /// The next word on who leads.
            func word(_ notices: inout AsyncStream<Notice>.Iterator) async -> Bool? {
                while let notice = await notices.next() { if case .leads(let leads) = notice { return leads } }
                return nil
            }
            let (told, tell) = AsyncStream<Notice>.makeStream()
            let first = Task { for await notice in stores[0].notices(seeksLead: true) { tell.yield(notice) } }
            var words = told.makeAsyncIterator()
            #expect(await word(&words) == true)
            let other = try PostgresConnection.open(url: url)
            let cut = "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted"
            try other.run(cut)
            #expect(await word(&words) == false)
            // Nobody else wants to.
            #expect(await word(&words) == true)
            var seconds = stores[1].notices(seeksLead: true).makeAsyncIterator()
            #expect(await seconds.next() == .queue)
            first.cancel()
            #expect(await word(&seconds) == true)
        }
    }

    @Test func `a connection that was cut is made anew, and what was under way is done again or told`() async throws {
        try await withNodes(1) { stores, url in
            try await stores[0].enqueue("a", by: "ann")
            let other = try PostgresConnection.open(url: url)
            for _ in 0..<5 {
                try other.run(
                    """
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE pid <> pg_backend_pid() AND datname = current_database()
                    """)
                #expect(try await stores[0].submission("a")?.user == "ann")
                _ = try await stores[0].putUser("bob", role: .member)
            }
        }
    }

    @Test func `a host that takes the connection and says nothing is passed over for the next one`() async throws {
        try await withNodes(1) { _, url in
            let silent = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            defer { close(silent) }
            try #require(listen(silent, 4) == 0)
            var address = sockaddr_in()
            var length = socklen_t(MemoryLayout<sockaddr_in>.size)
            let isKnown = withUnsafeMutablePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(silent, $0, &length) == 0 }
            }
            try #require(isKnown)
            let both =
                url.replacing("host=", with: "connect_timeout=2&host=127.0.0.1,")
                + "&port=\(UInt16(bigEndian: address.sin_port)),5432"
            let store = try Store(.postgres(url: both))
            #expect(try await store.users().isEmpty)
            try store.close()
        }
    }

    @Test func `what a person can mend is told in one sentence, without the password`() async throws {
        try await withNodes(1) { _, url in
            let missing = url.replacing(/\/test\d+/, with: "/nowhere")
            let error = try #require(throws: JudgeError.self) { try Store(.postgres(url: missing)) }
            #expect(error.message.contains("nowhere") && error.message.contains("createdb"))
            #expect(error.exitCode == 64)
            let silent = "postgres://judge:pass-word@127.0.0.1:1/judge"
            let refused = try #require(throws: JudgeError.self) { try Store(.postgres(url: silent)) }
            #expect(refused.code == "database-unreachable" && refused.message.contains("127.0.0.1"))
            #expect(!refused.message.contains("pass-word"))
            let odd = try #require(throws: JudgeError.self) { try Store(.postgres(url: "postgres://[")) }
            #expect(odd.message.contains("database"))
        }
    }

    @Test func `texts and numbers come back as they went in, but for the one character that cannot be kept`()
        async throws
    {
        try await withNodes(1) { stores, _ in
            let texts = ["", "'; DROP TABLE users; --", "Zürich 🦜 \\ $1 ?", "line\nline", "a\0b"]
            for (index, text) in texts.enumerated() {
                let sent = Submission(
                    id: "s\(index)", challenge: "kmeans", file: text, source: Array(0...255), sha256: "x", author: nil,
                    submittedAt: "2026-01-01T00:00:00Z")
                try await stores[0].record(sent, graded: report(.accepted, of: sent, work: 7))
                let record = try #require(try await stores[0].submission("s\(index)"))
                #expect(record.file == (text == "a\0b" ? "a\u{FFFD}b" : text))
                #expect(try await stores[0].source(of: record.number) == Array(0...255))
            }
            let numbers: [Int64] = [.min, -1, 0, .max]
            let reals = [Double.pi, -0.0, .infinity, .leastNonzeroMagnitude]
            for number in numbers {
                let back: Int64? = try await stores[0].reading { database in
                    try database.value(sql: "SELECT CAST(? AS BIGINT)", arguments: [number])
                }
                #expect(back == number)
            }
            for real in reals {
                let back: Double? = try await stores[0].reading { database in
                    try database.value(sql: "SELECT CAST(? AS DOUBLE PRECISION)", arguments: [real])
                }
                #expect(back?.bitPattern == real.bitPattern)
            }
        }
    }
}
