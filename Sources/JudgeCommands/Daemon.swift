import Compilation
import Crypto
import Foundation
import Grading
import Jail
import JudgeCore
import JudgeHTTP
import JudgeService
import Logging
import Registry
import ServiceLifecycle
import Storage
import Transfer
import Webhooks

/// The parts of `judge serve` and of `judge worker`, put together and run until a signal ends them.
struct Daemon {
    /// What it does.
    enum Role {
        /// Takes submissions in, shows them, tells of them, and grades them where it has workers.
        case serve
        /// Grades what a database holds.
        case worker
    }

    let role: Role
    let configuration: ServeConfiguration
    let options: DaemonOptions
    let challenges: String?
    let signals: AsyncStream<Int32>

    func run(onlyCheck: Bool) async throws {
        let configuration = configuration
        let logger = Logger(label: "judge") { _ in
            LineLog(level: configuration.logLevel, format: configuration.logFormat)
        }
        let state = try StateFolder(path: options.statePath()) { logger.warning("\($0)") }
        let bundles = try Bundles(state, options.environment)
        let installation = try Installation(
            challenges: bundles?.folder.root ?? challenges, environment: options.environment)
        let registry = try Registry(
            root: installation.challenges, key: SealKey(environment: options.environment))
        if bundles == nil || onlyCheck { try Self.noteChallenges(registry, logger) }
        let location = try options.location(configuration)
        try checkWorkers(location)
        var grading = configuration.workers == 0 ? nil : try await grading(installation, state)
        if onlyCheck {
            try Store.check(location)
            let means = grading.map { "\($0.tools.toolchain.version), sandbox \($0.node.sandbox)" } ?? "no workers"
            return print("judge \(role) can run: \(means), database \(location)")
        }
        var lock: DaemonLock?
        if case .sqlite(let path) = location { lock = try DaemonLock(database: path) }
        defer { lock?.release() }
        let store = try Store(location)
        let keeper = bundles.map { bundles in
            BundleKeeper(
                folder: bundles.folder, key: bundles.key, store: store, state: grading == nil ? nil : state,
                logger: logger)
        }
        if let keeper {
            try await keeper.begin()
            try Self.noteChallenges(registry, logger)
        }
        // A file is this daemon's alone; from a server others may have taken work up, and draw the same hidden data.
        if lock != nil {
            for record in try await store.reclaimAll() {
                logger.notice("taken back from the daemon before", metadata: ["submission": "\(record.id)"])
            }
        } else if grading != nil {
            guard try await store.agrees(onSaltOf: state) else {
                throw JudgeError(
                    .usage, "salt-differs",
                    "another daemon of \(location) draws other hidden data; copy the file salt of its state folder to \(state.path)/salt, or publish it (`judge publish`)"
                )
            }
            // Others are faster or slower, and their verdicts are to be the same.
            if let tools = grading?.tools { grading?.node.calibration = try await Calibration.seconds(tools) }
            grading?.tools.pace = Pace()
        }
        logger.notice(
            "starting",
            metadata: [
                "database": "\(location)", "workers": "\(configuration.workers)",
                "sandbox": "\(grading?.node.sandbox ?? "")", "toolchain": "\(grading?.tools.toolchain.version ?? "")",
            ])
        if lock != nil, let node = grading?.node {
            // There is nobody else to agree with.
            _ = try await store.beat(node)
            try await store.adopt(node.name)
        }
        try await serve(store: store, grading: grading, registry: registry, keeper: keeper, logger: logger)
        try store.close()
        logger.notice("ended")
    }

    /// Without workers of its own it takes others, which only a server lets in.
    private func checkWorkers(_ location: StoreLocation) throws {
        if case .postgres = location {
            guard role == .worker, configuration.workers == 0 else { return }
            throw JudgeError(.usage, "bad-configuration", "a worker grades at least one submission at once: `workers`")
        }
        guard role == .serve else {
            throw JudgeError(
                .usage, "bad-configuration",
                "judge worker grades what a database of PostgreSQL holds; name it with --database postgres://…")
        }
        guard configuration.workers > 0 else {
            throw JudgeError(
                .usage, "bad-configuration",
                "with `workers: 0` others grade, and they need a database of PostgreSQL: --database postgres://…")
        }
    }

    /// What grading takes.
    private struct Grading {
        var tools: Tools
        var node: Node
    }

