import Synchronization

/// Calls whoever waits for something to do. A call that nobody waits for is kept for the next one who does.
package final class Bell: Sendable {
    private struct State {
        var waiting: [(number: Int, continuation: CheckedContinuation<Bool, Never>)] = []
        var last = 0
        /// Whether it rang while nobody waited.
        var isPending = false
        var isStopped = false
    }
    private let state = Mutex(State())

    package init() {}

    /// Returns when there may be something to do: `false` when there will be nothing any more.
    package func call() async -> Bool {
        let number = state.withLock { state in
            state.last += 1
            return state.last
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let answer: Bool? = state.withLock { state in
                    if state.isStopped || Task.isCancelled { return false }
                    if state.isPending {
                        state.isPending = false
                        return true
                    }
                    state.waiting.append((number, continuation))
                    return nil
                }
                if let answer { continuation.resume(returning: answer) }
            }
        } onCancel: {
            let cancelled = state.withLock { state in
                state.waiting.firstIndex { $0.number == number }.map { state.waiting.remove(at: $0).continuation }
            }
            cancelled?.resume(returning: false)
        }
    }

    /// Calls whoever has waited longest, or where nobody waits the next one who will.
    package func ring() {
        let called: CheckedContinuation<Bool, Never>? = state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.isPending = true
                return nil
            }
            return state.waiting.removeFirst().continuation
        }
        called?.resume(returning: true)
    }

    /// Calls nobody any more.
    package func stop() {
        let waiting = state.withLock { state in
            state.isStopped = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for (_, continuation) in waiting { continuation.resume(returning: false) }
    }
}
