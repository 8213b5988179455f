import JudgeCore
import JudgeService
import Testing

/// What is counted, and what is told of progress.
@Suite struct MetricsTests {
    @Test func `counters, gauges and histograms read as Prometheus wants them`() {
        let metrics = Metrics(known: [
            "a_total": (.counter, "Things."), "b": (.gauge, "Now."), "c_seconds": (.histogram, "Time."),
            "d_total": (.counter, "None yet."),
        ])
        metrics.count("a_total", ["kind": "one \"quoted\"\n"])
        metrics.count("a_total", ["kind": "one \"quoted\"\n"], by: 2)
        metrics.observe("c_seconds", ["stage": "x"], seconds: 0.02)
        metrics.observe("c_seconds", ["stage": "x"], seconds: 100)
        let lines = metrics.text(gauges: ["b": 3]).split(separator: "\n").map(String.init)
        #expect(lines.contains("a_total{kind=\"one \\\"quoted\\\"\\n\"} 3"))
        #expect(lines.contains("b 3"))
        #expect(lines.contains("# TYPE c_seconds histogram"))
        #expect(lines.contains("c_seconds_bucket{stage=\"x\",le=\"0.01\"} 0"))
        #expect(lines.contains("c_seconds_bucket{stage=\"x\",le=\"0.025\"} 1"))
        #expect(lines.contains("c_seconds_bucket{stage=\"x\",le=\"+Inf\"} 2"))
        #expect(lines.contains("c_seconds_count{stage=\"x\"} 2"))
        #expect(lines.contains("# TYPE d_total counter") && !lines.contains { $0.hasPrefix("d_total") })
    }

    @Test func `who watches a submission hears of it, and of no other`() async {
        let board = ProgressBoard()
        let changes = board.changes(of: "a")
        board.post(.compiling, of: "b")
        board.post(.compiling, of: "a")
        #expect(board.latest("a") == .compiling)
        board.changed("a")
        #expect(board.latest("a") == nil)
        board.close()
        var heard: [GradingProgress?] = []
        for await change in changes { heard.append(change) }
        #expect(heard == [nil], "of changes that nobody waited for the last one stays")
    }
}