    private func grading(_ installation: Installation, _ state: StateFolder) async throws -> Grading {
        let tools = try await Tools.find(
            state: state, sandboxFolder: installation.sandbox, jailExecutable: installation.jail,
            sandbox: configuration.sandbox, environment: options.environment)
        // Whether walls stand is found out now, not by the first who submits.
        let walls = try await Jail.with(
            JailConfiguration(policy: .run, sandbox: configuration.sandbox, executable: installation.jail)
        ) { $0.sandbox }
        let node = Node(
            name: NodeHeart.name, version: JudgeCommand.version,
            toolchain: "\(tools.toolchain.version), \(tools.toolchain.triple)", counting: tools.compiler.countingMark,
            sandbox: walls.level.rawValue, cores: ProcessInfo.processInfo.activeProcessorCount,
            workers: configuration.workers)
        return Grading(tools: tools, node: node)
    }

    private func serve(
        store: Store, grading: Grading?, registry: Registry, keeper: BundleKeeper?, logger: Logger
    ) async throws {
        let board = ProgressBoard()
        let bell = Bell()
        let outbox = Bell()
        let metrics = Metrics.daemon()
        let (started, start) = AsyncStream<Void>.makeStream()
        let server = JudgeServer(
            configuration: JudgeServer.Configuration(
                host: configuration.host, port: configuration.port, queue: configuration.queue,
                leaderboardIsPublic: configuration.leaderboardIsPublic,
                trustedProxies: configuration.trustedProxies,
                allowedHosts: configuration.webhooks.allowedHosts, version: JudgeCommand.version,
                isOfWorker: role == .worker),
            store: store, registry: registry, board: board, bell: bell, outbox: outbox, metrics: metrics, logger: logger
        ) {
            do {
                _ = try await store.load()
                return nil
            } catch { return "the database cannot be read" }
        }
        let host = configuration.host.contains(":") ? "[\(configuration.host)]" : configuration.host
        let application = server.application { port in
            // For scripts that wait for it; nothing else ever goes to standard output.
            StandardStream.output("http://\(host):\(port)\n")
            start.finish()
        }
        let transfers = Transfers()
        defer { transfers.close() }
        let watch = ChallengeWatch(
            registry: registry, store: store, publicURL: configuration.publicURL, outbox: outbox, logger: logger)
        let published = Bell()
        let notices = NoticeBoard(
            store: store, queue: bell, outbox: role == .serve ? outbox : nil, challenges: published, board: board)
        var services: [any Service] = []
        if let keeper {
            services.append(
                BundleWatch(keeper: keeper, bell: published) { [role] in if role == .serve { await watch.look() } })
        }
        if role == .serve {
            let sending = OutboxService(
                configuration: OutboxService.Configuration(
                    retries: configuration.webhooks.retries, rate: configuration.webhooks.rate),
                store: store,
                courier: Courier(
                    settings: configuration.webhooks.courier(version: JudgeCommand.version), transfers: transfers),
                bell: outbox, metrics: metrics, logger: logger, leads: { notices.leads })
            services += [sending, watch] as [any Service]
        }
        services += [application, NewsEnd(board: board), notices] as [any Service]
        if let grading {
            let tools = grading.tools
            let heart = NodeHeart(
                node: grading.node, store: store, queue: bell, logger: logger, pace: tools.pace,
                calibrate: tools.pace.map { _ in { @Sendable in try await Calibration.seconds(tools) } })
            await heart.beat()
            let pool = pool(grading, store, registry, keeper, board, notices, metrics, bell, outbox, logger) {
                // Where the address is taken nothing is begun.
                for await _ in started {}
            } mayClaim: {
                heart.mayGrade
            }
            services += [heart, pool] as [any Service]
        }
        // They are asked to stop from the last to the first: no more grading, no more news, no more requests. Who does not
        // take an answer must not keep the daemon.
        var group = ServiceGroupConfiguration(services: services, logger: logger)
        group.maximumGracefulShutdownDuration = .seconds(configuration.graceSeconds + 10)
        let running = ServiceGroup(configuration: group)
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await running.run() }
                group.addTask { await obey(running, registry, keeper, watch, logger) }
                // The services end first, or the second signal does.
                try await group.next()
                group.cancelAll()
            }
        } catch let error as ServiceGroupError {
            throw JudgeError(.failure, "daemon-failed", "a part of the daemon ended by itself: \(error)")
        } catch {
            guard "\(error)".contains("EADDRINUSE") || "\(error)".contains("errno: 98") else { throw error }
            throw JudgeError(
                .unavailable, "address-in-use",
                "\(host):\(configuration.port) is taken by another program; name another one with --listen")
        }
    }

    private func pool(
        _ grading: Grading, _ store: Store, _ registry: Registry, _ keeper: BundleKeeper?, _ board: ProgressBoard,
        _ notices: NoticeBoard, _ metrics: Metrics, _ bell: Bell, _ outbox: Bell, _ logger: Logger,
        ready: @escaping @Sendable () async -> Void,
        mayClaim: @escaping @Sendable () -> Bool
    ) -> GradingPool {
        let grader = Grader(tools: grading.tools, judgeVersion: JudgeCommand.version)
        return GradingPool(
            configuration: GradingPool.Configuration(
                workers: configuration.workers, lease: .seconds(configuration.leaseSeconds),
                grace: .seconds(configuration.graceSeconds)),
            store: store, board: board, metrics: metrics, bell: bell, logger: logger, ready: ready, mayClaim: mayClaim,
            outbox: outbox,
            news: { [configuration] report, claim in
                let slug = report.submission.challenge
                let name = (try? registry.challenge(slug))?.name ?? slug
                return News.graded(
                    SubmissionNews(
                        report, challengeName: name, attempt: claim.attempt, publicURL: configuration.publicURL)
                ).json
            }
        ) { submission, progress in
            // Where it was sent it may have been taken up a moment earlier than here.
            if let keeper, try !registry.slugs().contains(submission.challenge) { await keeper.look() }
            let challenge = try registry.challenge(submission.challenge)
            return try await grader.grade(submission, challenge: challenge) { step in
                progress(step)
                notices.tell(step, of: submission.id)
            }.report
        }
    }

    /// Does what signals ask for. Returns with the second request to end.
    private func obey(
        _ services: ServiceGroup, _ registry: Registry, _ keeper: BundleKeeper?, _ watch: ChallengeWatch,
        _ logger: Logger
    ) async {
        var requests = 0
        for await signal in signals {
            if signal == SIGHUP {
                logger.notice("the challenges are read again")
                await keeper?.look()
                try? Self.noteChallenges(registry, logger)
                await watch.look()
                continue
            }
            requests += 1
            guard requests == 1 else { return }
            logger.notice("stopping", metadata: ["signal": "\(signal)"])
            await services.triggerGracefulShutdown()
        }
        // Cancelled, as the services have ended.
    }

    /// Reads all packages, and says which of them are broken.
    private static func noteChallenges(_ registry: Registry, _ logger: Logger) throws {
        let entries = try registry.list()
        for entry in entries {
            guard let problem = entry.problem else { continue }
            logger.error("a package is broken", metadata: ["challenge": "\(entry.slug)", "problem": "\(problem)"])
        }
        logger.info("challenges", metadata: ["count": "\(entries.count { $0.problem == nil })"])
    }
}

