import Synchronization

/// Counters, gauges and histograms, in the text format of Prometheus.
package final class Metrics: Sendable {
    private struct Histogram {
        var buckets = [Int](repeating: 0, count: Metrics.bounds.count)
        var count = 0
        var sum = 0.0

        mutating func note(_ seconds: Double) {
            for (index, bound) in Metrics.bounds.enumerated() where seconds <= bound { buckets[index] += 1 }
            count += 1
            sum += seconds
        }
    }
    private struct State {
        var counters: [String: [String: Double]] = [:]
        var histograms: [String: [String: Histogram]] = [:]
    }

    /// Upper bounds of the buckets of all histograms, in seconds.
    package static let bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]
    private let state = Mutex(State())
    /// What a metric is.
    package enum Kind: String, Sendable {
        case counter, gauge, histogram
    }
    private let known: [String: (kind: Kind, help: String)]

    /// - Parameter known: each metric by its name: what it is and what it tells. Only these are shown.
    package init(known: [String: (kind: Kind, help: String)]) { self.known = known }

    /// Adds to a counter. `labels` in the order in which they are to be shown.
    package func count(_ name: String, _ labels: KeyValuePairs<String, String> = [:], by amount: Double = 1) {
        count(name, Labels(labels), by: amount)
    }

    /// The same with labels that were written out before.
    package func count(_ name: String, _ labels: Labels, by amount: Double = 1) {
        state.withLock { $0.counters[name, default: [:]][labels.text, default: 0] += amount }
    }

    /// Labels, written out.
    package struct Labels: Sendable {
        fileprivate let text: String

        package init(_ labels: KeyValuePairs<String, String>) { text = Metrics.text(labels) }
    }

    /// Notes how many seconds something took.
    package func observe(_ name: String, _ labels: KeyValuePairs<String, String> = [:], seconds: Double) {
        let key = Self.text(labels)
        state.withLock { $0.histograms[name, default: [:]][key, default: Histogram()].note(seconds) }
    }

    /// All metrics, with `gauges` as they are now.
    package func text(gauges: [String: Double] = [:]) -> String {
        let state = state.withLock { $0 }
        var lines: [String] = []
        for (name, (kind, help)) in known.sorted(by: { $0.key < $1.key }) {
            lines += ["# HELP \(name) \(help)", "# TYPE \(name) \(kind.rawValue)"]
            switch kind {
            case .gauge: lines += gauges[name].map { ["\(name) \(Self.number($0))"] } ?? []
            case .counter:
                for (labels, value) in (state.counters[name] ?? [:]).sorted(by: { $0.key < $1.key }) {
                    lines.append("\(name)\(labels.isEmpty ? "" : "{\(labels)}") \(Self.number(value))")
                }
            case .histogram:
                for (labels, histogram) in (state.histograms[name] ?? [:]).sorted(by: { $0.key < $1.key }) {
                    lines += Self.lines(name, labels, histogram)
                }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func lines(_ name: String, _ labels: String, _ histogram: Histogram) -> [String] {
        let more = labels.isEmpty ? "" : labels + ","
        let braces = labels.isEmpty ? "" : "{\(labels)}"
        return zip(bounds, histogram.buckets).map { bound, count in
            "\(name)_bucket{\(more)le=\"\(number(bound))\"} \(count)"
        } + [
            "\(name)_bucket{\(more)le=\"+Inf\"} \(histogram.count)", "\(name)_sum\(braces) \(number(histogram.sum))",
            "\(name)_count\(braces) \(histogram.count)",
        ]
    }

    private static func text(_ labels: KeyValuePairs<String, String>) -> String {
        labels.map { name, value in
            guard value.utf8.contains(where: { "\\\"\n".utf8.contains($0) }) else { return "\(name)=\"\(value)\"" }
            let escaped = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
            return "\(name)=\"\(escaped)\""
        }.joined(separator: ",")
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }
}

extension Metrics {
    /// The metrics of a grading daemon.
    package static func daemon() -> Metrics {
        Metrics(known: [
            "judge_queue_depth": (.gauge, "Submissions that wait to be graded."),
            "judge_queue_oldest_seconds": (.gauge, "How long the oldest submission that waits has done so."),
            "judge_workers": (.gauge, "Submissions that all nodes together can grade at once."),
            "judge_grading": (.gauge, "Submissions that are being graded."),
            "judge_submissions_total": (.counter, "Submissions that were taken in."),
            "judge_refusals_total": (.counter, "Submissions that were refused, by reason."),
            "judge_verdicts_total": (.counter, "Reports, by verdict."),
            "judge_stage_seconds": (.histogram, "Wall-clock time of the stages of grading."),
            "judge_grading_seconds": (.histogram, "Wall-clock time from taking a submission up to its report."),
            "judge_waiting_seconds": (.histogram, "Time from taking a submission in to taking it up."),
            "judge_failures_total": (.counter, "Tries that the judge itself failed, by the code of the error."),
            "judge_lost_leases_total": (
                .counter, "Submissions that were taken back from a worker that was not heard of."
            ),
            "judge_second_opinions_total": (
                .counter, "Verdicts near the time limit for which another host was asked."
            ),
            "judge_requests_total": (.counter, "HTTP requests, by status."),
            "judge_outbox_waiting": (.gauge, "Messages to webhooks that wait to be sent."),
            "judge_outbox_dead": (.gauge, "Messages to webhooks that were given up."),
            "judge_deliveries_total": (.counter, "Tries to send a message to a webhook, by what came of them."),
            "judge_delivery_seconds": (.histogram, "Wall-clock time of tries to send a message to a webhook."),
        ])
    }
}
