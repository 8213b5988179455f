import Foundation

internal import JudgeCore

/// A submission with all that is kept of it.
package struct WholeSubmission: Sendable, Equatable {
    /// As lists show it.
    package let record: SubmissionRecord
    /// The source.
    package let source: [UInt8]
    /// The report as JSON; `nil` where the judge gave up.
    package let report: String?
}

/// Letting go of what is old.
extension Store {
    /// Submissions that ended before a point in time and are still whole, the oldest first.
    ///
    /// - Parameters:
    ///   - last: only those after this ``SubmissionRecord/number``.
    ///   - limit: at most so many.
    package func wholeSubmissions(
        endedBefore time: Timestamp, after last: Int64 = 0, limit: Int
    ) async throws -> [WholeSubmission] {
        try await reading { database in
            let numbers = try database.all(
                sql: """
                    SELECT number FROM submissions JOIN sources ON submission = number
                    WHERE ended_at < ? AND number > ? ORDER BY number LIMIT ?
                    """, arguments: [time.milliseconds, last, limit]
            ) { $0[0] as Int64 }
            return try numbers.compactMap { number in
                guard let record = try SubmissionRecord.number(number, in: database),
                    let source: Data = try database.value(
                        sql: "SELECT bytes FROM sources WHERE submission = ?", arguments: [number])
                else { return nil }
                let report: String? = try database.value(
                    sql: "SELECT json FROM reports WHERE submission = ?", arguments: [number])
                return WholeSubmission(record: record, source: [UInt8](source), report: report)
            }
        }
    }

    /// Removes source, report, attempts and events of submissions; who sent them, when, and what came of them stays. Those
    /// that are graded again by now are left alone.
    ///
    /// - Returns: how many were there.
    package func strip(_ numbers: [Int64]) async throws -> Int {
        try await writing { database in
            try numbers.reduce(0) { count, number in
                guard let record = try SubmissionRecord.number(number, isLocked: true, in: database),
                    record.state.isTerminal
                else { return count }
                for table in ["reports", "attempts", "events"] {
                    try database.execute(sql: "DELETE FROM \(table) WHERE submission = ?", arguments: [number])
                }
                return count
                    + (try database.execute(sql: "DELETE FROM sources WHERE submission = ?", arguments: [number]))
            }
        }
    }

    /// Removes what webhooks were told before a point in time; what still waits, or was given up and may be sent again, stays.
    ///
    /// - Returns: how many there were.
    package func forgetAnnouncements(before time: Timestamp) async throws -> Int {
        var count = 0
        while true {
            let removed = try await writing { database in
                try database.execute(
                    sql: """
                        DELETE FROM announcements WHERE number IN (
                            SELECT number FROM announcements WHERE at < ? AND NOT EXISTS (
                                SELECT 1 FROM deliveries
                                WHERE announcement = number AND state IN ('waiting', 'gathered', 'dead'))
                            ORDER BY number LIMIT 500)
                        """, arguments: [time.milliseconds])
            }
            count += removed
            guard removed > 0 else { return count }
        }
    }
}
