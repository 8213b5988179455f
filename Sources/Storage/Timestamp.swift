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
    package var iso8601: String {
        // Foundation's formatter takes some ten microseconds, and this is said of each row of a list. The calendar is that of
        // H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (civil_from_days).
        let (day, time) = milliseconds.flooredQuotient(by: 86_400_000)
        let (era, dayOfEra) = (day + 719_468).flooredQuotient(by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        var text = ""
        func add(_ value: Int64, _ digits: Int, _ end: String) {
            let number = String(value)
            text += String(repeating: "0", count: max(0, digits - number.utf8.count)) + number + end
        }
        add(year, 4, "-")
        add(month, 2, "-")
        add(dayOfYear - (153 * shifted + 2) / 5 + 1, 2, "T")
        add(time / 3_600_000, 2, ":")
        add(time / 60_000 % 60, 2, ":")
        add(time / 1000 % 60, 2, ".")
        add(time % 1000, 3, "Z")
        return text
    }

    /// The same as Foundation has it.
    package var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }

    package static func < (left: Timestamp, right: Timestamp) -> Bool { left.milliseconds < right.milliseconds }

    /// So much later.
    package static func + (left: Timestamp, right: Duration) -> Timestamp {
        Timestamp(milliseconds: left.milliseconds + right.milliseconds)
    }

    /// How much later `left` is.
    package static func - (left: Timestamp, right: Timestamp) -> Duration {
        .milliseconds(left.milliseconds - right.milliseconds)
    }
}

extension Duration {
    /// Whole milliseconds.
    var milliseconds: Int64 { components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000 }
}

extension Int64 {
    /// The quotient rounded down, and what is left, which is never negative.
    fileprivate func flooredQuotient(by divisor: Int64) -> (Int64, Int64) {
        let rest = ((self % divisor) + divisor) % divisor
        return ((self - rest) / divisor, rest)
    }
}
