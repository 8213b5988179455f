import Storage
import Synchronization

/// Hands what waits to the workers that have nothing to do: for all of them together it looks into the queue once.
package final class Dispatcher: Sendable {
    /// Where a worker is given what it is to grade. It ends when there will be nothing any more.
    package typealias Hand = AsyncStream<Claim>.Continuation

    /// Who has nothing to do, in the order in which they asked; `nil` when there is nothing to be had any more.
    private let free = Mutex<[Hand]?>([])
    private let bell: Bell
    private let take: @Sendable (Int) async -> [Claim]

    /// - Parameters:
    ///   - bell: rings when something may wait.
    ///   - take: takes up as many submissions, or fewer when no more wait.
    package init(bell: Bell, take: @escaping @Sendable (Int) async -> [Claim]) {
        self.bell = bell
        self.take = take
    }

    /// Asks for one submission.
    package func ask(_ hand: Hand) {
        let isAsking = free.withLock { free in
            free?.append(hand)
            return free != nil
        }
        if isAsking { bell.ring() } else { hand.finish() }
    }

    /// Hands out until the bell is stopped.
    package func run() async {
        while await bell.call() {
            while await handOut() {}
        }
        let hands = free.withLock { free in
            defer { free = nil }
            return free ?? []
        }
        for hand in hands { hand.finish() }
    }

    /// Hands out once; returns whether more may wait, and there may be somebody for it.
    private func handOut() async -> Bool {
        // Those who become free at this moment are served along.
        await Task.yield()
        let wanted = min(free.withLock { $0?.count ?? 0 }, Store.mostAtOnce)
        guard wanted > 0 else { return false }
        let claims = await take(wanted)
        let hands = free.withLock { free in
            defer { free?.removeFirst(claims.count) }
            return free?.prefix(claims.count) ?? []
        }
        for (hand, claim) in zip(hands, claims) { hand.yield(claim) }
        return claims.count == wanted
    }
}
