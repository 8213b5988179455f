import JudgeCore
import Support
import Testing

@testable import Storage

/// Users, tokens, groups.
@Suite struct UserTests {
    @Test(arguments: EngineKind.allCases) func `a user is found whatever the case of the name, and a role can change`(
        _ kind: EngineKind
    ) async throws {
        try await withStore(kind) { store in
            let ann = try await store.putUser("Ann", role: .member)
            #expect(try await store.user("ann") == ann)
            #expect(try await store.putUser("ANN", role: .admin).id == ann.id)
            #expect(try await store.users().map(\.role) == [.admin])
            for name in ["", "-ann", ".ann", "a b", "a/b", "ä", String(repeating: "a", count: 65), "a\n"] {
                await #expect(throws: JudgeError.self) { try await store.putUser(name, role: .member) }
            }
        }
    }

    @Test(arguments: EngineKind.allCases) func `a token stands for its user until it expires or is revoked`(
        _ kind: EngineKind
    ) async throws {
        try await withStore(kind) { store in
            _ = try await store.putUser("ann", role: .member)
            let brief = try await store.addToken("1", hash: [1], user: "ann", expiresAt: noon + .seconds(60), now: noon)
            let lasting = try await store.addToken("2", hash: [2], user: "ann", expiresAt: nil, now: noon)
            let session = try await store.addToken(
                "4", hash: [4], user: "ann", sessionOf: lasting.id, expiresAt: nil, now: noon)
            #expect(try await store.token("1", now: noon)?.user.name == "ann")
            #expect(try await store.token("1", now: noon)?.hash == [1])
            #expect(try await store.token("1", now: noon + .seconds(60)) == nil)
            #expect(try await store.token("2", now: noon + .seconds(60))?.user.name == "ann")
            #expect(try await store.token("4", now: noon)?.id == session.id)
            #expect(try await store.token("4", now: noon)?.isSession == true)
            #expect(try await store.token("2", now: noon)?.isSession == false)
            #expect(try await store.token("3", now: noon) == nil)
            #expect(try await store.revokeToken(lasting.id, now: noon))
            #expect(try await store.token("2", now: noon) == nil)
            #expect(try await store.token("4", now: noon) == nil, "a session ends with its token")
            #expect(try await !store.revokeToken(99, now: noon))
            #expect(try await store.tokens(of: "ANN").map(\.id) == [brief.id, lasting.id])
            #expect(try await store.tokens().last?.revokedAt == noon)
            await #expect(throws: JudgeError.self) {
                try await store.addToken("5", hash: [5], user: "bob", expiresAt: nil)
            }
        }
    }

    @Test(arguments: EngineKind.allCases)
    func `the best have solved most, then with the least work, then memory, then were first`(_ kind: EngineKind)
        async throws
    {
        try await withStore(kind) { store in
            func grade(_ name: String, by user: String, _ challenge: String, work: Int, space: Int, at: Timestamp)
                async throws
            {
                try await store.enqueue(name, by: user, challenge: challenge, at: at)
                let claim = try #require(try await store.next(at: at))
                let accepted = report(.accepted, of: claim.submission, work: work, space: space)
                #expect(try await store.finish(claim, accepted, now: at))
            }
            try await grade("1", by: "one", "kmeans", work: 10, space: 10, at: noon)
            try await grade("2", by: "two", "kmeans", work: 30, space: 10, at: noon)
            try await grade("3", by: "two", "knn", work: 5, space: 10, at: noon)
            try await grade("4", by: "lean", "kmeans", work: 10, space: 5, at: noon)
            try await grade("5", by: "later", "kmeans", work: 10, space: 10, at: noon + .seconds(9))
            try await grade("6", by: "later", "kmeans", work: 20, space: 10, at: noon + .seconds(10))
            let board = try await store.leaderboard()
            #expect(board.map(\.user) == ["two", "lean", "one", "later"])
            #expect(board.map(\.solved) == [2, 1, 1, 1])
            #expect(abs(try #require(board[0].work) - 3.0.squareRoot()) < 1e-9, "geometric mean of 3 and 1")
            #expect(try await store.leaderboard(challenge: "knn").map(\.user) == ["two"])
            try await store.putGroup("monday", members: ["one", "later"])
            #expect(try await store.leaderboard(group: "monday").map(\.user) == ["one", "later"])
            #expect(try await store.groups().map(\.members) == [["later", "one"]])
            try await store.putGroup("monday", members: ["two"])
            #expect(try await store.groups().map(\.members) == [["two"]])
            await #expect(throws: JudgeError.self) { try await store.putGroup("tuesday", members: ["ghost"]) }
            #expect(try await store.groups().count == 1, "a group with a wrong member is not half made")
        }
    }
}
