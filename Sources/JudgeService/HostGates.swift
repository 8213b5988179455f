import Synchronization

/// Keeps to what each host bears: so many messages in a second, and none for a while once it fails time after time.
///
/// A host that is shut costs its own deliveries nothing: they wait and are not tried, so no try of theirs is used up. When the
/// time is over one of them is let through, and what comes of it decides (a circuit breaker).
final class HostGates: Sendable {
    private struct Host {
        var failures = 0
        var shutUntil: ContinuousClock.Instant?
        /// Somebody is finding out whether it is well again.
        var isProbed = false
        var next: ContinuousClock.Instant?
    }

    /// How many failures in a row shut a host.
    static let most = 5
    private let hosts = Mutex<[String: Host]>([:])
    /// For how long a host is shut at first. Doubles each time, up to sixty times as long.
    private let pause: Duration

    init(pause: Duration) { self.pause = pause }

    /// Asks to send something to `host` now.
    ///
    /// - Parameter interval: between two messages to it.
    /// - Returns: how long to wait before asking again; `nil`: go on.
    func wait(for host: String, interval: Duration, now: ContinuousClock.Instant = .now) -> Duration? {
        hosts.withLock { hosts in
            var state = hosts[host] ?? Host()
            if let until = state.shutUntil {
                guard until <= now else { return until - now }
                guard !state.isProbed else { return pause / 4 }
            }
            if let next = state.next, next > now { return next - now }
            if state.shutUntil != nil { state.isProbed = true }
            if interval > .zero { state.next = max(state.next ?? now, now) + interval }
            hosts[host] = state
            return nil
        }
    }

    /// Whether something may be sent to `host` now, or could be but for what is being found out.
    func isOpen(_ host: String, now: ContinuousClock.Instant = .now) -> Bool {
        hosts.withLock { hosts in
            guard let state = hosts[host] else { return true }
            return [state.shutUntil, state.next].allSatisfy { $0.map { $0 <= now } ?? true }
        }
    }

    /// Tells what came of it.
    ///
    /// - Parameters:
    ///   - isWell: the host answered, with whatever but an error of its own.
    ///   - asked: it asked to be left alone for so long.
    func note(_ host: String, isWell: Bool, asked: Duration? = nil, now: ContinuousClock.Instant = .now) {
        hosts.withLock { hosts in
            var state = hosts[host] ?? Host()
            state.isProbed = false
            if isWell {
                state.failures = 0
                state.shutUntil = nil
            } else {
                state.failures += 1
                if state.failures >= Self.most {
                    state.shutUntil = now + pause * min(1 << min(state.failures - Self.most, 6), 60)
                }
            }
            if let asked { state.next = max(state.next ?? now, now + asked) }
            hosts[host] = state
        }
    }
}
