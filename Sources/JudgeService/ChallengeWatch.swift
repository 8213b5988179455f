import Logging
import Registry
import ServiceLifecycle
import Storage
import Webhooks

/// Announces challenges that were not there before.
package struct ChallengeWatch: Service {
    private let registry: Registry
    private let store: Store
    private let publicURL: String?
    private let outbox: Bell
    private let logger: Logger

    package init(registry: Registry, store: Store, publicURL: String?, outbox: Bell, logger: Logger) {
        self.registry = registry
        self.store = store
        self.publicURL = publicURL
        self.outbox = outbox
        self.logger = logger
    }

    /// Looks every half a minute until the daemon is asked to stop.
    package func run() async throws {
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            await look()
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(30)) }
        }
    }

    /// Looks now.
    package func look() async {
        do {
            let challenges = try registry.list().filter { $0.problem == nil }.map { challenge in
                let news = ChallengeNews(
                    challenge: challenge.slug, challengeName: challenge.name, topics: challenge.topics,
                    url: publicURL.map { "\($0)/challenges/\(challenge.slug)" })
                return (slug: challenge.slug, data: News.published(news).json)
            }
            try await store.publish(challenges)
            outbox.ring()
        } catch {
            logger.error("new challenges cannot be announced", metadata: ["error": "\(error)"])
        }
    }
}
