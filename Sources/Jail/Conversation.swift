import JudgeCore
import Synchronization

/// Who waits for which line of one `judge-jail`. A value under a lock: no task of its own, and no line lost.
///
/// Runs are answered by their identifier, in any order. All other requests are answered in the order in which they
/// were sent, so sending and queueing must be one step, under the lock.
final class Conversation: Sendable {
    private struct State {
        var ready: CheckedContinuation<Reply, any Error>?
        var greeting: Reply?
        var runs: [String: CheckedContinuation<Reply, any Error>] = [:]
        var requests: [CheckedContinuation<Reply, any Error>] = []
        var answered = 0
        var nextRun = 0
        var failure: (any Error)?
    }

    private let state = Mutex(State())
    private let line: Line

    /// A conversation over `line`.
    init(_ line: Line) {
        self.line = line
    }

    /// The first line of `judge-jail`.
    func greeting() async throws -> Reply {
        try await withCheckedThrowingContinuation { continuation in
            let known = state.withLock { state -> Result<Reply, any Error>? in
                if let greeting = state.greeting { return .success(greeting) }
                if let failure = state.failure { return .failure(failure) }
                state.ready = continuation
                return nil
            }
            if let known { continuation.resume(with: known) }
        }
    }

    /// Sends a request that is answered in its turn.
    func ask(_ line: String) async throws -> Reply {
        try await withCheckedThrowingContinuation { continuation in
            let failure = state.withLock { state -> (any Error)? in
                if let failure = state.failure { return failure }
                state.requests.append(continuation)
                self.line.send(line)
                return nil
            }
            if let failure { continuation.resume(throwing: failure) }
        }
    }

    /// A fresh identifier for a run.
    func newRun() -> String {
        state.withLock { state in
            state.nextRun += 1
            return "r\(state.nextRun)"
        }
    }

    /// Sends the request of run `id` and waits for its end.
    func run(_ id: String, _ line: String) async throws -> Reply {
        try await withCheckedThrowingContinuation { continuation in
            let failure = state.withLock { state -> (any Error)? in
                if let failure = state.failure { return failure }
                state.runs[id] = continuation
                self.line.send(line)
                return nil
            }
            if let failure { continuation.resume(throwing: failure) }
        }
    }

    /// Asks for the end of run `id`; of no effect when it has ended.
    func cancel(_ id: String) {
        state.withLock { state in
            if state.runs[id] != nil { line.send("cancel \(id)") }
        }
    }

    /// Hands a line to whoever waits for it.
    func receive(_ line: String) {
        guard let reply = Reply(line: line) else { return }
        let waiting = state.withLock { state -> CheckedContinuation<Reply, any Error>? in
            if state.greeting == nil {
                state.greeting = reply
                defer { state.ready = nil }
                return state.ready
            }
            if let run = reply.run { return state.runs.removeValue(forKey: run) }
            // `answered` walks along the queue; its head is dropped now and then, so that a long one stays cheap.
            guard state.answered < state.requests.count else { return nil }
            let waiting = state.requests[state.answered]
            state.answered += 1
            if state.answered == state.requests.count || state.answered > 64 {
                state.requests.removeFirst(state.answered)
                state.answered = 0
            }
            return waiting
        }
        waiting?.resume(returning: reply)
    }

    /// Ends the conversation: all who wait, or ask later, get `failure`.
    func end(_ failure: any Error) {
        let waiting = state.withLock { state -> [CheckedContinuation<Reply, any Error>] in
            guard state.failure == nil else { return [] }
            state.failure = failure
            let waiting = state.requests[state.answered...] + state.runs.values + [state.ready].compactMap { $0 }
            state.requests = []
            state.answered = 0
            state.runs = [:]
            state.ready = nil
            return Array(waiting)
        }
        line.hangUp()
        for continuation in waiting { continuation.resume(throwing: failure) }
    }
}
