import Storage
import Webhooks

/// Where the messages of one webhook go, and how.
final class OutboxRoute: Sendable {
    let webhook: Webhook
    /// Where it is and how it reads; or why that cannot be told.
    let target: Result<WebhookTarget, any Error>
    /// What its host is called where hosts are told apart.
    let host: String?
    /// What messages are signed with.
    let keys: [WebhookSecret]
    /// Takes messages, where nothing is to be looked up for them.
    let line: CourierLine?

    init(_ webhook: Webhook, _ sender: DeliverySender) {
        let target = Result { try webhook.target() }
        let url = try? WebhookURL(target.get().url)
        self.webhook = webhook
        self.target = target
        host = url.map { "\($0.host):\($0.port)" }
        keys = webhook.keys
        line = url.flatMap { sender.line(to: $0, target) }
    }
}

/// What is under way to one webhook.
struct OutboxLane: Sendable {
    private(set) var route: OutboxRoute
    /// What was fetched and is to be sent next.
    private var waiting: ArraySlice<Delivery> = []
    /// What is being sent, or was and is not noted yet: the database still has it among what is due.
    private(set) var onTheirWay: Set<Delivery.ID> = []
    /// What was noted while the database was being read: whether the reader saw it before or after is not known.
    private var settled: Set<Delivery.ID> = []
    /// How many are being sent, or wait for their turn on the line.
    private var sending = 0
    /// There may be more in the database than was fetched; and how far that was read.
    private var mayHaveMore = true
    private var reached: Delivery?
    private var isFetching = false
    /// How many may be; more than go out at once, where a line sees to that.
    private let room: Int
    private var isOrdered: Bool { room == 1 }

    init(_ webhook: Webhook, _ sender: DeliverySender) {
        route = OutboxRoute(webhook, sender)
        room = sender.concurrency(route.target) * (route.line == nil ? 1 : 8)
    }

    /// Something is due; and the webhook may be another than it was.
    mutating func update(_ webhook: Webhook, _ sender: DeliverySender) {
        mayHaveMore = true
        guard webhook != route.webhook else { return }
        route.line?.drop()
        var new = OutboxLane(webhook, sender)
        (new.onTheirWay, new.settled) = (onTheirWay, settled)
        (new.sending, new.isFetching) = (sending, isFetching)
        self = new
    }

    /// Whether there is nothing to do.
    var isIdle: Bool { waiting.isEmpty && onTheirWay.isEmpty && !mayHaveMore && !isFetching }

    /// The next message, if there is one, there is room, and its host takes it now.
    mutating func next(_ sender: DeliverySender) -> Delivery? {
        guard sending < room, let delivery = waiting.first, sender.mayGo(route) else { return nil }
        waiting.removeFirst()
        onTheirWay.insert(delivery.id)
        sending += 1
        return delivery
    }

    /// How many to fetch now, and after which; `nil`: there is enough, or no more.
    mutating func fetch() -> (limit: Int, after: Delivery?)? {
        guard waiting.count < 2 * room, mayHaveMore, !isFetching else { return nil }
        isFetching = true
        return (4 * room, reached)
    }

    /// A message is through. Where they go one after the other the next waits until what came of it is noted.
    mutating func sent() { if !isOrdered { sending -= 1 } }

    /// What came of a message is noted.
    mutating func settle(_ delivery: Delivery.ID) {
        guard onTheirWay.remove(delivery) != nil else { return }
        if isOrdered { sending -= 1 }
        // What it held up is due now.
        mayHaveMore = true
        if isFetching { settled.insert(delivery) }
    }

    /// The webhook was switched off.
    mutating func end() {
        waiting = []
        route.line?.drop()
    }

    /// What was fetched: of that, what is neither known nor on its way.
    mutating func take(_ deliveries: [Delivery]) {
        isFetching = false
        let known = Set(waiting.map(\.id)).union(onTheirWay).union(settled)
        let new = deliveries.filter { !known.contains($0.id) }
        waiting += new
        // At the end it begins anew, with what was held up or has become due in the meantime.
        mayHaveMore = !new.isEmpty || reached != nil || !settled.isEmpty
        reached = deliveries.count == 4 * room ? deliveries.last : nil
        settled = []
    }
}
