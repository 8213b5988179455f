import Synchronization

/// Requests to one place that differ in header and body alone: so many at a time, in their order, over handles and connections
/// that are used again.
package final class TransferLine: Sendable {
    /// Is given what came of a request, and how long that took from its turn on, on a thread that must not be kept.
    package typealias Answer = @Sendable (Result<HTTPAnswer, any Error>, Duration) -> Void

    private struct Message {
        let headers: [(name: String, value: String)]
        let body: [UInt8]
        let answer: Answer
    }
    private struct State {
        var waiting: ArraySlice<Message> = []
        var idle: [Exchange] = []
        var made = 0
    }
    private let state = Mutex(State())
    private let request: HTTPRequest
    private let width: Int
    private let wake: @Sendable (TransferLine) -> Void

    init(_ request: HTTPRequest, width: Int, wake: @escaping @Sendable (TransferLine) -> Void) {
        self.request = request
        self.width = width
        self.wake = wake
    }

    /// Sends a request when its turn comes.
    package func send(
        headers: [(name: String, value: String)], body: [UInt8], answer: @escaping Answer
    ) {
        state.withLock { $0.waiting.append(Message(headers: headers, body: body, answer: answer)) }
        wake(self)
    }

    /// Gives up what has not had its turn yet: its answer is a `CancellationError`.
    package func drop() {
        let dropped = state.withLock { state in
            defer { state.waiting = [] }
            return state.waiting
        }
        for message in dropped { message.answer(.failure(CancellationError()), .zero) }
    }

    /// The next request, on a handle that is free; `nil` where none waits, or as many as may be are under way.
    func next() -> Exchange? {
        let (message, free) = state.withLock { state -> (Message?, Exchange?) in
            guard !state.idle.isEmpty || state.made < width, let message = state.waiting.popFirst() else {
                return (nil, nil)
            }
            if state.idle.isEmpty { state.made += 1 }
            return (message, state.idle.popLast())
        }
        guard let message else { return nil }
        let exchange = free ?? Exchange(request)
        exchange.load(headers: request.headers + message.headers, body: message.body)
        let began = ContinuousClock.now
        exchange.begin { message.answer($0, ContinuousClock.now - began) }
        return exchange
    }

    /// Takes a handle back that is through.
    func free(_ exchange: Exchange) { state.withLock { $0.idle.append(exchange) } }
}