/// The challenges that a node takes from its database, where the environment has the key.
private struct Bundles {
    let key: NodeKey
    let folder: BundleFolder

    init?(_ state: StateFolder, _ environment: [String: String]) throws {
        guard let key = try NodeKey(environment: environment) else { return nil }
        self.key = key
        folder = try BundleFolder(path: "\(state.path)/bundles", key: key)
    }
}

extension Store {
    /// Whether all who grade for this database draw hidden data with the secret of this state folder; the first one's counts.
    func agrees(onSaltOf state: StateFolder) async throws -> Bool {
        let mark = SHA256.hash(data: Data("judge/salt\n".utf8) + Data(try state.salt())).hexadecimal.prefix(16)
        return try await agree(on: "salt", String(mark)) == mark
    }
}

/// Ends the streams of events when the daemon is to stop: else the server would wait for those who listen.
private struct NewsEnd: Service {
    let board: ProgressBoard

    func run() async throws {
        try? await gracefulShutdown()
        board.close()
    }
}

/// Keeps a second daemon from the same database: leases of the first would look lost to it.
final class DaemonLock {
    private let descriptor: Int32

    /// - Throws: `JudgeError` `database-in-use`.
    init(database: String) throws {
        descriptor = open("\(database).lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw JudgeError(
                .usage, "database-unusable", "\(database).lock cannot be made: \(String(cString: strerror(errno)))")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw JudgeError(
                .unavailable, "database-in-use",
                "another judge serve uses \(database); end it, or name another --database")
        }
    }

    func release() { close(descriptor) }
}
