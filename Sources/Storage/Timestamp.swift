import Foundation

/// A point in time to the millisecond, as the database keeps it.
package struct Timestamp: Sendable, Equatable, Comparable, Hashable {
    /// Milliseconds since 1970 in UTC.
    package let milliseconds: Int64

    /// A point `milliseconds` after the beginning of 1970 in UTC.
    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// The millisecond in which `date` lies.
    package init(_ date: Date) { milliseconds = Int64((date.timeIntervalSince1970 * 1000).rounded(.down)) }

    /// Now, by the host's clock.
    package static var now: Timestamp { Timestamp(Date()) }

    /// ISO 8601 in UTC with milliseconds, as `2026-01-01T00:00:00.000Z`.
    package var iso8601: String { date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)) }

    /// The same as Foundation has it.
    package var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }

    package static func < (left: Timestamp, right: Timestamp) -> Bool { left.milliseconds < right.milliseconds }

    /// So much later.
    package static func + (left: Timestamp, right: Duration) -> Timestamp {
        let parts = right.components
        return Timestamp(
            milliseconds: left.milliseconds + parts.seconds * 1000 + parts.attoseconds / 1_000_000_000_000_000)
    }

    /// How much later `left` is.
    package static func - (left: Timestamp, right: Timestamp) -> Duration {
        .milliseconds(left.milliseconds - right.milliseconds)
    }
}
