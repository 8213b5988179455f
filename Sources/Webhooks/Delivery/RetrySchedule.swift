/// When a delivery that failed is tried again.
package struct RetrySchedule: Sendable, Equatable {
    /// The time before each further try. After the last one a delivery is given up.
    package var delays: [Duration]

    /// 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h, as Standard Webhooks proposes.
    package static let standard = RetrySchedule(
        delays: [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400].map { .seconds($0) })

    package init(delays: [Duration]) { self.delays = delays }

    /// How long to wait after the failure of try number `attempt`, from 1; `nil`: give up.
    ///
    /// - Parameters:
    ///   - asked: what the receiver asked for (`Retry-After`); a day at most is granted.
    ///   - jitter: 0 to 1, drawn at random: the time is stretched by up to a tenth, so that what failed together does not
    ///     come back together.
    package func delay(afterAttempt attempt: Int, asked: Duration? = nil, jitter: Double) -> Duration? {
        guard attempt >= 1, attempt <= delays.count else { return nil }
        let own = delays[attempt - 1] * (1 + jitter / 10)
        return max(own, min(asked ?? .zero, .seconds(86_400)))
    }
}
