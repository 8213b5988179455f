import Storage
import Webhooks

/// What is under way to one webhook.
struct OutboxLane: Sendable {
    private(set) var webhook: Webhook
    /// Where it is and how it reads; or why that cannot be told.
    private(set) var target: Result<WebhookTarget, any Error>
    /// Where that is, taken apart; and what the host is called where hosts are told apart.
    private(set) var url: WebhookURL?
    private(set) var host: String?
    /// What was fetched and is to be sent next.
    private var waiting: ArraySlice<Delivery> = []
    /// What is being sent, or was and is not noted yet: the database still has it among what is due.
    private(set) var onTheirWay: Set<Delivery.ID> = []
    /// What was noted while the database was being read: whether the reader saw it before or after is not known.
    private var settled: Set<Delivery.ID> = []
    /// How many are being sent.
    private var sending = 0
    /// There may be more in the database than was fetched.
    private var mayHaveMore = true
    private var isFetching = false
    private let concurrency: Int
    private var isOrdered: Bool { concurrency == 1 }

    init(_ webhook: Webhook, _ sender: DeliverySender) {
        self.webhook = webhook
        target = Result { try webhook.target() }
        url = try? WebhookURL(target.get().url)
        host = url.map { "\($0.host):\($0.port)" }
        concurrency = sender.concurrency(target)
    }

    /// Something is due; and the webhook may be another than it was.
    mutating func update(_ webhook: Webhook, _ sender: DeliverySender) {
        mayHaveMore = true
        guard webhook != self.webhook else { return }
        var new = OutboxLane(webhook, sender)
        (new.onTheirWay, new.settled) = (onTheirWay, settled)
        (new.sending, new.isFetching) = (sending, isFetching)
        self = new
    }

    /// Whether there is nothing to do.
    var isIdle: Bool { waiting.isEmpty && onTheirWay.isEmpty && !mayHaveMore && !isFetching }

    /// The next message, if there is one, there is room, and its host takes it now.
    mutating func next(_ sender: DeliverySender) -> Delivery? {
        guard sending < concurrency, let delivery = waiting.first, sender.mayGo(self) else { return nil }
        waiting.removeFirst()
        onTheirWay.insert(delivery.id)
        sending += 1
        return delivery
    }

    /// How many to fetch now; `nil`: there is enough, or no more.
    mutating func fetch() -> Int? {
        guard waiting.count < 2 * concurrency, mayHaveMore, !isFetching else { return nil }
        isFetching = true
        return 8 * concurrency + waiting.count + onTheirWay.count
    }

    /// A message is through. Where they go one after the other the next waits until what came of it is noted.
    mutating func sent() { if !isOrdered { sending -= 1 } }

    /// What came of a message is noted.
    mutating func settle(_ delivery: Delivery.ID) {
        guard onTheirWay.remove(delivery) != nil else { return }
        if isOrdered { sending -= 1 }
        if isFetching { settled.insert(delivery) }
    }

    /// The webhook was switched off.
    mutating func end() { waiting = [] }

    /// What was fetched: of that, what is neither known nor on its way.
    mutating func take(_ deliveries: [Delivery]) {
        isFetching = false
        let known = Set(waiting.map(\.id)).union(onTheirWay).union(settled)
        let new = deliveries.filter { !known.contains($0.id) }
        waiting += new
        // What is on its way may hold up others, which are due once it is noted.
        mayHaveMore = !new.isEmpty || !onTheirWay.isEmpty || !settled.isEmpty
        settled = []
    }
}
