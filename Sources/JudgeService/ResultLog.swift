import Storage
import Synchronization

/// Notes results of deliveries in the database, all that have come in while the last were being noted at once: many small
/// transactions would cost more than the deliveries.
final class ResultLog: Sendable {
    private struct State {
        var entries: [(result: DeliveryResult, whoWaits: CheckedContinuation<Void, Never>)] = []
        var isClosed = false
    }

    private let state = Mutex(State())
    private let signal = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))

    /// Returns when the result is in the database, or when nothing is written any more.
    func note(_ result: DeliveryResult) async {
        await withCheckedContinuation { continuation in
            let isClosed = state.withLock { state in
                if !state.isClosed { state.entries.append((result, continuation)) }
                return state.isClosed
            }
            if isClosed { continuation.resume() } else { signal.continuation.yield() }
        }
    }

    /// Hands the results to `write` until ``finish()`` is called. What could not be written is tried again a little later.
    func run(write: ([DeliveryResult]) async throws -> Void) async {
        for await _ in signal.stream {
            let batch = take()
            while !batch.isEmpty {
                do {
                    try await write(batch.map(\.result))
                    break
                } catch {
                    guard (try? await Task.sleep(for: .seconds(1))) != nil else { break }
                }
            }
            for entry in batch { entry.whoWaits.resume() }
        }
        for entry in take(andClose: true) { entry.whoWaits.resume() }
    }

    private func take(andClose closes: Bool = false) -> [(
        result: DeliveryResult, whoWaits: CheckedContinuation<Void, Never>
    )] {
        state.withLock { state in
            defer { state.entries = [] }
            state.isClosed = closes
            return state.entries
        }
    }

    /// Ends ``run(write:)``.
    func finish() { signal.continuation.finish() }
}
