import Synchronization

/// Events from many to one, who is woken once for all that have come in the meantime: under load that is once for many.
final class Mailbox<Event: Sendable>: Sendable {
    private let events = Mutex<[Event]>([])
    private let wake = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))

    /// Adds an event, from anywhere.
    func post(_ event: Event) {
        events.withLock { $0.append(event) }
        wake.continuation.yield()
    }

    /// A call each time that there may be something to ``take()``. For one listener.
    var calls: AsyncStream<Void> { wake.stream }

    /// What has come, in its order.
    func take() -> [Event] {
        events.withLock { events in
            defer { events = [] }
            return events
        }
    }
}
