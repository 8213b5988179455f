import ServiceLifecycle
import Storage
import Synchronization

/// Passes on what the database tells, of this process and of others: without it commits would be noticed a second later, and
/// what others do with a submission not at all.
package final class NoticeBoard: Service {
    private let store: Store
    private let queue: Bell
    private let outbox: Bell?
    private let board: ProgressBoard
    private let lead = Atomic<Bool>(false)

    /// - Parameter outbox: rings when there is something to send, where this process may be the one that sends.
    package init(store: Store, queue: Bell, outbox: Bell?, board: ProgressBoard) {
        self.store = store
        self.queue = queue
        self.outbox = outbox
        self.board = board
    }

    /// Whether this is the process that sends what webhooks are told.
    package var leads: Bool { lead.load(ordering: .relaxed) }

    package func run() async throws {
        for await notice in store.notices(seeksLead: outbox != nil).cancelOnGracefulShutdown() {
            switch notice {
            case .queue: queue.ring()
            case .outbox: outbox?.ring()
            case .submission(let id): board.hear(id)
            case .leads(let leads):
                lead.store(leads, ordering: .relaxed)
                outbox?.ring()
            }
        }
    }
}
