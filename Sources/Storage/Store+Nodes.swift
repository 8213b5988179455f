internal import JudgeCore

/// The processes that grade, and how the work stands.
extension Store {
    /// For so long a node that is not heard of is shown.
    private static let memory = Duration.seconds(86_400)
    /// After so long it counts as gone.
    package static let silence = Duration.seconds(60)

    /// Notes that a node is alive.
    ///
    /// - Returns: the node as it stands, and what the nodes of this database have agreed on: the first one's word counts.
    package func beat(_ node: Node, now: Timestamp? = nil) async throws -> (node: Node, agreed: Node.Agreement) {
        try await writing(isLasting: false) { database in
            let now = try now ?? database.now
            try database.execute(
                sql: """
                    INSERT INTO nodes
                        (name, version, toolchain, counting, sandbox, cores, workers, started_at, seen_at, calibration)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (name) DO UPDATE SET seen_at = excluded.seen_at, calibration = excluded.calibration
                    """,
                arguments: [
                    node.name, node.version, node.toolchain, node.counting, node.sandbox, node.cores, node.workers,
                    now.milliseconds, now.milliseconds, node.calibration,
                ])
            try database.execute(
                sql: "DELETE FROM nodes WHERE seen_at < ?",
                arguments: [(now + Self.memory * -1).milliseconds])
            let steps = try database.all(sql: database.dialect.stepsTaken) { $0[0] as String }
            let agreed = Node.Agreement(
                counting: try Self.counting(of: node, now, in: database),
                sandbox: try Self.agree(on: "sandbox", node.sandbox, in: database),
                calibration: try node.calibration.flatMap {
                    Double(try Self.agree(on: "calibration", "\($0)", in: database))
                },
                isSuperseded: !Set(steps).isSubset(of: Schema.steps.map(\.name)))
            guard let own = try Self.nodes(in: database).first(where: { $0.name == node.name }) else {
                throw Self.unknownNode(node.name)
            }
            return (own, agreed)
        }
    }

    /// How those count that grade. When the last of them is gone the next one's way counts: after an upgrade nobody has to say
    /// so, and while it goes on reports do not depend on who wrote them.
    private static func counting(of node: Node, _ now: Timestamp, in database: any Database) throws -> String {
        let agreed = try agree(on: "counting", node.counting, in: database)
        guard agreed != node.counting else { return agreed }
        let others: Int? = try database.value(
            sql: "SELECT count(*) FROM nodes WHERE counting = ? AND draining = 0 AND seen_at >= ?",
            arguments: [agreed, (now + silence * -1).milliseconds])
        guard others == 0 else { return agreed }
        try set("counting", node.counting, in: database)
        return node.counting
    }

    private static func set(_ name: String, _ value: String, in database: any Database) throws {
        try database.execute(
            sql: """
                INSERT INTO settings (name, value) VALUES (?, ?)
                ON CONFLICT (name) DO UPDATE SET value = excluded.value
                """, arguments: [name, value])
    }

    /// Notes that a node is gone.
    package func leave(_ node: String) async throws {
        try await writing { try $0.execute(sql: "DELETE FROM nodes WHERE name = ?", arguments: [node]) }
    }

    /// All nodes by name, also those that were not heard of for a while.
    package func nodes() async throws -> [Node] { try await reading { try Self.nodes(in: $0) } }

    /// How many submissions all nodes that may grade can grade at once.
    package func workers() async throws -> Int {
        try await reading { database in
            guard let agreed = try Self.agreement(in: database) else { return 0 }
            let since = try database.now + Self.silence * -1
            return try Self.nodes(in: database).filter { $0.seenAt >= since && $0.obstacle(agreed) == nil }
                .reduce(0) { $0 + $1.workers }
        }
    }

    /// Whether a host besides these has a node that may grade.
    static func hasHost(besides hosts: [String], _ now: Timestamp, in database: any Database) throws -> Bool {
        guard let agreed = try agreement(in: database) else { return false }
        return try nodes(in: database).contains { node in
            node.seenAt >= now + silence * -1 && node.obstacle(agreed) == nil && !hosts.contains(node.host)
        }
    }

    /// The database's clock.
    package func clock() async throws -> Timestamp { try await reading { try $0.now } }

