/// How much may wait to be graded.
package struct QueueLimits: Sendable, Equatable {
    /// Of all users together.
    package var waiting: Int
    /// Of one user.
    package var waitingOfUser: Int
    /// Submissions that one user may send within ``rateWindow``.
    package var rate: Int
    /// The time that ``rate`` counts in.
    package var rateWindow: Duration

    /// Bounds that suit a study group.
    package init(waiting: Int = 10_000, waitingOfUser: Int = 200, rate: Int = 60, rateWindow: Duration = .seconds(60)) {
        self.waiting = waiting
        self.waitingOfUser = waitingOfUser
        self.rate = rate
        self.rateWindow = rateWindow
    }
}

/// What became of a request to grade something.
package enum Enqueued: Sendable, Equatable {
    /// It waits to be graded.
    case accepted(SubmissionRecord)
    /// The same was sent before under the same key.
    case repeated(SubmissionRecord)
    /// Something else was sent before under the same key.
    case conflicting
    /// So many wait that no more are taken.
    case queueFull
    /// The user has so many waiting, or sent so many of late, that no more are taken for this long.
    case userFull(Duration)
}
