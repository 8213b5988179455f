import GRDB
import Synchronization

/// Answers of the database, kept until somebody commits something.
///
/// What this process commits counts at once; what another one does, as soon as SQLite is next asked whether the file is still
/// the same. That is once in ``patience``, as each time costs some microseconds, and a read only a little more.
final class ReadCache: Sendable {
    /// What was asked.
    enum Key: Hashable {
        case token(String)
        case submission(String)
        case report(Int64)
    }

    private struct Kept {
        var answers: [Key: any Sendable] = [:]
        /// Rises whenever the answers are thrown away.
        var generation = 0
        var version: Int64?
        var lookedAt: ContinuousClock.Instant?

        mutating func forget() {
            answers = [:]
            generation += 1
        }
    }

    /// For so long the commit of another process may go unseen.
    private let patience = Duration.milliseconds(10)
    /// Reports take some ten kibibytes each.
    private let most = 512
    private let kept = Mutex(Kept())
    /// A connection of its own, as SQLite tells each connection what the *others* have committed.
    private let watcher: DatabaseQueue

    /// - Throws: `DatabaseError` when the file cannot be opened.
    init(path: String) throws {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.label = "judge.watcher"
        watcher = try DatabaseQueue(path: path, configuration: configuration)
    }

    func close() throws { try watcher.close() }

    /// Something was committed.
    func forget() { kept.withLock { $0.forget() } }

    /// What `read` answered since the last commit, or answers now. That there is nothing is not kept.
    func value<Value: Sendable>(_ key: Key, read: () async throws -> Value?) async throws -> Value? {
        let (known, generation) = try kept.withLock { kept in
            let now = ContinuousClock.now
            if kept.lookedAt.map({ now - $0 >= patience }) ?? true {
                let version = try version()
                if kept.version != version { kept.forget() }
                (kept.version, kept.lookedAt) = (version, now)
            }
            return (kept.answers[key], kept.generation)
        }
        if let known = known as? Value { return known }
        guard let value = try await read() else { return nil }
        kept.withLock { kept in
            // What was committed in the meantime may not be in it.
            guard kept.generation == generation else { return }
            if kept.answers.count >= most { kept.answers = [:] }
            kept.answers[key] = value
        }
        return value
    }

    /// A number that changes with each commit of another connection (`PRAGMA data_version`).
    private func version() throws -> Int64? {
        try watcher.unsafeRead { database in
            try Int64.fetchOne(database.cachedStatement(sql: "PRAGMA data_version"))
        }
    }
}
