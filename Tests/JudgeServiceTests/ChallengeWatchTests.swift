import Foundation
import Logging
import Registry
import Storage
import Support
import Testing

@testable import JudgeService

/// New challenges, as webhooks are told of them.
@Suite struct ChallengeWatchTests {
    @Test func `a package that is added is announced once, and a broken one is not`() async throws {
        try await withFolder { folder in
            let challenges = "\(folder)/challenges"
            try FileManager.default.createDirectory(atPath: challenges, withIntermediateDirectories: true)
            func add(_ slug: String) throws {
                try FileManager.default.copyItem(
                    atPath: "\(Checkout.challenges)/\(slug)", toPath: "\(challenges)/\(slug)")
            }
            try add("kmeans")
            let store = try Store(path: "\(folder)/judge.sqlite")
            defer { try? store.close() }
            let hook = try await store.putWebhook(
                "group", url: "https://example.org/", format: nil, filter: Webhook.Filter(), digestMinutes: 0,
                secret: [1])
            let watch = ChallengeWatch(
                registry: Registry(root: challenges), store: store, publicURL: "https://judge.example.org",
                outbox: Bell(), logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
            func told() async throws -> [String] {
                try await store.deliveries(of: hook.id, limit: 9).map(\.announcement.data)
            }
            await watch.look()
            #expect(try await told().isEmpty, "what was there first is not new")
            try add("knn")
            try FileManager.default.createDirectory(atPath: "\(challenges)/broken", withIntermediateDirectories: true)
            await watch.look()
            await watch.look()
            let news = try await told()
            #expect(news.count == 1 && news[0].contains("\"challenge\":\"knn\""))
            #expect(news[0].contains("https://judge.example.org/challenges/knn"))
        }
    }
}
