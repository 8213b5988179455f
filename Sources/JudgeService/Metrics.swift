import Synchronization

/// Counters, gauges and histograms, in the text format of Prometheus.
package final class Metrics: Sendable {
    private struct Histogram {
        var buckets = [Int](repeating: 0, count: Metrics.bounds.count)
        var count = 0
        var sum = 0.0
    }
    private struct State {
        var counters: [String: [String: Double]] = [:]
        var histograms: [String: [String: Histogram]] = [:]
    }

    /// Upper bounds of the buckets of all histograms, in seconds.
    package static let bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]
    private let state = Mutex(State())
    private let help: [String: String]

    /// - Parameter help: what each metric tells, by its name. A metric must be in it to be shown.
    package init(help: [String: String]) { self.help = help }

    /// Adds to a counter. `labels` in the order in which they are to be shown.
    package func count(_ name: String, _ labels: KeyValuePairs<String, String> = [:], by amount: Double = 1) {
        let key = Self.text(labels)
        state.withLock { $0.counters[name, default: [:]][key, default: 0] += amount }
    }

    /// Notes how many seconds something took.
    package func observe(_ name: String, _ labels: KeyValuePairs<String, String> = [:], seconds: Double) {
        let key = Self.text(labels)
        state.withLock { state in
            var histogram = state.histograms[name, default: [:]][key] ?? Histogram()
            for (index, bound) in Self.bounds.enumerated() where seconds <= bound { histogram.buckets[index] += 1 }
            histogram.count += 1
            histogram.sum += seconds
            state.histograms[name, default: [:]][key] = histogram
        }
    }

    /// All metrics, with `gauges` as they are now.
    package func text(gauges: [String: Double] = [:]) -> String {
        let state = state.withLock { $0 }
        var lines: [String] = []
        for (name, text) in help.sorted(by: { $0.key < $1.key }) {
            lines.append("# HELP \(name) \(text)")
            if let value = gauges[name] {
                lines += ["# TYPE \(name) gauge", "\(name) \(Self.number(value))"]
            } else if let series = state.histograms[name] {
                lines.append("# TYPE \(name) histogram")
                for (labels, histogram) in series.sorted(by: { $0.key < $1.key }) {
                    let more = labels.isEmpty ? "" : labels + ","
                    for (bound, count) in zip(Self.bounds, histogram.buckets) {
                        lines.append("\(name)_bucket{\(more)le=\"\(Self.number(bound))\"} \(count)")
                    }
                    lines.append("\(name)_bucket{\(more)le=\"+Inf\"} \(histogram.count)")
                    let braces = labels.isEmpty ? "" : "{\(labels)}"
                    lines.append("\(name)_sum\(braces) \(Self.number(histogram.sum))")
                    lines.append("\(name)_count\(braces) \(histogram.count)")
                }
            } else {
                lines.append("# TYPE \(name) counter")
                for (labels, value) in (state.counters[name] ?? ["": 0]).sorted(by: { $0.key < $1.key }) {
                    lines.append("\(name)\(labels.isEmpty ? "" : "{\(labels)}") \(Self.number(value))")
                }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func text(_ labels: KeyValuePairs<String, String>) -> String {
        labels.map { name, value in
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
        Metrics(help: [
            "judge_queue_depth": "Submissions that wait to be graded.",
            "judge_grading": "Submissions that are being graded.",
            "judge_submissions_total": "Submissions that were taken in.",
            "judge_refusals_total": "Submissions that were refused, by reason.",
            "judge_verdicts_total": "Reports, by verdict.",
            "judge_stage_seconds": "Wall-clock time of the stages of grading.",
            "judge_grading_seconds": "Wall-clock time from taking a submission up to its report.",
            "judge_waiting_seconds": "Time from taking a submission in to taking it up.",
            "judge_failures_total": "Tries that the judge itself failed, by the code of the error.",
            "judge_lost_leases_total": "Submissions that were taken back from a worker that was not heard of.",
            "judge_requests_total": "HTTP requests, by status.",
        ])
    }
}
