import JudgeCore
import Support
import Testing

@testable import Storage

/// What is read from memory is what a read of the file would tell.
@Suite(.timeLimit(.minutes(1))) struct ReadCacheTests {
    @Test func `what this process wrote is read back at once`() async throws {
        try await withStore { store in
            _ = try await store.putUser("ann", role: .member)
            let token = try await store.addToken("1", hash: [1], user: "ann", expiresAt: nil)
            #expect(try await store.token("1")?.user.role == .member)
            _ = try await store.putUser("ann", role: .admin)
            #expect(try await store.token("1")?.user.role == .admin)
            #expect(try await store.revokeToken(token.id))
            #expect(try await store.token("1") == nil)

            try await store.enqueue("a", by: "ann")
            for verdict in [Verdict.wrongAnswer, .accepted] {
                let claim = try #require(try await store.next())
                #expect(try await store.submission("a")?.state.phase == .compiling)
                #expect(try await store.finish(claim, report(verdict, of: claim.submission)))
                let record = try #require(try await store.submission("a"))
                #expect(record.state.verdict == verdict)
                #expect(try await store.report(of: record.number)?.contains(verdict.rawValue) == true)
                _ = try await store.rejudge("a")
                #expect(try await store.submission("a")?.state.phase == .queued)
            }
        }
    }

    @Test func `what another process wrote is read a moment later`() async throws {
        try await withStore { store in
            let other = try Store(store.location)
            defer { try? other.close() }
            _ = try await store.putUser("ann", role: .member)
            let token = try await store.addToken("1", hash: [1], user: "ann", expiresAt: nil)
            for _ in 0..<3 { #expect(try await store.token("1") != nil) }
            #expect(try await other.revokeToken(token.id))
            try await Task.sleep(for: .milliseconds(50))
            #expect(try await store.token("1") == nil)

            try await store.enqueue("a", by: "ann")
            #expect(try await store.submission("a")?.state.phase == .queued)
            #expect(try await other.next() != nil)
            try await Task.sleep(for: .milliseconds(50))
            #expect(try await store.submission("a")?.state.phase == .compiling)
        }
    }

    @Test func `a token that was read before its end is refused after it, as is a session of it`() async throws {
        try await withStore { store in
            _ = try await store.putUser("ann", role: .member)
            let token = try await store.addToken("1", hash: [1], user: "ann", expiresAt: noon + .seconds(60), now: noon)
            _ = try await store.addToken(
                "2", hash: [2], user: "ann", sessionOf: token.id, expiresAt: noon + .seconds(600), now: noon)
            for name in ["1", "2"] {
                #expect(try await store.token(name, now: noon + .seconds(59)) != nil)
                #expect(try await store.token(name, now: noon + .seconds(60)) == nil)
            }
        }
    }

    @Test func `a read while somebody writes is never kept past the write`() async throws {
        try await withStore { store in
            _ = try await store.putUser("ann", role: .member)
            try await store.enqueue("a", by: "ann")
            for round in 0..<50 {
                async let reads: [SubmissionRecord?] = withThrowingTaskGroup(of: SubmissionRecord?.self) { group in
                    for _ in 0..<8 { group.addTask { try await store.submission("a") } }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                let claim = try #require(try await store.next())
                #expect(try await store.finish(claim, report(.accepted, of: claim.submission)))
                _ = try await store.rejudge("a")
                _ = try await reads
                let now = try #require(try await store.submission("a"))
                #expect(now.state.phase == .queued && now.attempt == round + 1)
            }
        }
    }
}
