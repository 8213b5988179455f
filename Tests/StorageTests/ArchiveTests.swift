import JudgeCore
import Testing

@testable import Storage

/// Letting go of what is old.
@Suite struct ArchiveTests {
    @Test(arguments: EngineKind.allCases)
    func `of old submissions the source and the report go, and who sent what and what came of it stays`(
        _ kind: EngineKind
    )
        async throws
    {
        try await withStore(kind) { store in
            for (index, name) in ["old", "again", "young", "waits"].enumerated() {
                try await store.enqueue(name, by: "ann", at: noon + .seconds(index))
                guard name != "waits" else { continue }
                let time = noon + .seconds(name == "young" ? 7200 : 60)
                let claim = try #require(try await store.next(at: time))
                #expect(try await store.finish(claim, report(.accepted, of: claim.submission, work: 3), now: time))
            }
            let hour = noon + .seconds(3600)
            let old = try await store.wholeSubmissions(endedBefore: hour, limit: 10)
            #expect(old.map(\.record.id) == ["old", "again"])
            #expect(old.first?.source == Array("// old\n".utf8) && old.first?.report?.contains("accepted") == true)
            let first = try #require(old.first?.record.number)
            let rest = try await store.wholeSubmissions(endedBefore: hour, after: first, limit: 1)
            #expect(rest.map(\.record.id) == ["again"])
            #expect(try await store.rejudge("again") != nil)
            let board = try await store.leaderboard()
            #expect(try await store.strip(old.map(\.record.number)) == 1, "one of them is graded again")
            #expect(try await store.wholeSubmissions(endedBefore: hour, limit: 10).isEmpty)
            #expect(try await store.source(of: first) == nil)
            #expect(try await store.report(of: first) == nil)
            #expect(try await store.events(of: first).isEmpty)
            let record = try #require(try await store.submission("old"))
            #expect(record.state.verdict == .accepted && record.user == "ann")
            #expect(try await store.rejudge("old") == nil, "there is nothing to grade")
            #expect(try await store.leaderboard() == board)
            for id in ["waits", "again"] {
                #expect(try await store.next(at: noon + .seconds(7300))?.submission.id == id)
            }
        }
    }

    @Test(arguments: EngineKind.allCases)
    func `what webhooks were told is forgotten, and not what they are still to hear`(
        _ kind: EngineKind
    ) async throws {
        try await withStore(kind) { store in
            let hook = try await store.putWebhook(
                "hook", url: "https://example.org", format: nil, filter: Webhook.Filter(), digestMinutes: 0, secret: [1]
            )
            for name in ["told", "waits"] {
                try await store.enqueue(name, by: name, at: noon)
                let claim = try #require(try await store.next())
                #expect(
                    try await store.finish(claim, report(.wrongAnswer, of: claim.submission, news: { "{}" }), now: noon)
                )
            }
            let due = try await store.due(hook.id, limit: 10, now: noon)
            _ = try await store.note(
                [DeliveryResult(delivery: due[0].id, webhook: hook.id, outcome: .delivered, milliseconds: 1)], now: noon
            ) { _, _ in "" }
            #expect(try await store.forgetAnnouncements(before: noon) == 0, "it is not old yet")
            #expect(try await store.forgetAnnouncements(before: noon + .seconds(1)) == 1)
            #expect(try await store.deliveries(of: hook.id, limit: 10).map(\.id) == [due[1].id])
        }
    }
}
