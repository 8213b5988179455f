import Foundation
import Support

/// `make bench`: every claim about speed, as a ratio of two things measured in turn in one run.
@main
struct Bench {
    static func main() async throws {
        let words = CommandLine.arguments.dropFirst()
        let parts = [
            "submit", "growth", "jail", "list", "memory", "read", "serve", "killed", "webhooks", "chaos", "queue",
        ]
        guard let judge = words.first, words.dropFirst().allSatisfy(parts.contains) else {
            print("usage: judge-bench JUDGE [\(parts.joined(separator: "|"))…]")
            exit(64)
        }
        let chosen = words.count > 1 ? Array(words.dropFirst()) : parts
        try await withFolder { folder in
            for part in chosen {
                switch part {
                case "submit": try await SubmitBench(judge: judge, folder: folder).run()
                case "growth": try await SubmitBench(judge: judge, folder: folder).runGrowth()
                case "jail": try await JailBench(folder: folder).run()
                case "list": try await ListBench(judge: judge, folder: folder).run()
                case "read": try await ReadBench(judge: judge, folder: folder).run()
                case "serve": try await ServeBench(judge: judge, folder: folder).run()
                case "killed": try await ServeBench(judge: judge, folder: folder).runKilled()
                case "webhooks": try await WebhookBench(judge: judge, folder: folder).run()
                case "queue": try await QueueBench(folder: folder).run()
                case "chaos": try await WebhookBench(judge: judge, folder: folder).runChaos()
                default: try await BigInputBench(judge: judge, folder: folder).run()
                }
            }
        }
    }

    /// Seconds that `body` takes.
    static func seconds(_ body: () async throws -> Void) async rethrows -> Double {
        let started = ContinuousClock.now
        try await body()
        return (.now - started) / .seconds(1)
    }

    /// Seconds that `body` takes, which blocks.
    static func secondsOf(_ body: () -> Void) -> Double {
        let started = ContinuousClock.now
        body()
        return (.now - started) / .seconds(1)
    }

    static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }

    /// One line: what was measured, its median and spread.
    static func line(_ name: String, _ values: [Double], unit: String, scale: Double = 1) {
        let shown = [median(values), values.min() ?? 0, values.max() ?? 0].map { String(format: "%.3f", $0 * scale) }
        print(
            "  \(name.padding(toLength: 44, withPad: " ", startingAt: 0)) \(shown[0]) \(unit) [\(shown[1]), \(shown[2])]"
        )
    }

    /// One line: a ratio of medians of paired runs, and what it should stay under.
    static func ratio(_ name: String, _ first: [Double], _ second: [Double], target: Double) {
        let value = median(zip(first, second).map { $0 / $1 })
        let verdict = value <= target ? "ok" : "MISSED"
        print(String(format: "  %@ %.2f  (target at most %.2f: %@)", name, value, target, verdict))
    }
}