    /// Has a node take up nothing new any more, or again.
    ///
    /// - Throws: `JudgeError` `unknown-node`.
    package func drain(_ node: String, _ isDraining: Bool) async throws {
        try await writing { database in
            let changed = try database.execute(
                sql: "UPDATE nodes SET draining = ? WHERE name = ?", arguments: [isDraining, node])
            if changed == 0 { throw Self.unknownNode(node) }
            if !isDraining { database.tell(.queue) }
        }
    }

    /// From now on those nodes grade that count as this one does, behind walls as strong as its, and time limits are meant
    /// for its host.
    ///
    /// - Throws: `JudgeError` `unknown-node`.
    package func adopt(_ name: String) async throws {
        try await writing { database in
            guard let node = try Self.nodes(in: database).first(where: { $0.name == name }) else {
                throw Self.unknownNode(name)
            }
            try Self.set("counting", node.counting, in: database)
            try Self.set("sandbox", node.sandbox, in: database)
            if let calibration = node.calibration { try Self.set("calibration", "\(calibration)", in: database) }
        }
    }

    /// What the nodes have agreed on; `nil` where there was none yet.
    package func agreement() async throws -> Node.Agreement? { try await reading { try Self.agreement(in: $0) } }

    private static func agreement(in database: any Database) throws -> Node.Agreement? {
        func word(_ name: String) throws -> String? {
            try database.value(sql: "SELECT value FROM settings WHERE name = ?", arguments: [name])
        }
        guard let counting = try word("counting"), let sandbox = try word("sandbox") else { return nil }
        return Node.Agreement(
            counting: counting, sandbox: sandbox, calibration: try word("calibration").flatMap(Double.init),
            isSuperseded: false)
    }

    /// How the work stands.
    ///
    /// - Parameter hours: verdicts of so many hours are counted.
    package func workState(hours: Int, now: Timestamp? = nil) async throws -> WorkState {
        try await reading { database in
            let now = try now ?? database.now
            let oldest: Int64? = try database.value(
                sql: """
                    SELECT submitted_at FROM queue JOIN submissions ON number = submission WHERE worker IS NULL
                    ORDER BY submission LIMIT 1
                    """)
            var verdicts: [Int64: [String: Int]] = [:]
            try database.forEach(
                sql: """
                    SELECT ended_at / 3600000 AS hour, verdict, count(*) AS number FROM submissions
                    WHERE ended_at >= ? AND verdict IS NOT NULL GROUP BY 1, 2
                    """, arguments: [(now.milliseconds / 3_600_000 - Int64(hours) + 1) * 3_600_000]
            ) { row in
                verdicts[row["hour"], default: [:]][row["verdict"]] = row["number"] as Int
                return true
            }
            return WorkState(
                waiting: try Self.queued(database, "worker IS NULL"),
                underWay: try Self.queued(database, "worker IS NOT NULL"),
                oldest: oldest.map { max(.zero, now - Timestamp(milliseconds: $0)) },
                hours: verdicts.sorted { $0.key < $1.key }.map { hour, counts in
                    WorkState.Hour(start: Timestamp(milliseconds: hour * 3_600_000), verdicts: counts)
                })
        }
    }

    private static func nodes(in database: any Database) throws -> [Node] {
        try database.all(
            sql: """
                SELECT nodes.*, (SELECT count(*) FROM queue
                    WHERE worker >= name || '/' AND worker < name || '0') AS held
                FROM nodes ORDER BY name
                """
        ) { row in
            var node = Node(
                name: row["name"], version: row["version"], toolchain: row["toolchain"], counting: row["counting"],
                sandbox: row["sandbox"], cores: row["cores"], workers: row["workers"])
            node.startedAt = Timestamp(milliseconds: row["started_at"])
            node.seenAt = Timestamp(milliseconds: row["seen_at"])
            node.isDraining = row["draining"]
            node.calibration = row["calibration"]
            node.held = row["held"]
            return node
        }
    }

    private static func unknownNode(_ name: String) -> JudgeError {
        JudgeError(
            .usage, "unknown-node", "there is no node '\(name.escapingControls)'; `judge status` lists them")
    }
}
