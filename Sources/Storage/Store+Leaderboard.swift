import Foundation
internal import JudgeCore

/// One user's place.
package struct Standing: Sendable, Equatable {
    /// The user's name.
    package let user: String
    /// How many challenges they solved.
    package let solved: Int
    /// The work of their best solutions by that of the best of anybody: the geometric mean over what they solved, 1 where
    /// all of theirs are the best. `nil` where growth was measured of none.
    package let work: Double?
    /// The same for memory.
    package let space: Double?
    /// When they sent the last solution that counts here: who was there first is placed first.
    package let since: Timestamp
}

extension Store {
    /// Everybody who solved something, the best first: by challenges solved, then by work, then by memory, then by time.
    ///
    /// - Parameters:
    ///   - challenge: only this one counts.
    ///   - group: only its members.
    package func leaderboard(challenge: String? = nil, group: String? = nil) async throws -> [Standing] {
        struct Best {
            let user: String, challenge: String
            let work: Double?, space: Double?
            let since: Timestamp
        }
        var conditions = Conditions()
        conditions.add("verdict = 'accepted'")
        conditions.add("challenge", challenge)
        if let group {
            conditions.add(
                "user_id IN (SELECT user_id FROM members JOIN groups ON groups.id = group_id WHERE groups.name = ?)",
                arguments: [group])
        }
        let best = try await reading { [conditions] database in
            try database.all(
                sql: """
                    SELECT min(users.name) AS user, challenge, min(work) AS work, min(space) AS space,
                        min(submitted_at) AS since
                    FROM submissions JOIN users ON users.id = submissions.user_id\(conditions.text)
                    GROUP BY challenge, user_id
                    """, arguments: conditions.arguments
            ) { row in
                Best(
                    user: row["user"], challenge: row["challenge"], work: row["work"], space: row["space"],
                    since: Timestamp(milliseconds: row["since"]))
            }
        }
        func least(_ figure: (Best) -> Double?) -> [String: Double] {
            best.reduce(into: [:]) { least, item in
                guard let value = figure(item) else { return }
                least[item.challenge] = min(least[item.challenge] ?? value, value)
            }
        }
        let leastWork = least(\.work)
        let leastSpace = least(\.space)
        func mean(_ items: [Best], _ figure: (Best) -> Double?, _ least: [String: Double]) -> Double? {
            let ratios = items.compactMap { item in
                figure(item).flatMap { value in least[item.challenge].map { value / max($0, .leastNormalMagnitude) } }
            }
            return ratios.isEmpty ? nil : exp(ratios.reduce(0) { $0 + log($1) } / Double(ratios.count))
        }
        let standings = Dictionary(grouping: best, by: \.user).map { user, items in
            Standing(
                user: user, solved: items.count, work: mean(items, \.work, leastWork),
                space: mean(items, \.space, leastSpace),
                since: items.map(\.since).max() ?? Timestamp(milliseconds: 0))
        }
        return standings.sorted { left, right in
            if left.solved != right.solved { return left.solved > right.solved }
            let works = (left.work ?? .infinity, right.work ?? .infinity)
            if works.0 != works.1 { return works.0 < works.1 }
            let spaces = (left.space ?? .infinity, right.space ?? .infinity)
            if spaces.0 != spaces.1 { return spaces.0 < spaces.1 }
            return (left.since, left.user) < (right.since, right.user)
        }
    }

    /// Makes a group, if there is none of that name, and gives it these members and no others.
    ///
    /// - Throws: `JudgeError` `unknown-user`, `bad-group-name`.
    package func putGroup(_ name: String, members: [String]) async throws {
        if User.fault(inName: name) != nil {
            throw JudgeError(
                .usage, "bad-group-name", "a group's name is 1 to 64 letters, digits, dots, hyphens and underscores")
        }
        try await writing { database in
            try database.execute(sql: "INSERT INTO groups (name) VALUES (?) ON CONFLICT DO NOTHING", arguments: [name])
            let group: Int64? = try database.value(
                sql: "SELECT id FROM groups WHERE name = ?", arguments: [name])
            try database.execute(sql: "DELETE FROM members WHERE group_id = ?", arguments: [group])
            for member in Set(members) {
                guard let user = try User.named(member, in: database) else { throw Self.unknownUser(member) }
                try database.execute(
                    sql: "INSERT INTO members (group_id, user_id) VALUES (?, ?)", arguments: [group, user.id])
            }
        }
    }

    /// All groups with the names of their members; or those alone that `member` is in.
    package func groups(of member: User.ID? = nil) async throws -> [(name: String, members: [String])] {
        var conditions = Conditions()
        if let member {
            conditions.add("groups.id IN (SELECT group_id FROM members WHERE user_id = ?)", arguments: [member])
        }
        return try await reading { [conditions] database in
            var groups: [(name: String, members: [String])] = []
            try database.forEach(
                sql: """
                    SELECT groups.name AS name, users.name AS member FROM groups
                    LEFT JOIN members ON members.group_id = groups.id LEFT JOIN users ON users.id = members.user_id
                    """ + conditions.text + " ORDER BY groups.name, users.name", arguments: conditions.arguments
            ) { row in
                let name: String = row["name"]
                if groups.last?.name != name { groups.append((name, [])) }
                if let member: String = row["member"] { groups[groups.count - 1].members.append(member) }
                return true
            }
            return groups
        }
    }
}
