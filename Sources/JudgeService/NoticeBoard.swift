import JudgeCore
import ServiceLifecycle
import Storage
import Synchronization

/// Passes on what the database tells, of this process and of others: without it commits would be noticed a second later, and
/// what others do with a submission not at all.
package final class NoticeBoard: Service {
    private let store: Store
    private let queue: Bell
    private let outbox: Bell?
    private let challenges: Bell?
    private let board: ProgressBoard
    private let lead = Atomic<Bool>(false)
    /// When others were last told of a submission.
    private let told = Mutex<[String: ContinuousClock.Instant]>([:])

    /// - Parameters:
    ///   - outbox: rings when there is something to send, where this process may be the one that sends.
    ///   - challenges: rings when other challenges may be published, where this process takes them from the database.
    package init(store: Store, queue: Bell, outbox: Bell?, challenges: Bell? = nil, board: ProgressBoard) {
        self.store = store
        self.queue = queue
        self.outbox = outbox
        self.challenges = challenges
        self.board = board
    }

    /// Whether this is the process that sends what webhooks are told.
    package var leads: Bool { lead.load(ordering: .relaxed) }

    /// Tells other processes what is being done for a submission, a few times a second.
    package func tell(_ progress: GradingProgress, of id: String) {
        let isTold = told.withLock { told in
            let now = ContinuousClock.now
            if case .graded = progress {
                told[id] = nil
                return true
            }
            if let last = told[id], now - last < .milliseconds(300) { return false }
            // Those that failed have no end.
            if told.count > 1000 { told = [:] }
            told[id] = now
            return true
        }
        // Whether they hear it matters to nobody but who watches.
        if isTold { Task { try? await store.tell(progress, of: id, by: NodeHeart.name) } }
    }

    package func run() async throws {
        for await notice in store.notices(seeksLead: outbox != nil).cancelOnGracefulShutdown() {
            switch notice {
            case .queue: queue.ring()
            case .outbox: outbox?.ring()
            case .challenges: challenges?.ring()
            case .submission(let id): board.hear(id)
            case .progress(let progress, let id, let node): if node != NodeHeart.name { board.hear(progress, of: id) }
            case .leads(let leads):
                lead.store(leads, ordering: .relaxed)
                outbox?.ring()
            }
        }
    }
}
