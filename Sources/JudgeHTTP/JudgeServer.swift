import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import JudgeService
import Logging
import NIOCore
import Registry
import Storage
import Webhooks

/// The daemon's HTTP side: which routes there are and what stands before them.
package struct JudgeServer: Sendable {
    /// How long the server waits for its clients.
    struct Patience: Sendable {
        /// For the head of a request, from the connection or the last answer on.
        var forHead = Duration.seconds(60)
        /// From the head of a request to its end. Longer than ``Body/patience``, which answers.
        var forRequest = Duration.seconds(40)
        /// For reading something of an answer that does not fit into the buffers.
        var forAnswer = Duration.seconds(90)
    }

    /// What may differ from one daemon to the next.
    package struct Configuration: Sendable {
        /// The address to listen on, and the port; 0 for any that is free.
        package var host: String
        package var port: Int
        /// What may wait to be graded.
        package var queue: QueueLimits
        /// Whether who is not signed in may see the leaderboard.
        package var leaderboardIsPublic: Bool
        /// Peers whose `X-Forwarded-For` is believed.
        package var trustedProxies: [AddressBlock]
        /// What webhooks may go to besides public addresses.
        package var allowedHosts: AllowedHosts
        /// The judge's version.
        package var version: String
        /// Whether it tells of health and metrics, and nothing else.
        package var isOfWorker: Bool
        var patience = Patience()

        package init(
            host: String = "127.0.0.1", port: Int = 8080, queue: QueueLimits = QueueLimits(),
            leaderboardIsPublic: Bool = true, trustedProxies: [AddressBlock] = [],
            allowedHosts: AllowedHosts = AllowedHosts(), version: String, isOfWorker: Bool = false
        ) {
            self.host = host
            self.port = port
            self.queue = queue
            self.leaderboardIsPublic = leaderboardIsPublic
            self.trustedProxies = trustedProxies
            self.allowedHosts = allowedHosts
            self.version = version
            self.isOfWorker = isOfWorker
        }
    }

    let configuration: Configuration
    let store: Store
    let registry: Registry
    let board: ProgressBoard
    let bell: Bell
    /// Rings when something was written into the outbox.
    let outbox: Bell
    let metrics: Metrics
    /// What keeps the daemon from grading now; `nil` when nothing does.
    let obstacle: @Sendable () async -> String?
    let logger: Logger
    let streams = StreamBound()

    package init(
        configuration: Configuration, store: Store, registry: Registry, board: ProgressBoard, bell: Bell,
        outbox: Bell = Bell(), metrics: Metrics, logger: Logger, obstacle: @escaping @Sendable () async -> String?
    ) {
        self.configuration = configuration
        self.store = store
        self.registry = registry
        self.board = board
        self.bell = bell
        self.outbox = outbox
        self.metrics = metrics
        self.logger = logger
        self.obstacle = obstacle
    }

    /// The service that answers requests. `onRunning` is told the port once it does.
    package func application(onRunning: @escaping @Sendable (Int) -> Void) -> some ApplicationProtocol {
        Application(
            router: router(),
            server: .http1(
                configuration: HTTP1Channel.Configuration(
                    additionalChannelHandlers: [ConnectionGuard(configuration.patience)],
                    idleTimeout: TimeAmount(configuration.patience.forHead),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100))),
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port), serverName: "judge",
                availableConnectionsDelegate: MaximumAvailableConnections(1000)),
            onServerRunning: { onRunning($0.localAddress?.port ?? 0) },
            logger: logger)
    }

    private func router() -> Router<JudgeContext> {
        let router = Router(context: JudgeContext.self, options: .autoGenerateHeadEndpoints)
        router.add(
            middleware: Gate(
                metrics: metrics, trustedProxies: configuration.trustedProxies, version: configuration.version))
        HealthRoutes(server: self).add(to: router)
        if configuration.isOfWorker { return router }
        let api = router.group("api/v1").add(middleware: Authenticator(store: store, forPages: false))
        SubmissionRoutes(server: self).add(to: api)
        ChallengeRoutes(server: self).add(to: api)
        QuizRoutes(server: self).add(to: api)
        StandingRoutes(server: self).add(to: api)
        AccountRoutes(server: self).add(to: api)
        WebhookRoutes(server: self).add(to: api)
        AssetRoutes().add(to: router)
        // A failed look-up of a session is a page too, so the gate stands before it.
        let pages = router.group().add(middleware: PageGate(server: self))
            .add(middleware: Authenticator(store: store, forPages: true))
        PageRoutes(server: self).add(to: pages)
        return router
    }
}
