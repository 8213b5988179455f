import JudgeCore
import Synchronization

/// What graders are doing right now, for whoever watches a submission. Nothing of it is kept; what must last is in the store.
package final class ProgressBoard: Sendable {
    /// A watcher is told that something changed, and what is being done, if that is known. Of many changes it may see only
    /// the last one.
    package typealias Changes = AsyncStream<GradingProgress?>

    private struct State {
        var latest: [String: GradingProgress] = [:]
        /// Those of ``latest`` that others grade.
        var elsewhere: Set<String> = []
        var watchers: [String: [Int: Changes.Continuation]] = [:]
        var next = 0
        var isClosed = false
    }
    private let state = Mutex(State())

    package init() {}

    /// What changes of a submission from now on. Ends with ``close()`` or when nobody listens any more.
    package func changes(of id: String) -> Changes {
        let (stream, continuation) = Changes.makeStream(bufferingPolicy: .bufferingNewest(1))
        let key: Int? = state.withLock { state in
            guard !state.isClosed else { return nil }
            state.next += 1
            state.watchers[id, default: [:]][state.next] = continuation
            return state.next
        }
        guard let key else {
            continuation.finish()
            return stream
        }
        continuation.onTermination = { [weak self] _ in
            self?.state.withLock { state in
                state.watchers[id]?[key] = nil
                if state.watchers[id]?.isEmpty == true { state.watchers[id] = nil }
            }
        }
        return stream
    }

    /// What is being done for a submission, where it is graded here.
    package func latest(_ id: String) -> GradingProgress? { state.withLock { $0.latest[id] } }

    /// Tells that `progress` is being made.
    package func post(_ progress: GradingProgress, of id: String) {
        tell(id, progress) { $0.latest[id] = progress }
    }

    /// Tells that what is kept of a submission has changed, and that nobody grades it here now.
    package func changed(_ id: String) {
        tell(id, nil) { $0.latest[id] = nil }
    }

    /// Tells that what is kept of a submission has changed, by whoever grades it.
    package func hear(_ id: String) {
        let isElsewhere = state.withLock { $0.elsewhere.remove(id) != nil }
        if isElsewhere { changed(id) } else { tell(id, latest(id)) { _ in } }
    }

    /// Tells that somebody else makes `progress`.
    package func hear(_ progress: GradingProgress, of id: String) {
        tell(id, progress) { state in
            // Of those whose end was not heard a few may stay, but not ever more.
            if state.elsewhere.count >= 10_000 {
                for id in state.elsewhere { state.latest[id] = nil }
                state.elsewhere = []
            }
            state.elsewhere.insert(id)
            state.latest[id] = progress
        }
    }

    /// Ends all streams, and those that are asked for later.
    package func close() {
        let all = state.withLock { state in
            defer { state.watchers = [:] }
            state.isClosed = true
            return state.watchers.values.flatMap(\.values)
        }
        for continuation in all { continuation.finish() }
    }

    private func tell(_ id: String, _ progress: GradingProgress?, _ change: (inout State) -> Void) {
        let watchers = state.withLock { state in
            change(&state)
            return Array((state.watchers[id] ?? [:]).values)
        }
        for continuation in watchers { continuation.yield(progress) }
    }
}
